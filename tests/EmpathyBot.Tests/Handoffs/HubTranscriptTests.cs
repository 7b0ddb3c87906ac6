using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.Handoffs;

public sealed class HubTranscriptTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(3, 8000)]
    [InlineData(400, 8000)]
    [InlineData(400, 28_000)]
    public void It_keeps_within_the_bytes_and_leaves_out_the_oldest(int messages, int bytes)
    {
        IReadOnlyList<ConversationEvent> events = [.. Enumerable.Range(1, messages).Select(number => new CustomerSaid($"t{number}", At, $"{number}: wo ist es 你好?", null, []))];
        var activity = new JsonObject { ["value"] = new JsonObject { ["ticket"] = "H-1" } };

        HubTranscript.Attach(activity, events, new ContactMask([]), bytes);

        var said = activity["attachments"]![0]!["content"]!["activities"]!.AsArray();
        Assert.True(Encoding.UTF8.GetByteCount(activity.ToJsonString()) <= bytes);
        Assert.StartsWith($"{messages}:", (string?)said[^1]!["text"]);
        Assert.Equal(messages - said.Count, (int?)activity["value"]!["transcriptLeftOut"] ?? 0);
        Assert.True(said.Count == messages || said.Count > 40);
    }
}
