using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>A first reply the agent may edit and send, and how to sound.</summary>
internal static class BriefReply
{
    /// <summary>Says that it was read, and what happens next. Never "how can I help".</summary>
    public static string Suggest(BriefMaterial material)
    {
        if (material.Reason == HandoffReason.AtRisk)
            return "I’m here with you now, and I have read what you wrote. Are you safe at this moment?";

        const string heard = "I’ve read everything here, so you needn’t repeat it";
        var next = (material.Order, material.Reason) switch
        {
            ({ } order, _) => $"I’m looking at order {order.Value} now.",
            (null, HandoffReason.BotFailed or HandoffReason.BackOfficeDown) =>
                "our system let you down, so I’m taking it over by hand.",
            (null, HandoffReason.RepeatedContact) => "I’m staying with this until you have your answer.",
            _ => "I’m taking it over now.",
        };
        return $"{heard} – {next}";
    }

    /// <summary>How to sound, in one line. Neutral when the mood is not read.</summary>
    public static string Tone(BriefMaterial material)
    {
        var conversation = material.Conversation;
        if (material.Reason == HandoffReason.AtRisk)
            return "Calm, present, unhurried; safety before anything else.";
        if (conversation.ReadingOff || conversation.Journey.Current is not { } now)
            return Sympathy("Friendly and to the point", conversation.SkipSympathy);

        var tone = (now.Emotion, now.Intensity) switch
        {
            (Emotion.Anger, >= HandoffPolicy.StrongAnger) => "Short and calm; solution first, no cheer",
            (Emotion.Anger or Emotion.Frustration, _) => "Plain and quick; a concrete step first",
            (Emotion.Disappointment, _) => "Own what went wrong, then say what you will do",
            (Emotion.Anxiety, _) => "Steady; facts and times, no reassurances",
            (Emotion.Confusion, _) => "Simple words, one step at a time",
            (Emotion.Sadness, _) => "Gentle and unhurried",
            (Emotion.Gratitude or Emotion.Relief or Emotion.Joy, _) => "Warm and brief",
            _ => "Friendly and to the point",
        };
        if (now.Emotion.IsNegative() && conversation.Acknowledgements.ApologisedFor.Count > 0)
            tone += "; an apology was made already";
        return Sympathy(tone, conversation.SkipSympathy);
    }

    private static string Sympathy(string tone, bool skip) => skip ? $"{tone}; they asked for no sympathy." : $"{tone}.";
}
