using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine;

/// <summary>Whose pages may talk to the bot.</summary>
internal sealed class OriginPolicy(IOptions<DirectLineOptions> options, ChannelAddress address)
{
    /// <summary>True for no origin (a program, not a page), our own, and those listed.</summary>
    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsSame(origin, $"{request.Scheme}://{request.Host.ToUriComponent()}")
            || IsSame(origin, address.Base(request))
            || options.Value.AllowedOrigins.Any(listed => IsSame(origin, listed));
    }

    /// <summary>Compares scheme, host and port; "null", which sandboxed pages send, is never the same as anything.</summary>
    public static bool IsSame(string origin, string other) =>
        TryNormalize(origin) is { } left && TryNormalize(other) is { } right && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The origin of an address, or null when it is none that a page can have.</summary>
    public static string? TryNormalize(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            ? parsed.GetLeftPart(UriPartial.Authority)
            : null;
}
