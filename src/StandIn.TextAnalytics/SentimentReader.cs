using System.Globalization;
using System.Text.Json;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>Reads a document's sentiment. Targets name their assessments by reference: "#/documents/0/sentences/1/assessments/2".</summary>
internal static class SentimentReader
{
    public static DocumentSentiment Read(JsonElement document)
    {
        var sentences = document.GetProperty("sentences");
        return new(SentimentOf(document), Scores(document), [.. sentences.EnumerateArray().Select(sentence => Sentence(sentence, sentences))]);
    }

    private static SentenceSentiment Sentence(JsonElement json, JsonElement sentences)
    {
        var opinions = json.TryGetProperty("targets", out var targets)
            ? targets.EnumerateArray().Select(target => Opinion(target, sentences)).ToList()
            : [];
        return new(SentimentOf(json), TextOf(json), Scores(json), Int(json, "offset"), Int(json, "length"), opinions);
    }

    private static SentenceOpinion Opinion(JsonElement json, JsonElement sentences)
    {
        var assessments = json.GetProperty("relations").EnumerateArray()
            .Where(relation => relation.GetProperty("relationType").ValueEquals("assessment"))
            .Select(relation => Assessment(relation.GetProperty("ref").GetString()!, sentences));
        return new(new(SentimentOf(json), TextOf(json), Scores(json), Int(json, "offset"), Int(json, "length")), [.. assessments]);
    }

    private static AssessmentSentiment Assessment(string reference, JsonElement sentences)
    {
        if (reference.Split('/') is not ["#", "documents", _, "sentences", var sentence, "assessments", var assessment])
            throw new InvalidOperationException("An assessment is referred to in a way that is not understood.");
        var json = sentences[Index(sentence)].GetProperty("assessments")[Index(assessment)];
        return new(SentimentOf(json), TextOf(json), Scores(json), json.GetProperty("isNegated").GetBoolean(), Int(json, "offset"), Int(json, "length"));

        static int Index(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static TextSentiment SentimentOf(JsonElement json) => json.GetProperty("sentiment").GetString() switch
    {
        "positive" => TextSentiment.Positive,
        "neutral" => TextSentiment.Neutral,
        "negative" => TextSentiment.Negative,
        "mixed" => TextSentiment.Mixed,
        _ => throw new ArgumentException("The service named an unknown sentiment."),
    };

    private static SentimentConfidenceScores Scores(JsonElement json)
    {
        var scores = json.GetProperty("confidenceScores");
        return new(
            scores.GetProperty("positive").GetDouble(),
            scores.TryGetProperty("neutral", out var neutral) ? neutral.GetDouble() : 0,
            scores.GetProperty("negative").GetDouble());
    }

    private static string TextOf(JsonElement json) => json.GetProperty("text").GetString()!;

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
