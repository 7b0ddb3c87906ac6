namespace EmpathyBot.Domain.Handoffs;

/// <summary>What else the customer said about the matter that the summary has no room for: a line each.</summary>
internal static class BriefDetails
{
    private const int Words = 16;
    private const double WorthTelling = -1.5;

    /// <summary>What tells most first.</summary>
    public static IReadOnlyList<BriefSentence> Of(BriefMaterial material)
    {
        var told = Salience.ContentWords(BriefWanted.Sentence(material).Text + ' ' + BriefWanted.Headline(material)?.Text).ToHashSet(StringComparer.Ordinal);
        told.UnionWith(material.References.SelectMany(fact => new[] { fact.Value.ToLowerInvariant(), fact.Name }));
        var details = new List<BriefSentence>();
        var want = BriefWanted.Want(material);
        foreach (var clause in material.Said.Where(clause => clause.Weight > WorthTelling && !Salience.AsksForPersonOnly(clause)).OrderByDescending(clause => clause.Weight).ThenBy(clause => clause.Place))
        {
            var content = Salience.ContentWords(clause.Told.Words);
            if (content.Count == 0 || content.Count(told.Contains) > 0.6 * content.Count)
                continue;
            told.UnionWith(content);
            details.Add(new(want is not null && BriefWanted.IsSuperseded(clause, want, material) ? GivenUp(clause) : Line(clause), [clause.TurnId]));
        }

        return details;
    }

    /// <summary>A request that another one took the place of is told as past.</summary>
    private static string GivenUp(SaidClause clause)
    {
        var verb = clause.Told.Verb.Split(' ', 2);
        var was = verb[0] switch { "wants" => "wanted", "needs" => "needed", "asks" => "asked", "is" => "were", "prefers" => "preferred", _ => "" };
        var words = BriefChoice.Cut(clause.Told.Words, Words);
        return was.Length == 0 ? $"At first they {clause.Told.Verb} {words}." : $"At first they {was}{(verb.Length > 1 ? " " + verb[1] : "")} {words}.";
    }

    private static string Line(SaidClause clause)
    {
        var words = BriefChoice.Cut(clause.Told.Words, Words);
        var line = (clause.Told.Kind, clause.Told.Verb) switch
        {
            (SpeechKind.Fragment, _) => $"“{words}”",
            (_, "says") => words,
            (_, "wants") => $"they want {words}",
            (_, "needs") => $"they need {words}",
            (SpeechKind.Quoted, _) => words,
            (_, var verb) when verb.StartsWith("asks", StringComparison.Ordinal) => $"they ask{verb[4..]} {words}",
            (_, var verb) when verb.StartsWith("is ", StringComparison.Ordinal) => $"they are{verb[2..]} {words}",
            (_, var verb) => $"they {(verb.EndsWith('s') ? verb[..^1] : verb)} {words}",
        };
        return char.ToUpperInvariant(line[0]) + line[1..] + (line[^1] is '…' or '”' ? "" : ".");
    }
}
