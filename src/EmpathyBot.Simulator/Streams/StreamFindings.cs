using System.Collections.Concurrent;
using System.Text.Json;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Streams;

/// <summary>What was shown on one stream, compared with what was sent on it.</summary>
internal sealed class StreamFindings(string conversationId)
{
    private readonly ConcurrentDictionary<string, StreamMessage> byMark = new(concurrencyLevel: 1, capacity: 1);
    private readonly Dictionary<string, StreamMessage> byId = [];
    private readonly HashSet<string> seen = [];

    /// <summary>Activities that were shown more than once.</summary>
    public int Doubled { get; private set; }

    /// <summary>Activities of other conversations.</summary>
    public int Foreign { get; private set; }

    /// <summary>True once a person was called: then not every message is answered.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>All that was sent.</summary>
    public IEnumerable<StreamMessage> Expected => byMark.Values;

    /// <summary>From now on this message may be shown.</summary>
    public void Expect(StreamMessage message) => byMark[message.Mark] = message;

    /// <summary>A frame came at this stamp. Frames come one after the other.</summary>
    public void Take(ReadOnlyMemory<byte> frame, long at)
    {
        using var page = JsonDocument.Parse(frame);
        foreach (var activity in page.RootElement.GetProperty("activities").EnumerateArray())
            Take(activity, at);
    }

    private void Take(JsonElement activity, long at)
    {
        if (activity.TryGetProperty("conversation", out var conversation) && LoadActivity.Text(conversation, "id") is { } of && of != conversationId)
            Foreign++;
        // What passes by, such as typing, is not stored and may be shown again.
        if (LoadActivity.Text(activity, "type") == "typing")
            return;
        var id = LoadActivity.Text(activity, "id");
        if (id is not null && !seen.Add(id))
            Doubled++;
        IsHandedOver |= LoadActivity.IsHandoff(activity);
        if (LoadActivity.Mark(activity) is { } mark && byMark.TryGetValue(mark, out var message))
        {
            message.Shown(at);
            if (id is not null)
                byId[id] = message;
        }
        else if (LoadActivity.Text(activity, "replyToId") is { } to && byId.TryGetValue(to, out var answered))
        {
            answered.Answered(at);
        }
    }
}
