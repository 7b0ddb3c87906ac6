using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    /// <summary>The whole address, for the audit log; null when the server does not know it.</summary>
    public static string? Of(HttpContext http) => Plain(http)?.ToString();

    /// <summary>What tries are counted by: of IPv6 the network, since one machine has all addresses in it.</summary>
    public static string NetworkOf(HttpContext http)
    {
        if (Plain(http) is not { } address)
            return "";
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }

    private static IPAddress? Plain(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
}
