using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Tests.Load;

/// <summary>How a fake bot treats the messages of a conversation.</summary>
public enum Manners
{
    AnswersEach,
    AnswersTwice,
    AnswersInPairsBackwards,
    ForgetsTheThird,
    RefusesTheThird,
    BreaksTheStreamAfterTheThird,
    ShowsOthersTheFirst,
}

/// <summary>Serves just enough of Direct Line and of <c>/api/messages</c> on this machine, with good or bad manners.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Manners manners;
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<string, FakeConversation> conversations = new();
    private int begun;

    private FakeBot(WebApplication app, Manners manners) => (this.app, this.manners) = (app, manners);

    public Uri Url => new(app.Urls.First());

    public int Conversations => conversations.Count;

    public static async Task<FakeBot> StartAsync(Manners manners)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = new FakeBot(builder.Build(), manners);
        bot.app.UseWebSockets();
        bot.app.MapPost("/api/token", () => Interlocked.Increment(ref bot.begun) is var number ? new { token = $"c{number}", conversationId = $"c{number}" } : null);
        bot.app.MapPost("/v3/directline/conversations", (HttpRequest request) => new { streamUrl = bot.Stream(request.Headers.Authorization.ToString()["Bearer ".Length..], 0) });
        bot.app.MapGet("/v3/directline/conversations/{id}", (string id, string? watermark) => new { streamUrl = bot.Stream(id, After(watermark)) });
        bot.app.MapPost("/v3/directline/conversations/{id}/activities", bot.PostAsync);
        bot.app.MapGet("/v3/directline/conversations/{id}/activities", (string id, string? watermark) => Results.Text(bot.Of(id).Page(After(watermark)), "application/json"));
        bot.app.Map("/stream/{id}", (HttpContext context, string id, int? watermark) => bot.Of(id).ServeAsync(context, watermark ?? 0));
        bot.app.MapPost("/api/messages", bot.ReceiveAsync);
        await bot.app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private string Stream(string id, int watermark) => $"ws://{Url.Authority}/stream/{id}?watermark={watermark}";

    private static int After(string? watermark) => string.IsNullOrEmpty(watermark) ? 0 : int.Parse(watermark, CultureInfo.InvariantCulture);

    private FakeConversation Of(string id) => conversations.GetOrAdd(id, _ => new());

    private async Task<IResult> PostAsync(HttpContext context, string id)
    {
        var activity = (await context.Request.ReadFromJsonAsync<JsonObject>())!;
        var conversation = Of(id);
        var number = conversation.Count();
        if (manners == Manners.RefusesTheThird && number == 3)
            return Results.Json(new { error = "no" }, statusCode: StatusCodes.Status400BadRequest);
        activity["id"] = $"{id}|{number}";
        conversation.Add(activity);
        foreach (var answer in FakeConversation.Answers(manners, number, $"{id}|"))
            conversation.Add(answer);
        if (manners == Manners.BreaksTheStreamAfterTheThird && number == 3)
            conversation.Break();
        return Results.Json(new { id = $"{id}|{number}" });
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var activity = (await context.Request.ReadFromJsonAsync<JsonObject>())!;
        var id = (string)activity["conversation"]!["id"]!;
        var conversation = Of(id);
        foreach (var answer in FakeConversation.Answers(manners, conversation.Count(), $"{id}-"))
        {
            answer["conversation"] = new JsonObject { ["id"] = id };
            using var content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json");
            using var taken = await http.PostAsync(new Uri($"{activity["serviceUrl"]}v3/conversations/{id}/activities/{answer["replyToId"]}"), content);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }
    }
}
