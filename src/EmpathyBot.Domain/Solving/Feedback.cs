namespace EmpathyBot.Domain.Solving;

/// <summary>What an answer to the question for feedback holds.</summary>
/// <param name="Rating">1 (poor) to 5 (very good), or null when there is none in it.</param>
/// <param name="IsAll">True when the rating is the whole message.</param>
/// <param name="Appraises">True when it says how the conversation was: "quick answer", "too many questions".</param>
public sealed record FeedbackHeard(int? Rating, bool IsAll, bool Appraises)
{
    /// <summary>The worst and the best rating.</summary>
    public const int Worst = 1, Best = 5;

    /// <summary>Nothing of the kind.</summary>
    public static FeedbackHeard Nothing { get; } = new(null, false, false);
}

/// <summary>What the question for feedback waits for: one message, whatever it is.</summary>
public enum FeedbackWait
{
    /// <summary>Nothing: it was not asked, or is over.</summary>
    None = 0,
    /// <summary>A rating, words, or both.</summary>
    Answer,
    /// <summary>A rating was given; words may follow.</summary>
    Words,
}
