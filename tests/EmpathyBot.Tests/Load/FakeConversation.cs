using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.Tests.Load;

/// <summary>What one conversation of a fake bot shows, to whoever reads and to whoever listens.</summary>
internal sealed class FakeConversation
{
    private readonly Lock gate = new();
    private readonly List<string> activities = [];
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private bool isBroken;

    public int Count() => Interlocked.Increment(ref count);

    public void Add(JsonObject activity)
    {
        lock (gate)
            activities.Add(activity.ToJsonString());
        Wake();
    }

    /// <summary>Cuts the socket that is open now; the next one is served.</summary>
    public void Break()
    {
        isBroken = true;
        Wake();
    }

    public string Page(int after)
    {
        lock (gate)
            return $$"""{"activities":[{{string.Join(',', activities.Skip(after))}}],"watermark":"{{activities.Count}}"}""";
    }

    /// <summary>What is answered to the message of this number.</summary>
    public static IEnumerable<JsonObject> Answers(Manners manners, int number, string before) => manners switch
    {
        Manners.AnswersTwice => [Answer($"{before}{number}"), Answer($"{before}{number}")],
        Manners.ForgetsTheThird when number == 3 => [],
        Manners.ShowsOthersTheFirst when number == 1 =>
            [Answer($"{before}{number}"), new() { ["type"] = "message", ["conversation"] = new JsonObject { ["id"] = "another" } }],
        Manners.AnswersInPairsBackwards when number % 2 == 1 => [],
        Manners.AnswersInPairsBackwards => [Answer($"{before}{number}"), Answer($"{before}{number - 1}")],
        _ => [Answer($"{before}{number}")],
    };

    public async Task ServeAsync(HttpContext context, int after)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        while (!isBroken)
        {
            Task more;
            string page;
            lock (gate)
            {
                more = grown.Task;
                page = Page(after);
                after = activities.Count;
            }

            await socket.SendAsync(Encoding.UTF8.GetBytes(page), WebSocketMessageType.Text, true, context.RequestAborted);
            await more.WaitAsync(context.RequestAborted);
        }

        isBroken = false;
        socket.Abort();
    }

    private void Wake()
    {
        TaskCompletionSource old;
        lock (gate)
            (old, grown) = (grown, new(TaskCreationOptions.RunContinuationsAsynchronously));
        old.SetResult();
    }

    private static JsonObject Answer(string to) => new() { ["type"] = "message", ["id"] = $"to-{to}", ["text"] = "Gladly.", ["replyToId"] = to };
}
