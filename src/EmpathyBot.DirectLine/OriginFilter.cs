using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.DirectLine;

/// <summary>
/// The first door of every address of the channel: foreign pages are refused, others get the CORS headers that the real
/// clients ask for, and a failure is told as JSON with those headers on it (a browser hides an answer without them).
/// </summary>
internal sealed class OriginFilter(OriginPolicy policy, ILogger<OriginFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Origin";
        if (!policy.Allows(http.Request))
        {
            return Refusal.ForeignOrigin;
        }

        var origin = http.Request.Headers.Origin;
        if (origin.Count > 0)
        {
            http.Response.Headers.AccessControlAllowOrigin = origin;
        }

        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            return new Refusal(bad.StatusCode, "BadArgument", "The request could not be read to its end. Send it again.");
        }
        catch (StoreUnavailableException failure) when (!http.Response.HasStarted)
        {
            OriginFilterLog.Failed(logger, http.GetEndpoint()?.DisplayName ?? "?", failure);
            return Refusal.NoStore;
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            // Broad on purpose: whatever failed, the page gets an answer it can show, and the log the reason.
            OriginFilterLog.Failed(logger, http.GetEndpoint()?.DisplayName ?? "?", failure);
            return new Refusal(StatusCodes.Status500InternalServerError, "ServiceError", "This failed on our side. Try again in a moment.");
        }
    }

    /// <summary>Answers a browser that asks before it sends.</summary>
    public static IResult Preflight(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowMethods = "GET,POST,OPTIONS";
        headers.AccessControlAllowHeaders = "authorization,content-type,x-ms-bot-agent,x-requested-with";
        headers.AccessControlMaxAge = "3600";
        return Results.NoContent();
    }

    /// <summary>Answers the one request that clients send with credentials. Nobody signs in here by OAuth, so there is no session to name.</summary>
    public static IResult NoSession(HttpContext http)
    {
        if (http.Request.Headers.Origin.Count > 0)
        {
            http.Response.Headers.AccessControlAllowCredentials = "true";
        }

        return Results.NoContent();
    }
}

internal static partial class OriginFilterLog
{
    [LoggerMessage(2001, LogLevel.Error, "Direct Line request {Endpoint} failed.")]
    public static partial void Failed(ILogger logger, string endpoint, Exception failure);
}
