using EmpathyBot.Text.Messages;

namespace EmpathyBot.Text.Phrases;

/// <summary>Matches one word: its own hash, or any mark of a group or beginning.</summary>
/// <param name="Hash">The hash of the form, or 0.</param>
/// <param name="Marks">The marks one of which the word must bear, or 0.</param>
internal readonly record struct Atom(uint Hash, ulong Marks)
{
    public bool Matches(uint hash, ulong marks) => Marks != 0 ? (Marks & marks) != 0 : Hash == hash;
}

/// <summary>One place of a phrase.</summary>
/// <param name="Choices">Any of these sequences stands here.</param>
/// <param name="Optional">Or nothing.</param>
/// <param name="GapBefore">So many words of the same clause may stand before.</param>
internal sealed record Part(Atom[][] Choices, bool Optional, int GapBefore);

/// <summary>One line of a phrase list. Gaps are short and lines are short, so trying one costs a bounded number of steps.</summary>
/// <param name="Tag">What the caller gave it: what the line means.</param>
/// <param name="Line">The hash of the line as written: the same in every version that has the line.</param>
/// <param name="Parts">Its places; the first is never optional.</param>
/// <param name="BeginsClause">It must stand at the beginning of a clause.</param>
/// <param name="EndsMessage">It must stand at the end of the message.</param>
internal sealed record Phrase(int Tag, uint Line, Part[] Parts, bool BeginsClause, bool EndsMessage)
{
    /// <summary>Bits one of which must be among the words that follow the first; all bits when that says nothing.</summary>
    public ulong Next { get; } = NextOf(Parts);

    public static ulong BitOf(uint hash) => 1UL << (int)(hash >> 26);

    /// <summary>Where the match that begins at this word ends (exclusive), or -1.</summary>
    public int Match(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int start)
    {
        if (BeginsClause && start > 0 && words[start - 1].Clause == words[start].Clause)
            return -1;
        return Match(words, marks, start, 0);
    }

    private int Match(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int at, int part)
    {
        if (part == Parts.Length)
            return EndsMessage && at < words.Length ? -1 : at;

        var here = Parts[part];
        for (var skipped = 0; skipped <= here.GapBefore && at + skipped < words.Length; skipped++)
        {
            if (skipped > 0 && words[at + skipped].Clause != words[at - 1].Clause)
                break;
            foreach (var choice in here.Choices)
            {
                var end = Sequence(words, marks, at + skipped, choice, isFirst: part == 0);
                if (end >= 0 && Match(words, marks, end, part + 1) is var found and >= 0)
                    return found;
            }
        }

        return here.Optional ? Match(words, marks, at, part + 1) : -1;
    }

    private static int Sequence(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int at, Atom[] atoms, bool isFirst)
    {
        if (at + atoms.Length > words.Length)
            return -1;
        for (var place = 0; place < atoms.Length; place++)
        {
            var word = at + place;
            var goesOn = isFirst && place == 0 || words[word - 1].Sentence == words[word].Sentence;
            if (!goesOn || !atoms[place].Matches(words[word].Hash, marks[word]))
                return -1;
        }

        return at + atoms.Length;
    }

    private static ulong NextOf(Part[] parts)
    {
        if (parts.Length > 1 && !parts[1].Optional && parts[1].GapBefore + parts[0].Choices.Max(choice => choice.Length) < PhraseBook.LooksAhead)
            return parts[1].Choices.Aggregate(0UL, (bits, choice) => bits | (choice[0].Marks != 0 ? ulong.MaxValue : BitOf(choice[0].Hash)));
        return ulong.MaxValue;
    }
}
