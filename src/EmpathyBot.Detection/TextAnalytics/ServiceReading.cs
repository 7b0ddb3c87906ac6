using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>Which way the service says a message leans.</summary>
internal enum Valence { Neutral = 0, Negative, Positive, Mixed }

/// <summary>Something that is praised or blamed in a message.</summary>
/// <param name="Valence">Positive, negative or mixed.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Target">What it is about, in the customer's words.</param>
/// <param name="Words">The words that praise or blame.</param>
internal sealed record Opinion(Valence Valence, double Strength, string Target, IReadOnlyList<string> Words);

/// <summary>What the service said of a message's feeling.</summary>
/// <param name="Valence">Which way it leans.</param>
/// <param name="Strength">How sure the service is of that, 0 to 1.</param>
/// <param name="Opinions">Strongest first.</param>
internal sealed record ServiceSentiment(Valence Valence, double Strength, IReadOnlyList<Opinion> Opinions);

/// <summary>All that the service said of a message; what it did not answer is null or empty.</summary>
/// <param name="Language">ISO 639-1 code, or null.</param>
/// <param name="Sentiment">The feeling, or null.</param>
/// <param name="Secrets">What must be masked.</param>
internal sealed record ServiceReading(string? Language, ServiceSentiment? Sentiment, IReadOnlyList<KnownSecret> Secrets)
{
    public static ServiceReading Nothing { get; } = new(null, null, []);
}
