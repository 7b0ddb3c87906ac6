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

    private DirectLineLine(LoadHttp http, LoadPlan plan, TimeProvider time, int home, DirectLineEntry begun)
    {
        (this.http, this.plan, this.time, this.home, awaited) = (http, plan, time, home, new(time));
        (token, conversation) = (begun.Token, begun.Path);
        stream = new(http, conversation, token, home, time, Hear);
    }

    public IReadOnlyList<string> Taken => taken;

    public IReadOnlyList<string>? Heard => stream.Heard;

    public bool IsHandedOver { get; private set; }

    /// <summary>Gets a token, begins the conversation and opens its stream.</summary>
    public static async Task<ILoadLine> BeginAsync(LoadHttp http, LoadPlan plan, TimeProvider time, int home, CancellationToken cancellationToken)
    {
        var begun = await DirectLineEntry.BeginAsync(http, home, cancellationToken);
        var line = new DirectLineLine(http, plan, time, home, begun);
        await line.stream.OpenAsync(begun.Answer, cancellationToken);
        return line;
    }

    public async Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken)
    {
        var mark = $"{++said}";
        var answer = awaited.Expect(mark);
        var (status, _) = await http.SendAsync(
            HttpMethod.Post, conversation + "/activities", token, LoadActivity.Message(text, mark), home, cancellationToken);
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
