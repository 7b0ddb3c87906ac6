namespace EmpathyBot.Domain.Emotions;

/// <summary>
/// What a message asks of us apart from feeling. Always read, since it is needed to serve; kept only as reason codes.
/// </summary>
public sealed record MessageSignals
{
    /// <summary>Says the opposite of what is meant.</summary>
    public bool Sarcasm { get; init; }

    /// <summary>Has contacted, asked or waited before, or the problem recurs.</summary>
    public bool Repeat { get; init; }

    /// <summary>Time presses.</summary>
    public bool Urgent { get; init; }

    /// <summary>Asks for a person.</summary>
    public bool WantsHuman { get; init; }

    /// <summary>Insults or profanity aimed at company or staff.</summary>
    public bool Abusive { get; init; }

    /// <summary>Threatens to leave, to complain publicly or legally.</summary>
    public bool Churn { get; init; }

    /// <summary>Speaks of harm to self or others.</summary>
    public bool AtRisk { get; init; }

    /// <summary>ISO 639-1 code of the language the message is written in, or null when too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>No signal at all.</summary>
    public static MessageSignals None { get; } = new();
}
