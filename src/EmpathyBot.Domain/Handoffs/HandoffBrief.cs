using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>A sentence of the brief with the turns it rests on. A sentence without a turn is a bug, and refused.</summary>
public sealed record BriefSentence
{
    /// <summary>Makes a sentence that rests on at least one turn.</summary>
    /// <exception cref="ArgumentException">No text, or no turn.</exception>
    public BriefSentence(string text, IReadOnlyList<string> turnIds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(turnIds);
        if (turnIds.Count == 0)
            throw new ArgumentException($"The brief sentence \"{text}\" rests on no turn.", nameof(turnIds));
        (Text, TurnIds) = (text, turnIds);
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Ids of the turns it rests on, at least one.</summary>
    public IReadOnlyList<string> TurnIds { get; }
}

/// <summary>What the customer felt at one moment, with the words that show it.</summary>
public sealed record BriefEmotion(Emotion Emotion, double Intensity, string Quote, string TurnId);

/// <summary>Who the customer is, as far as we know.</summary>
public sealed record BriefCustomer(string? Name, string Channel, string Locale, int EarlierConversations);

/// <summary>A fact the customer gave, so that nobody asks again.</summary>
public sealed record BriefFact(string Name, string Value, string TurnId);

/// <summary>Everything an agent needs before the first word, one packet for every destination.</summary>
public sealed record HandoffBrief
{
    /// <summary>As of when it speaks; what was said later stands in the transcript only.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>One sentence: what the customer wants and what stands in the way.</summary>
    public required BriefSentence Headline { get; init; }

    /// <summary>Two sentences: what the customer wants; what was said or done.</summary>
    public required IReadOnlyList<BriefSentence> Summary { get; init; }

    /// <summary>What else the customer said about the matter, as far as there is room.</summary>
    public IReadOnlyList<BriefSentence> Details { get; init; } = [];

    public required BriefCustomer Customer { get; init; }

    /// <summary>The last earlier contacts in a line each; a line rests on the conversation whose id it names.</summary>
    public IReadOnlyList<BriefSentence> Earlier { get; init; } = [];

    /// <summary>The latest reading; null when the customer switched reading off or nothing was read.</summary>
    public BriefEmotion? EmotionNow { get; init; }

    public BriefEmotion? EmotionPeak { get; init; }

    public EmotionTrend Trend { get; init; }

    /// <summary>What was tried, with what result.</summary>
    public IReadOnlyList<BriefSentence> Tried { get; init; } = [];

    /// <summary>Facts collected: do not ask again.</summary>
    public IReadOnlyList<BriefFact> DoNotAskAgain { get; init; } = [];

    /// <summary>Acknowledgements already given.</summary>
    public IReadOnlyList<BriefSentence> Acknowledged { get; init; } = [];

    public IReadOnlyList<BriefSentence> Promised { get; init; } = [];

    /// <summary>What is still unanswered, or null.</summary>
    public BriefSentence? OpenQuestion { get; init; }

    public required HandoffReason Reason { get; init; }

    /// <summary>A first reply the agent may edit and send.</summary>
    public required string SuggestedReply { get; init; }

    /// <summary>How to sound, in one line.</summary>
    public required string Tone { get; init; }

    /// <summary>Kinds of secrets that were masked, for example <c>card number</c>.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];
}
