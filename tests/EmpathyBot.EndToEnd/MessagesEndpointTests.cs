using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.EndToEnd;

/// <summary><c>/api/messages</c> of the real host, with a connector that answers as a channel's does.</summary>
public sealed class MessagesEndpointTests(MessagesEndpointTests.OneHost shared) : IClassFixture<MessagesEndpointTests.OneHost>, IAsyncLifetime
{
    private readonly HostProcess host = shared.Host;
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task A_message_is_answered_200_and_the_reply_comes_through_the_connector()
    {
        using var answer = await PostAsync(Message("a-1", "what does shipping to Germany cost?"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());

        var (path, reply) = await connector.NextAsync();
        Assert.Equal("/v3/conversations/conv%3B1/activities/a-1", path);
        Assert.Equal("a-1", (string?)reply["replyToId"]);
        Assert.Contains("Germany", (string?)reply["text"]);
    }

    [Fact]
    public async Task A_redelivered_activity_is_answered_and_not_run_again()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var answer = await PostAsync(Message("a-2", "how do I return something?", conversation: 2));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var next = await PostAsync(Message("a-3", "what are your opening hours?", conversation: 2));
        Assert.Equal("a-2", (string?)(await connector.NextAsync()).Activity["replyToId"]);
        Assert.Equal("a-3", (string?)(await connector.NextAsync()).Activity["replyToId"]);
    }

    [Fact]
    public async Task What_expects_replies_gets_them_in_the_response()
    {
        var activity = Message("a-4", "how do I return something?", conversation: 4);
        activity["deliveryMode"] = "expectReplies";
        using var answer = await PostAsync(activity);
        var replies = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        Assert.Contains("30 days", (string?)Assert.Single(replies)!["text"]);
    }

    [Fact]
    public async Task An_invoke_nobody_answers_is_501()
    {
        var activity = Message("a-5", "", conversation: 5);
        activity["type"] = "invoke";
        activity["name"] = "task/fetch";
        using var answer = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task A_forged_handoff_status_is_answered_200_and_changes_nothing()
    {
        var activity = Message("a-6", "", conversation: 6);
        activity["type"] = "event";
        activity["name"] = "handoff.status";
        activity["value"] = new JsonObject { ["state"] = "accepted" };
        using var answer = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":""}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":"c"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":{"id":"c"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"file:///etc/hosts"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"somethingNew","conversation":{"id":"c9"},"id":"x","serviceUrl":"http://127.0.0.1:9"}""", HttpStatusCode.OK)]
    public async Task Bad_input_gets_a_clear_status(string body, HttpStatusCode expected)
    {
        using var answer = await host.Http.PostAsync("api/messages", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Too_large_a_body_is_refused_and_other_methods_too()
    {
        using var large = await host.Http.PostAsync("api/messages", new StringContent("{\"type\":\"" + new string('x', 300_000) + "\"}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var get = await host.Http.GetAsync("api/messages");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task A_bogus_token_is_unauthorized()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = JsonContent.Create(Message("a-7", "hi", conversation: 7)) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer x.y.z");
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => host.Http.PostAsJsonAsync("api/messages", activity);

    /// <summary>A message; each test has a conversation and a customer of its own, since they share the host.</summary>
    private JsonObject Message(string id, string text, int conversation = 1) => new()
    {
        ["type"] = "message", ["id"] = id, ["text"] = text, ["channelId"] = "test", ["serviceUrl"] = connector.Url,
        ["from"] = new JsonObject { ["id"] = $"user-{conversation}" }, ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = $"conv;{conversation}" }, ["unknownField"] = new JsonObject { ["kept"] = true },
    };

    /// <summary>The host that all these tests speak with: none of them changes what another one sees.</summary>
    public sealed class OneHost : IAsyncLifetime
    {
        public HostProcess Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await HostProcess.StartAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    /// <summary>A channel's connector that remembers what it was sent.</summary>
    private sealed class FakeConnector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly BlockingCollection<(string Path, JsonObject Activity)> received = [];

        private FakeConnector(WebApplication app) => this.app = app;

        public string Url => app.Urls.First();

        public static async Task<FakeConnector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var connector = new FakeConnector(builder.Build());
            connector.app.MapPost("/v3/{**rest}", async (HttpRequest request) =>
            {
                var activity = (await request.ReadFromJsonAsync<JsonObject>())!;
                var raw = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
                if ((string?)activity["type"] != "typing")
                    connector.received.Add((raw, activity));
                return Results.Json(new { id = "1" }, statusCode: 201);
            });
            await connector.app.StartAsync();
            return connector;
        }

        public Task<(string Path, JsonObject Activity)> NextAsync() => Task.Run(() =>
            received.TryTake(out var next, TimeSpan.FromSeconds(30)) ? next : throw new TimeoutException("The connector was not called."));

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            received.Dispose();
        }
    }
}
