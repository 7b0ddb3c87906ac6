using ActivityKind = System.Diagnostics.ActivityKind;
using ActivitySource = System.Diagnostics.ActivitySource;
using Span = System.Diagnostics.Activity;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// The spans of a turn: <c>turn</c> with <c>gather</c>, <c>match</c>, <c>decide</c> and <c>act</c> in it; the host adds <c>read</c>,
/// <c>commit</c> and <c>call</c>; <c>deliver</c> stands by itself. Free while nobody listens. Ids and codes are in them, never words.
/// </summary>
public static class BotTelemetry
{
    /// <summary>Name of the source, and of the host's meter.</summary>
    public const string Name = "EmpathyBot";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a step; disposing it ends it. Null while nobody listens.</summary>
    public static Span? Begin(string step) => Source.StartActivity(step);

    /// <summary>Begins a turn.</summary>
    internal static Span? BeginTurn(Activity activity)
    {
        var turn = Source.StartActivity("turn", ActivityKind.Consumer);
        turn?.SetTag("conversation.id", activity.Conversation.Id).SetTag("turn.id", activity.Id).SetTag("channel", activity.ChannelId);
        return turn;
    }
}
