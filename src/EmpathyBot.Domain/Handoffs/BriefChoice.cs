namespace EmpathyBot.Domain.Handoffs;

/// <summary>Chooses what is told from what was said: what tells most, nothing twice, within a number of words.</summary>
internal static class BriefChoice
{
    /// <summary>At most so many words of one sentence are told.</summary>
    public const int ClauseWords = 24;

    /// <summary>Below this weight a sentence is told only when there is nothing better.</summary>
    public const double WorthTelling = 1.0;

    /// <summary>So many words are given out easily; what comes on top must weigh more.</summary>
    private const int Loose = 14;

    private const double WorthMore = 2.5;

    /// <summary>The clauses that are told, in the order they were said; empty when nothing was said.</summary>
    /// <param name="clauses">Candidates.</param>
    /// <param name="words">At most so many words altogether; the first is told in any case.</param>
    /// <param name="first">Told in any case, counted first.</param>
    public static IReadOnlyList<SaidClause> Of(IEnumerable<SaidClause> clauses, int words, SaidClause? first = null)
    {
        var room = words;
        var chosen = new List<SaidClause>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        if (first is not null)
            Take(first);
        foreach (var clause in clauses.OrderByDescending(clause => clause.Weight).ThenBy(clause => clause.Place))
        {
            if (chosen.Contains(clause))
                continue;
            if (chosen.Count > 0 && (clause.Weight < (words > room - Loose ? WorthTelling : WorthMore) || Length(clause) > words || IsTold(clause)))
                continue;
            Take(clause);
        }

        return [.. chosen.OrderBy(clause => clause.Place)];

        void Take(SaidClause clause)
        {
            chosen.Add(clause);
            words -= Length(clause);
            told.UnionWith(Salience.ContentWords(clause.Told.Words));
        }

        bool IsTold(SaidClause clause)
        {
            var content = Salience.ContentWords(clause.Told.Words);
            return content.Count == 0 || content.Count(told.Contains) > 0.6 * content.Count;
        }
    }

    /// <summary>The clause in at most so many words, cut where a part ends if there is such a place.</summary>
    public static string Cut(string text, int words = ClauseWords)
    {
        var all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length <= words)
            return text;
        // Where a clause ends, then where something that only adds to it begins.
        foreach (var ends in new[] { EndsClause, EndsPhrase })
        {
            for (var end = words; end > words / 2; end--)
            {
                var part = string.Join(' ', all.Take(end)).TrimEnd(',', ';', ':', '-', '.');
                if (ends(all[end - 1], all[end]) && IsWhole(part))
                    return part;
            }
        }

        return Sentences.Shorten(text, words);
    }

    private static readonly Func<string, string, bool> EndsClause = (last, next) =>
        last.EndsWith(',') || next is "and" or "but" or "because" or "which" or "when" or "while" or "as" or "since" || next.StartsWith('(') || last.EndsWith(')');

    private static readonly Func<string, string, bool> EndsPhrase = (last, next) =>
        next is "for" or "on" or "in" or "at" or "with" or "from" or "without" or "until" or "before" or "after" or "although" or "that" && !EnglishWords.Small.Contains(EnglishWords.Bare(last));

    /// <summary>Nothing is opened that is not closed.</summary>
    private static bool IsWhole(string text) =>
        text.Count(sign => sign == '"') % 2 == 0 && text.Count(sign => sign == '“') == text.Count(sign => sign == '”') && text.Count(sign => sign == '(') == text.Count(sign => sign == ')');

    private static int Length(SaidClause clause) => Math.Min(Sentences.WordCount(clause.Told.Text), ClauseWords + 2);
}
