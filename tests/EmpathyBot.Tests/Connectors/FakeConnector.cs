using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Connectors;

/// <summary>
/// A channel's connector as Teams' behaves: 201 with an id for what it takes, 202 and nothing for typing, no deleting, and
/// what a test puts before that: 429 with Retry-After, a blocked user, a gateway that is away.
/// </summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();
    private int ids;

    private FakeConnector(WebApplication app) => this.app = app;

    /// <summary>What activities name as their <c>serviceUrl</c>.</summary>
    public string Url => app.Urls.Single() + "/emea/";

    /// <summary>What the next calls are answered with, before all is taken again.</summary>
    public ConcurrentQueue<Func<HttpContext, IResult>> Next { get; } = new();

    /// <summary>Which calls those answers are for; all, unless a test says otherwise.</summary>
    public Predicate<Call> NextIsFor { get; set; } = _ => true;

    public static Func<HttpContext, IResult> Blocked => _ => Results.Json(
        new { error = new { code = "ForbiddenOperationException", message = "User blocked the conversation with the bot.", innerHttpError = new { statusCode = 403 } }, subCode = "MessageWritesBlocked" },
        statusCode: 403);

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.MapMethods("/emea/v3/{**rest}", ["GET", "POST", "PUT", "DELETE"], (Delegate)connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    public static Func<HttpContext, IResult> Status(int status, string? retryAfter = null) => http =>
    {
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Results.Json(new { error = new { code = "Throttled", message = "later" } }, statusCode: status);
    };

    /// <summary>The next call that is not typing.</summary>
    public async Task<Call> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var call = await calls.Reader.ReadAsync(limit.Token);
            if (call.Type != "typing")
                return call;
        }
    }

    /// <summary>All calls that came and were not looked at.</summary>
    public IReadOnlyList<Call> Rest()
    {
        List<Call> rest = [];
        while (calls.Reader.TryRead(out var call))
            rest.Add(call);
        return rest;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        var body = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0 ? await request.ReadFromJsonAsync<JsonObject>() : null;
        var call = new Call(
            request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, request.Headers.Authorization.ToString(), body ?? []);
        var answer = NextIsFor(call) && Next.TryDequeue(out var scripted) ? scripted(http)
            : request.Method == "DELETE" ? Results.Json(new { error = new { code = "DeleteActivityAPINotImplemented" } }, statusCode: 501)
            : call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal) ? Results.Json(
                new { id = "19:agents@thread.tacv2;messageid=1700000000777", activityId = "1700000000777" }, statusCode: 201)
            : call.Type == "typing" ? Results.StatusCode(202)
            : Results.Json(new { id = $"{1_700_000_000_000 + Interlocked.Increment(ref ids)}" }, statusCode: request.Method == "PUT" ? 200 : 201);
        calls.Writer.TryWrite(call);
        return answer;
    }

    /// <summary>What the bot called.</summary>
    internal sealed record Call(string Method, string Path, string Authorization, JsonObject Body)
    {
        public string? Type => (string?)Body["type"];

        public string? Text => (string?)Body["text"];

        public string? ReplyToId => (string?)Body["replyToId"];
    }
}
