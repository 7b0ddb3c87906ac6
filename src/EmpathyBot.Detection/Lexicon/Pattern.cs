using System.Collections.Frozen;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Matches one word: itself, its beginning, or a group.</summary>
internal abstract record Atom
{
    public abstract bool Matches(Word word);
}

internal sealed record ExactAtom(string Form) : Atom
{
    public override bool Matches(Word word) => word.Form == Form;
}

internal sealed record BeginningAtom(string Beginning) : Atom
{
    public override bool Matches(Word word) => word.Form.StartsWith(Beginning, StringComparison.Ordinal);
}

internal sealed record GroupAtom(FrozenSet<string> Forms) : Atom
{
    public override bool Matches(Word word) => Forms.Contains(word.Form);
}

internal sealed record NumberAtom : Atom
{
    public override bool Matches(Word word) => word.IsNumber;
}

/// <summary>One place of a pattern.</summary>
/// <param name="Choices">Any of these sequences stands here.</param>
/// <param name="Optional">Or nothing.</param>
/// <param name="GapBefore">So many words of the same clause may stand before.</param>
internal sealed record Part(IReadOnlyList<IReadOnlyList<Atom>> Choices, bool Optional, int GapBefore);

/// <summary>A line of the lexicon. Gaps are short and lines are short, so trying one costs a bounded number of steps.</summary>
internal sealed record Pattern(Meaning Meaning, IReadOnlyList<Part> Parts, bool BeginsClause, bool EndsMessage, int Line)
{
    /// <summary>Where the match that begins at this word ends (exclusive), or -1.</summary>
    public int Match(IReadOnlyList<Word> words, int start)
    {
        if (BeginsClause && start > 0 && words[start - 1].Clause == words[start].Clause)
            return -1;
        return Match(words, start, 0);
    }

    private int Match(IReadOnlyList<Word> words, int at, int part)
    {
        if (part == Parts.Count)
            return EndsMessage && at < words.Count ? -1 : at;

        var here = Parts[part];
        for (var skipped = 0; skipped <= here.GapBefore && at + skipped < words.Count; skipped++)
        {
            if (skipped > 0 && words[at + skipped].Clause != words[at - 1].Clause)
                break;
            foreach (var choice in here.Choices)
            {
                var end = Sequence(words, at + skipped, choice, isFirst: part == 0);
                if (end >= 0 && Match(words, end, part + 1) is var found and >= 0)
                    return found;
            }
        }

        return here.Optional ? Match(words, at, part + 1) : -1;
    }

    private static int Sequence(IReadOnlyList<Word> words, int at, IReadOnlyList<Atom> atoms, bool isFirst)
    {
        if (at + atoms.Count > words.Count)
            return -1;
        for (var i = 0; i < atoms.Count; i++)
        {
            var word = words[at + i];
            var goesOn = isFirst && i == 0 || words[at + i - 1].Sentence == word.Sentence;
            if (!goesOn || !atoms[i].Matches(word))
                return -1;
        }

        return at + atoms.Count;
    }
}
