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
internal sealed record Part(Atom[][] Choices, bool Optional, int GapBefore)
{
    private readonly ulong _bits = Choices.Aggregate(0UL, (bits, choice) => bits | (choice[0].Marks == 0 ? WordSigns.BitOf(choice[0].Hash) : 0));
    private readonly ulong _marks = Choices.Aggregate(0UL, (marks, choice) => marks | choice[0].Marks);

    /// <summary>Whether any choice may begin at such a word: a quick refusal, since most do not.</summary>
    public bool MayBegin(uint hash, ulong marks) => MayBeginAmong(new(WordSigns.BitOf(hash), marks));

    /// <summary>Whether any choice may begin at one of some words.</summary>
    public bool MayBeginAmong(WordSigns words) => (_bits & words.Bits) != 0 || (_marks & words.Marks) != 0;
}

/// <summary>One line of a phrase list. Gaps are short and lines are short, so trying one costs a bounded number of steps.</summary>
/// <param name="Tag">What the caller gave it: what the line means.</param>
/// <param name="Line">The hash of the line as written: the same in every version that has the line.</param>
/// <param name="Parts">Its places; the first is never optional.</param>
/// <param name="BeginsClause">It must stand at the beginning of a clause.</param>
/// <param name="EndsMessage">It must stand at the end of the message.</param>
internal sealed record Phrase(int Tag, uint Line, Part[] Parts, bool BeginsClause, bool EndsMessage)
{
    /// <summary>The first and the last place that must be filled near by, each with how near.</summary>
    private readonly (Part Part, int Window)[] _needed = NeededOf(Parts);

    /// <summary>What must stand right after the first word; null when something else may.</summary>
    private readonly Part? _second = Parts.Length > 1 && Parts[1] is { Optional: false, GapBefore: 0 } && Parts[0].Choices.All(choice => choice.Length == 1) ? Parts[1] : null;

    /// <summary>A quick refusal, since most phrases that begin like the message do not go on like it.</summary>
    /// <param name="words">The words of the message.</param>
    /// <param name="marks">Their marks.</param>
    /// <param name="start">The word the phrase would begin at.</param>
    /// <param name="ahead">The signs of the words that follow, one for each of <see cref="WordSigns.Windows"/>.</param>
    public bool MayMatch(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int start, ReadOnlySpan<WordSigns> ahead)
    {
        if (_second is not null && !(start + 1 < words.Length && _second.MayBegin(words[start + 1].Hash, marks[start + 1])))
            return false;
        foreach (var (part, window) in _needed)
        {
            if (!part.MayBeginAmong(ahead[window]))
                return false;
        }

        return true;
    }

    /// <summary>Where the match that begins at this word ends (exclusive), or -1.</summary>
    /// <param name="words">The words of the message.</param>
    /// <param name="marks">Their marks.</param>
    /// <param name="start">The word it begins at.</param>
    /// <param name="firsts">Those choices of the first place that may begin at this word.</param>
    public int Match(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int start, Atom[][] firsts)
    {
        if (BeginsClause && start > 0 && words[start - 1].Clause == words[start].Clause)
            return -1;
        foreach (var choice in firsts)
        {
            var end = Sequence(words, marks, start, choice, isFirst: true);
            if (end >= 0 && Match(words, marks, end, 1) is var found and >= 0)
                return found;
        }

        return -1;
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
            if (!here.MayBegin(words[at + skipped].Hash, marks[at + skipped]))
                continue;
            foreach (var choice in here.Choices)
            {
                var end = Sequence(words, marks, at + skipped, choice, isFirst: false);
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

    private static (Part, int)[] NeededOf(Part[] parts)
    {
        var needed = new List<(Part, int)>();
        // A part begins at most so many words after the first one.
        var reach = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            reach += parts[at].GapBefore;
            var window = WordSigns.WindowOf(reach);
            if (at > 0 && !parts[at].Optional && window >= 0)
                needed.Add((parts[at], window));
            reach += parts[at].Choices.Max(choice => choice.Length);
        }

        return needed.Count <= 2 ? [.. needed] : [needed[0], needed[^1]];
    }
}
