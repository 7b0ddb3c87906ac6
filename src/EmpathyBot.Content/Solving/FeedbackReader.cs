using System.Globalization;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads the part <c>feedback</c> of <c>solving/requests/&lt;locale&gt;.yaml</c>: how customers say how it went.</summary>
internal static class FeedbackReader
{
    /// <summary>The key it stands under.</summary>
    public const string Section = "feedback";

    private const string Appraises = "appraises";

    public static FeedbackPhrases Read(YamlMap file)
    {
        if (!file.Has(Section))
        {
            file.Report(0, $"\"{Section}\" is missing: it says how customers rate a conversation.");
            return FeedbackPhrases.None;
        }

        if (file.Map(Section) is not { } map)
            return FeedbackPhrases.None;
        var ratings = new List<IReadOnlyList<Phrase>>();
        for (var rating = FeedbackHeard.Worst; rating <= FeedbackHeard.Best; rating++)
        {
            var key = rating.ToString(CultureInfo.InvariantCulture);
            if (!map.Has(key))
                map.Report(map.Line, $"The rating \"{key}\" has no phrases.");
            ratings.Add(RequestReader.Phrases(map, key));
        }

        var appraises = RequestReader.Phrases(map, Appraises);
        map.Close();
        return new(ratings, appraises);
    }
}
