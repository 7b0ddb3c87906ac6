namespace EmpathyBot.Domain.Handoffs;

/// <summary>What else the customer said about the matter that the summary has no room for: a line each.</summary>
internal static class BriefDetails
{
    /// <summary>At most so many words of a line.</summary>
    private const int Words = 22;

    private const double WorthTelling = -1.5;

    /// <summary>What tells most first; promises, steps of their own and the question that stands open have lines elsewhere.</summary>
    public static IReadOnlyList<BriefSentence> Of(BriefMaterial material)
    {
        var told = Salience.ContentWords(BriefWanted.Sentence(material).Text + ' ' + BriefWanted.Headline(material)?.Text).ToHashSet(StringComparer.Ordinal);
        told.UnionWith(material.References.SelectMany(fact => new[] { fact.Value.ToLowerInvariant(), fact.Name }));
        var details = new List<BriefSentence>();
        var want = BriefWanted.Want(material);
        foreach (var clause in material.Said.Where(clause => clause.Weight > WorthTelling && !IsElsewhere(clause)).OrderByDescending(clause => Worth(clause, told) + (IsWantedToo(clause, want) ? WantedToo : 0)).ThenBy(clause => clause.Place))
        {
            var content = Salience.ContentWords(clause.Told.Words);
            if (content.Count == 0 || content.Count(told.Contains) > 0.6 * content.Count && !content.Any(word => word.Any(char.IsDigit) && !told.Contains(word)))
                continue;
            told.UnionWith(content);
            details.Add(new(want is not null && BriefWanted.IsSuperseded(clause, want, material) ? GivenUp(clause) : Line(clause), [clause.TurnId]));
        }

        return details;
    }

    /// <summary>What was asked for in the same breath as what is wanted most.</summary>
    private static bool IsWantedToo(SaidClause clause, SaidClause? want) => clause.Told.Kind == SpeechKind.Request && clause.TurnId == want?.TurnId;

    private const double WantedToo = 2;

    private static bool IsElsewhere(SaidClause clause) => Salience.AsksForPersonOnly(clause) || BriefPromises.IsReported(clause) || BriefTried.IsOwn(clause);

    /// <summary>What was said first weighs more in the summary; of what is left it does so less.</summary>
    private const double First = 1;

    /// <summary>What is new counts: numbers and days above all, wherever in the conversation they were said; and that it is short.</summary>
    private static double Worth(SaidClause clause, HashSet<string> told)
    {
        var content = Salience.ContentWords(clause.Told.Words);
        var numbers = content.Count(word => word.Any(char.IsDigit) && !told.Contains(word));
        return clause.Weight - (clause.Message == 0 ? First : 0) + Math.Min(0.4 * clause.Message, 2) + Math.Min(0.6 * numbers, 1.2)
            + (Salience.SaysWhen(clause.Sentence) ? 1 : 0) - 0.05 * Sentences.WordCount(clause.Told.Words);
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
