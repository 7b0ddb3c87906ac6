using System.Net;
using System.Net.Sockets;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>
/// Bounds how many tokens one address is given: each may become a conversation that is stored. Counts in
/// windows of a minute, at all nodes together. Requests of this machine are not counted: a proxy that does not say whom it serves stands
/// for everyone.
/// </summary>
internal sealed class AddressBudget(IOptions<DirectLineOptions> options, ISharedCounts shared, TimeProvider clock, ILogger<SharedBudget> logger)
{
    /// <summary>However many addresses ask in a minute, no more are counted one by one.</summary>
    private const int MostAddresses = 100_000;

    private readonly SharedBudget _tokens = new("tokens", TimeSpan.FromMinutes(1), shared, clock, logger);

    /// <summary>True while the address is within its budget; counts this request.</summary>
    public bool TrySpend(HttpContext http)
    {
        if (NetworkOf(http.Connection.RemoteIpAddress) is not { } network)
        {
            return true;
        }

        return _tokens.Counted >= MostAddresses || _tokens.TrySpend(network, options.Value.MaxTokensPerMinute);
    }

    /// <summary>Of IPv6 the network, since one machine has all addresses in it; null for this machine.</summary>
    private static string? NetworkOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return IPAddress.IsLoopback(plain) ? null : plain.ToString();
        }

        var bytes = plain.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
