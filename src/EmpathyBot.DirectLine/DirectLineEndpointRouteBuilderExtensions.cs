using EmpathyBot.DirectLine.Attachments;
using EmpathyBot.DirectLine.Conversations;
using EmpathyBot.DirectLine.Streams;
using EmpathyBot.DirectLine.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine;

/// <summary>Maps the embedded website channel.</summary>
public static class DirectLineEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>/v3/directline/*</c> and <c>POST /api/token</c>. Every answer that is no success is JSON with a code and a sentence.</summary>
    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("").AddEndpointFilter<RouteGroupBuilder, OriginFilter>().AllowAnonymous().ExcludeFromDescription();
        all.MapPost("/api/token", async (HttpContext http, PageTokenEndpoint endpoint, AddressBudget budget) =>
            budget.TrySpend(http) ? await endpoint.HandleAsync(http) : Refusal.TooManyTokens);
        all.MapMethods("/api/token", [HttpMethods.Options], OriginFilter.Preflight);
        all.MapGet("/api/token", () => Refusal.NoAddress);

        // Where Azure keeps the conversations there are none here to be opened.
        if (routes.ServiceProvider.GetRequiredService<IOptions<DirectLineOptions>>().Value.Azure.IsOn)
        {
            return all;
        }

        var channel = all.MapGroup(ChannelAddress.Prefix);
        channel.MapPost("/tokens/generate", (HttpContext http, TokenEndpoints endpoints) => endpoints.GenerateAsync(http));
        channel.MapPost("/tokens/refresh", (HttpContext http, TokenEndpoints endpoints) => endpoints.RefreshAsync(http));
        channel.MapPost("/conversations", (HttpContext http, ConversationEndpoints endpoints) => endpoints.StartAsync(http));
        channel.MapGet(
            "/conversations/{conversationId}",
            (HttpContext http, string conversationId, ConversationEndpoints endpoints) => endpoints.ReconnectAsync(http, conversationId));
        channel.MapPost(
            "/conversations/{conversationId}/activities",
            (HttpContext http, string conversationId, ActivityEndpoints endpoints) => endpoints.PostAsync(http, conversationId));
        channel.MapGet(
            "/conversations/{conversationId}/activities",
            (HttpContext http, string conversationId, ActivityEndpoints endpoints) => endpoints.GetAsync(http, conversationId));

        // Over HTTP/2 a browser opens a WebSocket by CONNECT.
        channel.MapMethods(
            "/conversations/{conversationId}/stream",
            [HttpMethods.Get, HttpMethods.Connect],
            (HttpContext http, string conversationId, StreamEndpoint endpoint) => endpoint.HandleAsync(http, conversationId));
        channel.MapPost(
            "/conversations/{conversationId}/upload",
            (HttpContext http, string conversationId, UploadEndpoint endpoint) => endpoint.HandleAsync(http, conversationId));
        channel.MapGet(
            "/attachments/{attachmentId}",
            (HttpContext http, string attachmentId, AttachmentEndpoint endpoint) => endpoint.HandleAsync(http, attachmentId));
        channel.MapGet("/session/getsessionid", OriginFilter.NoSession);
        channel.MapMethods("/{**any}", [HttpMethods.Options], OriginFilter.Preflight);
        channel.Map("/{**any}", () => Refusal.NoAddress);
        return all;
    }
}
