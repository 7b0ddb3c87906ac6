namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>Which way a text leans.</summary>
public enum TextSentiment
{
    Positive = 0,
    Neutral = 1,
    Negative = 2,
    /// <summary>Positive and negative sentences in one document.</summary>
    Mixed = 3,
}

/// <summary>How sure the service is of each side, 0 to 1; for targets and assessments neutral is always 0.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative) => (Positive, Neutral, Negative) = (positive, neutral, negative);

    public double Positive { get; }

    public double Neutral { get; }

    public double Negative { get; }
}

/// <summary>The sentiment of a document.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment(TextSentiment sentiment, SentimentConfidenceScores confidenceScores, IReadOnlyCollection<SentenceSentiment> sentences) =>
        (Sentiment, ConfidenceScores, Sentences) = (sentiment, confidenceScores, sentences);

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }
}

/// <summary>The sentiment of a sentence.</summary>
public readonly struct SentenceSentiment
{
    internal SentenceSentiment(
        TextSentiment sentiment, string text, SentimentConfidenceScores confidenceScores, int offset, int length, IReadOnlyCollection<SentenceOpinion> opinions) =>
        (Sentiment, Text, ConfidenceScores, Offset, Length, Opinions) = (sentiment, text, confidenceScores, offset, length, opinions);

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    /// <summary>Where it starts, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>What is praised or blamed; empty unless it was asked for.</summary>
    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }
}

/// <summary>Something that is praised or blamed, and the words that do so.</summary>
public readonly struct SentenceOpinion
{
    internal SentenceOpinion(TargetSentiment target, IReadOnlyCollection<AssessmentSentiment> assessments) => (Target, Assessments) = (target, assessments);

    public TargetSentiment Target { get; }

    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; }
}

/// <summary>What an opinion is about.</summary>
public readonly struct TargetSentiment
{
    internal TargetSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores confidenceScores, int offset, int length) =>
        (Sentiment, Text, ConfidenceScores, Offset, Length) = (sentiment, text, confidenceScores, offset, length);

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public int Offset { get; }

    public int Length { get; }
}

/// <summary>What an opinion says.</summary>
public readonly struct AssessmentSentiment
{
    internal AssessmentSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores confidenceScores, bool isNegated, int offset, int length) =>
        (Sentiment, Text, ConfidenceScores, IsNegated, Offset, Length) = (sentiment, text, confidenceScores, isNegated, offset, length);

    public TextSentiment Sentiment { get; }

    public string Text { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public bool IsNegated { get; }

    public int Offset { get; }

    public int Length { get; }
}
