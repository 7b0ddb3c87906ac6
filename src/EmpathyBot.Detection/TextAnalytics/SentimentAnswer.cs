namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>Turns the service's answer into our words, and refuses one that cannot be about what was sent.</summary>
internal static class SentimentAnswer
{
    /// <exception cref="InvalidDataException">The answer is about another text, or out of range.</exception>
    public static ServiceSentiment Read(DocumentSentiment answer, string sent)
    {
        if (answer.Sentences.Any(sentence => !sent.Contains(sentence.Text, StringComparison.Ordinal)))
            throw new InvalidDataException("The answer is about another text.");
        var opinions = answer.Sentences.SelectMany(sentence => sentence.Opinions).Select(OpinionOf).OrderByDescending(opinion => opinion.Strength);
        return new(ValenceOf(answer.Sentiment), Strength(answer.Sentiment, answer.ConfidenceScores), [.. opinions]);
    }

    private static Opinion OpinionOf(SentenceOpinion opinion) => new(
        ValenceOf(opinion.Target.Sentiment),
        Strength(opinion.Target.Sentiment, opinion.Target.ConfidenceScores),
        opinion.Target.Text,
        [.. opinion.Assessments.Select(assessment => assessment.Text)]);

    private static double Strength(TextSentiment sentiment, SentimentConfidenceScores scores)
    {
        var strength = sentiment switch
        {
            TextSentiment.Positive => scores.Positive,
            TextSentiment.Negative => scores.Negative,
            TextSentiment.Neutral => scores.Neutral,
            _ => Math.Max(scores.Positive, scores.Negative),
        };
        return strength is >= 0 and <= 1 ? strength : throw new InvalidDataException("A confidence is out of range.");
    }

    private static Valence ValenceOf(TextSentiment sentiment) => sentiment switch
    {
        TextSentiment.Positive => Valence.Positive,
        TextSentiment.Negative => Valence.Negative,
        TextSentiment.Mixed => Valence.Mixed,
        _ => Valence.Neutral,
    };
}
