using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>A conversation over embedded Direct Line: posts, and a stream.</summary>
internal sealed class DirectLineLine : ILoadLine
{
    private readonly LoadHttp http;
    private readonly LoadPlan plan;
    private readonly TimeProvider time;
    private readonly AwaitedAnswer awaited;
    private readonly string token, conversation;
    private readonly int home;
    private readonly List<string> taken = [];
    private readonly Dictionary<string, string> marks = [];
    private readonly DirectLineStream stream;
    private int said;

    private DirectLineLine(LoadHttp http, LoadPlan plan, TimeProvider time, int home, JsonElement given)
    {
        (this.http, this.plan, this.time, this.home, awaited) = (http, plan, time, home, new(time));
        token = given.GetProperty("token").GetString()!;
        conversation = "v3/directline/conversations/" + Uri.EscapeDataString(given.GetProperty("conversationId").GetString()!);
        stream = new(http, conversation, token, home, time, Hear);
    }

    public IReadOnlyList<string> Taken => taken;

    public IReadOnlyList<string>? Heard => stream.Heard;

    public bool IsHandedOver { get; private set; }

    /// <summary>Gets a token, begins the conversation and opens its stream.</summary>
    public static async Task<ILoadLine> BeginAsync(LoadHttp http, LoadPlan plan, TimeProvider time, int home, CancellationToken cancellationToken)
    {
        var (status, given) = await http.SendAsync(HttpMethod.Post, "api/token", null, """{"locale":"en"}"""u8.ToArray(), home, cancellationToken);
        if (status == System.Net.HttpStatusCode.TooManyRequests)
            throw new InvalidOperationException("The bot gives no more tokens to one address. Start it with a higher DirectLine:MaxTokensPerMinute for measuring.");
        if (given.ValueKind != JsonValueKind.Object || (int)status >= 400)
            throw new InvalidOperationException($"POST /api/token was answered {(int)status}: is this the address of a bot with Direct Line?");
        var line = new DirectLineLine(http, plan, time, home, given);
        var (_, begun) = await http.SendAsync(HttpMethod.Post, "v3/directline/conversations", line.token, "{}"u8.ToArray(), home, cancellationToken);
        await line.stream.OpenAsync(begun, cancellationToken);
        return line;
    }

    public async Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken)
    {
        var mark = $"{++said}";
        var answer = awaited.Expect(mark);
        var json = $$"""
            {"type":"message","from":{"id":"customer"},"text":"{{JavaScriptEncoder.Default.Encode(text)}}",
            "channelData":{"clientActivityID":"{{mark}}"} }
            """;
        var (status, _) = await http.SendAsync(
            HttpMethod.Post, conversation + "/activities", token, System.Text.Encoding.UTF8.GetBytes(json), home, cancellationToken);
        if ((int)status is < 200 or > 299)
            return (null, null);
        var acknowledged = time.GetTimestamp();
        taken.Add(mark);
        return (acknowledged, await awaited.WaitAsync(answer, plan.AnswerWithin, cancellationToken));
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    public async Task<IReadOnlyList<ShownActivity>> ReadBackAsync(CancellationToken cancellationToken)
    {
        var all = new List<ShownActivity>();
        var known = new Dictionary<string, string>();
        for (var after = ""; ;)
        {
            var (_, page) = await http.SendAsync(HttpMethod.Get, $"{conversation}/activities?watermark={after}", token, null, home, cancellationToken);
            if (page.ValueKind != JsonValueKind.Object || !page.TryGetProperty("activities", out var activities))
                throw new InvalidOperationException($"The stream of {conversation} could not be read back.");
            if (activities.GetArrayLength() == 0)
                return all;
            all.AddRange(activities.EnumerateArray().Select(activity => Shown(activity, known)));
            after = LoadActivity.Text(page, "watermark");
        }
    }

    private static ShownActivity Shown(JsonElement activity, Dictionary<string, string> known)
    {
        var mark = LoadActivity.Mark(activity);
        if (mark is not null && LoadActivity.Text(activity, "id") is { } id)
            known[id] = mark;
        return new(LoadActivity.Text(activity, "id"), mark, LoadActivity.Text(activity, "replyToId") is { } to ? known.GetValueOrDefault(to) : null, LoadActivity.Content(activity));
    }

    private void Hear(JsonElement activity, long at)
    {
        if (Shown(activity, marks).AnswerTo is { } answered)
            awaited.Came(answered, at);
        IsHandedOver |= LoadActivity.IsHandoff(activity);
    }
}
