using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.Host.Website;

/// <summary>What browsers are told about our files: how long to keep them, who may use them, what they may do.</summary>
internal static class WebsiteHeaders
{
    // Web Chat writes its styles into the page, makes thumbnails of uploads in a worker, and shows pictures from links in messages.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src https: blob:; "
        + "connect-src 'self' ws: wss: blob: data:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string AskEachTime = "no-cache";
    private const string KeepForADay = "public, max-age=86400";

    /// <param name="response">The file.</param>
    /// <param name="chat">The origin the chat connects to, or null where that is ours.</param>
    public static void ForPage(StaticFileResponseContext response, string? chat)
    {
        Set(response, AskEachTime);
        response.Context.Response.Headers.ContentSecurityPolicy =
            chat is null ? PagePolicy : PagePolicy.Replace("connect-src 'self'", $"connect-src 'self' {chat}", StringComparison.Ordinal);
    }

    /// <summary>Small and ours: asked for each time, so that a fix reaches every shop at once.</summary>
    public static void ForWidget(StaticFileResponseContext response)
    {
        Set(response, AskEachTime);
        OpenToAllOrigins(response);
    }

    /// <summary>Large and seldom another.</summary>
    public static void ForWebChat(StaticFileResponseContext response)
    {
        Set(response, KeepForADay);
        OpenToAllOrigins(response);
        var headers = response.Context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (PrecompressedFile.EncodingOf(response.File.Name) is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }
    }

    private static void Set(StaticFileResponseContext response, string caching)
    {
        var headers = response.Context.Response.Headers;
        headers.CacheControl = caching;
        headers.XContentTypeOptions = "nosniff";
    }

    private static void OpenToAllOrigins(StaticFileResponseContext response)
    {
        var headers = response.Context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
