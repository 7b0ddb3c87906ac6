using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Tests.Bot;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.Handoffs;

/// <summary>Another engagement hub: it is posted activities, and answers with the documented events and nothing else.</summary>
internal sealed class FakeHub : HttpMessageHandler
{
    public const string Key = "the key that we send";
    public const string ReplyKey = "the key that the hub sends, long enough";

    private readonly Channel<(HttpRequestMessage Request, JsonObject Activity)> received = Channel.CreateUnbounded<(HttpRequestMessage, JsonObject)>();

    /// <summary>What it answers with; null while it cannot be reached.</summary>
    public HttpStatusCode? Answer { get; set; } = HttpStatusCode.OK;

    public static void Configure(HandoffOptions options)
    {
        options.Hub.Url = "https://hub.example/activities";
        options.Hub.Key = Key;
        options.Hub.ReplyKey = ReplyKey;
        options.Hub.PublicUrl = "https://support.example/";
    }

    public void Join(IServiceCollection services) =>
        services.AddHttpClient(HubLine.ClientName).ConfigurePrimaryHttpMessageHandler(() => this);

    /// <summary>The next activity that was posted to it.</summary>
    public async Task<JsonObject> NextAsync() => (await NextRequestAsync()).Activity;

    public async Task<(HttpRequestMessage Request, JsonObject Activity)> NextRequestAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await received.Reader.ReadAsync(limit.Token);
    }

    public bool HasMore => received.Reader.TryPeek(out _);

    /// <summary>Reports where a handoff stands.</summary>
    public static Task<(int Status, JsonNode Body)> ReportAsync(BotHarness bot, string state, string? message = null, string id = "s1") => PostAsync(
        bot,
        new JsonObject
        {
            ["type"] = "event", ["name"] = "handoff.status", ["id"] = id, ["conversation"] = new JsonObject { ["id"] = "c1" },
            ["from"] = new JsonObject { ["name"] = "Ana" },
            ["value"] = new JsonObject { ["state"] = state, ["message"] = message },
        }.ToJsonString());

    /// <summary>Posts to where we hear hubs.</summary>
    public static async Task<(int Status, JsonNode Body)> PostAsync(BotHarness bot, string body, string? key = ReplyKey)
    {
        var http = new DefaultHttpContext { RequestServices = bot.Services };
        http.Request.Method = "POST";
        http.Request.ContentLength = Encoding.UTF8.GetByteCount(body);
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        if (key is not null)
            http.Request.Headers.Authorization = $"Bearer {key}";
        var answer = new MemoryStream();
        http.Response.Body = answer;
        await HubEndpoint.HandleAsync(
            http, bot.Services.GetRequiredService<IOptions<HandoffOptions>>(), bot.Services.GetRequiredService<HubReports>());
        return (http.Response.StatusCode, JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray()))!);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var activity = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        received.Writer.TryWrite((request, activity));
        return Answer is { } status ? new HttpResponseMessage(status) : throw new HttpRequestException("Nobody listens.");
    }
}
