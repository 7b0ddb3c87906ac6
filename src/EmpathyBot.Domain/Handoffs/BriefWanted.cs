namespace EmpathyBot.Domain.Handoffs;

/// <summary>What the customer wants: the latest request when it changed, with what is wrong around it.</summary>
internal static class BriefWanted
{
    private const int HeadlineWords = 12;

    private const int SummaryWords = 32;

    private static readonly string[] Adding = ["also", "both", "as well", " too", "second thing", "another thing", "other thing", "and another"];

    /// <summary>"Can you help me with both?" wants nothing that could be named.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "help", "both", "check", "look", "see", "sort", "sorted", "fix", "know", "explain", "answer", "something", "assist", "advise", "back", "issue", "problem", "work", "what's", "going", "do", "try", "say", "tell", "let", "think", "would", "really",
    };

    /// <summary>What they want most; null when they have said nothing.</summary>
    public static SaidClause? Want(BriefMaterial material)
    {
        var asked = material.Said.Where(clause => clause.Told.Kind == SpeechKind.Request && clause.Weight > 0 && !Salience.AsksForPersonOnly(clause) && Salience.ContentWords(clause.Told.Words).Any(word => !Vague.Contains(word))).ToList();
        // The latest counts: what was wanted first may be long out of the question. Of one message, the one that tells most.
        if (asked.Count > 0)
            return asked.Where(clause => clause.TurnId == asked[^1].TurnId).MaxBy(clause => clause.Weight);
        return material.Said.Where(clause => clause.Told.Kind != SpeechKind.Fragment).MaxBy(clause => clause.Weight) ?? material.Said.MaxBy(clause => clause.Weight);
    }

    /// <summary>Half a sentence for the headline: "wants a refund".</summary>
    public static (string Text, IReadOnlyList<string> TurnIds)? Headline(BriefMaterial material)
    {
        if (Want(material) is not { } want)
            return null;
        // "Asks us to send it again": what "it" is stands in what they say is wrong.
        if (want.Told.Kind == SpeechKind.Request && want.Told.Words.Split(' ').Any(word => Pointing.Contains(EnglishWords.Bare(word))) && Salience.ContentWords(want.Told.Words).Count <= 4
            && material.Said.Where(clause => clause.Told is { Kind: SpeechKind.Statement, Verb: "says" } && clause.Place < want.Place).MaxBy(clause => clause.Weight) is { Weight: > 2 } matter)
            return ($"says {BriefChoice.Cut(matter.Told.Words, MatterWords)} and {BriefChoice.Cut(want.Told.Text, ShortWant)}", [.. new[] { matter.TurnId, want.TurnId }.Distinct()]);
        return (BriefChoice.Cut(want.Told.Text, HeadlineWords), [want.TurnId]);
    }

    private const int MatterWords = 7;

    private const int ShortWant = 10;

    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal) { "it", "one", "them", "that", "this", "both", "ones", "those" };

    /// <summary>The first sentence of the summary.</summary>
    public static BriefSentence Sentence(BriefMaterial material)
    {
        if (Want(material) is not { } want)
            return new("The customer has not said yet what it is about.", [material.LastTurn]);
        // What they were promised has lines of its own.
        var candidates = material.Said.Where(clause => clause.Told.Kind != SpeechKind.Fragment && !IsSuperseded(clause, want, material) && !BriefPromises.IsReported(clause) && !Salience.AsksForPersonOnly(clause));
        var chosen = BriefChoice.Of(candidates, SummaryWords, want);
        var turns = chosen.Select(clause => clause.TurnId).ToList();
        var named = Named(material, chosen);
        turns.InsertRange(0, named.Select(clause => clause.TurnId));
        var who = "the customer";
        if (BriefName.OfOwn(material) is { } called)
        {
            who = called.Name;
            turns.Add(called.TurnId);
        }

        var about = named.Count == 0 ? char.ToUpperInvariant(who[0]) + who[1..] : $"About {Sentences.Join([.. named.Select(clause => clause.Told.Words)])}, {who}";
        return new($"{about} {Joined([.. chosen.OrderBy(clause => clause.Told.Verb == "says" ? 0 : 1).Select(clause => (clause.Told.Verb, BriefChoice.Cut(clause.Told.Words)))])}.", [.. turns.Distinct()]);
    }

    /// <summary>"says a, that b and wants c".</summary>
    public static string Joined(IReadOnlyList<(string Verb, string Words)> parts)
    {
        var told = new List<string>();
        for (var place = 0; place < parts.Count; place++)
        {
            var (verb, words) = parts[place];
            var again = place > 0 && parts[place - 1].Verb == verb;
            told.Add((again, verb) switch
            {
                (true, "says" or "said") => $"that {words}",
                (true, "asked for" or "asked them to" or "found" or "wants") => words,
                _ => $"{verb} {words}".Trim(),
            });
        }

        return Sentences.Join(told);
    }

    /// <summary>An earlier request gives way to a later one, unless that was said to come on top of it.</summary>
    public static bool IsSuperseded(SaidClause clause, SaidClause want, BriefMaterial material) =>
        clause.Told.Kind == SpeechKind.Request && clause != want && want.Told.Kind == SpeechKind.Request && clause.TurnId != want.TurnId
        && !material.Said.Any(said => (said == want || said == clause) && Adding.Any(word => said.Sentence.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Things named without a verb, in an answer: "order 10005, the oak coat stand".</summary>
    private static IReadOnlyList<SaidClause> Named(BriefMaterial material, IReadOnlyList<SaidClause> chosen)
    {
        var told = Salience.ContentWords(string.Join(' ', chosen.Select(clause => clause.Told.Words)));
        return [.. material.Said.Where(clause => clause.Told.Kind == SpeechKind.Fragment && IsThing(clause, told)).Take(1)];
    }

    private static bool IsThing(SaidClause clause, IReadOnlySet<string> told)
    {
        var words = Salience.ContentWords(clause.Told.Words);
        return Sentences.WordCount(clause.Told.Words) is >= 2 and <= 8 && words.Count > 1 && !clause.Sentence.Contains('@', StringComparison.Ordinal)
            && words.Count(word => word.All(char.IsLetter)) > 1 && EnglishWords.Bare(clause.Told.Words.Split(' ')[0]) is var first && first is not ("its" or "still" or "yes" or "no" or "about" or "for" or "to" or "in" or "on" or "at" or "all" or "just" or "with") && !clause.Told.Words.Split(' ').Any(word => EnglishWords.Bare(word) is "them" or "again" or "bot" or "they" or "so" or "not")
            && clause.Weight > 0 && words.Count(told.Contains) < 0.5 * words.Count;
    }
}
