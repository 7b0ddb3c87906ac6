using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine;

/// <summary>Where clients find this channel.</summary>
internal sealed class ChannelAddress(IOptions<DirectLineOptions> options)
{
    public const string Prefix = "/v3/directline";

    /// <summary>Scheme, host and path before our own, without a slash at the end.</summary>
    public string Base(HttpRequest request) =>
        Known ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";

    /// <summary>What a client is given as <c>domain</c>.</summary>
    public string Domain(HttpRequest request) => Base(request) + Prefix;

    /// <summary>The same, for a host that was asked for under this address.</summary>
    public string Domain(string host) => (Known ?? host.TrimEnd('/')) + Prefix;

    private string? Known => options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>The WebSocket address of a conversation; http becomes ws, https becomes wss.</summary>
    public string Stream(HttpRequest request, string conversationId, string watermark, string streamToken) =>
        $"ws{Domain(request)["http".Length..]}/conversations/{Uri.EscapeDataString(conversationId)}/stream"
        + $"?watermark={Uri.EscapeDataString(watermark)}&t={Uri.EscapeDataString(streamToken)}";
}
