using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>A conversation over <c>/api/messages</c>; answers come through the connector that this program serves.</summary>
internal sealed class MessagesLine(LoadHttp http, LoadPlan plan, TimeProvider time, int home, string conversationId, Uri serviceUrl) : ILoadLine
{
    private readonly AwaitedAnswer awaited = new(time);
    private readonly Lock gate = new();
    private readonly List<string> taken = [];
    private readonly List<ShownActivity> shown = [];

    public IReadOnlyList<string> Taken => taken;

    public IReadOnlyList<string>? Heard => null;

    public bool IsHandedOver { get; private set; }

    public async Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken)
    {
        var mark = $"{conversationId}-{taken.Count + 1}";
        var answer = awaited.Expect(mark);
        var json = $$"""
            {"type":"message","id":"{{mark}}","channelId":"load","serviceUrl":"{{serviceUrl}}","locale":"en-GB","textFormat":"plain",
            "from":{"id":"customer-{{conversationId}}","name":"Customer"},"recipient":{"id":"bot","name":"Bot"},
            "conversation":{"id":"{{conversationId}}"},"text":"{{JavaScriptEncoder.Default.Encode(text)}}"}
            """;
        var (status, _) = await http.SendAsync(HttpMethod.Post, "api/messages", null, Encoding.UTF8.GetBytes(json), home, cancellationToken);
        if ((int)status is < 200 or > 299)
            return (null, null);
        var acknowledged = time.GetTimestamp();
        taken.Add(mark);
        return (acknowledged, await awaited.WaitAsync(answer, plan.AnswerWithin, cancellationToken));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<IReadOnlyList<ShownActivity>> ReadBackAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<ShownActivity>>([.. shown]);
    }

    /// <summary>The bot said something in this conversation.</summary>
    public void Take(JsonElement activity, long at)
    {
        var answered = LoadActivity.Text(activity, "replyToId");
        lock (gate)
            shown.Add(new(LoadActivity.Text(activity, "id"), null, answered, LoadActivity.Content(activity)));
        IsHandedOver |= LoadActivity.IsHandoff(activity);
        if (answered is not null)
            awaited.Came(answered, at);
    }
}
