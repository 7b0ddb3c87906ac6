using System.Collections.ObjectModel;
using System.Text.Json;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>The language of a document.</summary>
public readonly struct DetectedLanguage
{
    private DetectedLanguage(string name, string iso6391Name, double confidenceScore) =>
        (Name, Iso6391Name, ConfidenceScore) = (name, iso6391Name, confidenceScore);

    /// <summary>In English; <c>(Unknown)</c> when it cannot be told.</summary>
    public string Name { get; }

    /// <summary>ISO 639-1 code, or a longer one where there is none; <c>(Unknown)</c> when it cannot be told.</summary>
    public string Iso6391Name { get; }

    /// <summary>0 to 1.</summary>
    public double ConfidenceScore { get; }

    internal static DetectedLanguage Read(JsonElement document)
    {
        var language = document.GetProperty("detectedLanguage");
        return new(language.GetProperty("name").GetString()!, language.GetProperty("iso6391Name").GetString()!, language.GetProperty("confidenceScore").GetDouble());
    }
}

/// <summary>The language of one document of several.</summary>
public class DetectLanguageResult : TextAnalyticsResult
{
    private readonly DetectedLanguage _primaryLanguage;

    internal DetectLanguageResult(string id, DetectedLanguage primaryLanguage) : base(id, default) => _primaryLanguage = primaryLanguage;

    internal DetectLanguageResult(string id, TextAnalyticsError error) : base(id, error)
    {
    }

    /// <exception cref="InvalidOperationException">There is none; the error says why.</exception>
    public DetectedLanguage PrimaryLanguage => HasError
        ? throw new InvalidOperationException($"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}")
        : _primaryLanguage;
}

/// <summary>The languages of documents, in the order they were asked for.</summary>
public class DetectLanguageResultCollection : ReadOnlyCollection<DetectLanguageResult>
{
    private DetectLanguageResultCollection(IList<DetectLanguageResult> list) : base(list)
    {
    }

    internal static DetectLanguageResultCollection Read(LanguageAnswer answer, int count)
    {
        var found = answer.Documents.Select(document => new DetectLanguageResult(document.GetProperty("id").GetString()!, DetectedLanguage.Read(document)))
            .Concat(answer.Errors.Select(error => new DetectLanguageResult(error.Id, error.Error)))
            .ToList();
        // An answer about a document that was not asked about has no place in the order.
        var order = Enumerable.Range(0, count).ToDictionary(id => $"{id}");
        return new([.. found.OrderBy(result => order[result.Id])]);
    }
}
