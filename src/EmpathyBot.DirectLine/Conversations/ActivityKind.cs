using System.Text.Json.Nodes;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>What becomes of an activity.</summary>
internal enum ActivityKind
{
    /// <summary>Kept, shown (the echo by which a client knows that it was sent), and the bot acts on it.</summary>
    ActedUpon,

    /// <summary>Kept and shown.</summary>
    Kept,

    /// <summary>Kept; clients are never shown it, not even their own.</summary>
    KeptUnseen,

    /// <summary>Shown to whoever listens now, never kept.</summary>
    Passing,

    /// <summary>Answered, and that is all.</summary>
    Unheeded,
}

/// <summary>Tells the kind of an activity by its type.</summary>
internal static class ActivityKinds
{
    public static ActivityKind Of(JsonObject activity) => WireText.Of(activity["type"]) switch
    {
        // Only an authenticated hub may move a handoff. The protocol asks that this is not refused.
        "event" when IsHandoffStatus(activity) => ActivityKind.Unheeded,
        "message" or "event" or "invoke" => ActivityKind.ActedUpon,
        "typing" => ActivityKind.Passing,
        "conversationUpdate" => ActivityKind.KeptUnseen,
        _ => ActivityKind.Kept,
    };

    private static bool IsHandoffStatus(JsonObject activity) =>
        string.Equals(WireText.Of(activity["name"])?.Trim(), "handoff.status", StringComparison.OrdinalIgnoreCase);
}
