using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>One message taken apart, with every line of the lexicon found in it.</summary>
internal sealed class Findings
{
    /// <summary>Few lines of the lexicon span more words than this; what lies further off is another thought.</summary>
    private const int LongestHit = 40;

    /// <summary>A negator reaches so many words forward in its clause: "not really very happy".</summary>
    private const int NegatorReach = 3;

    private readonly List<Hit> _hits;
    private readonly int[] _firstHitAt;

    public Findings(string text, Book book)
    {
        Text = text;
        var message = MessageText.Read(text, book.Forms, book.Knows);
        Words = message.Words;
        Shape = message.Shape;
        _hits = book.Find(Words);
        _firstHitAt = Index();
        Feelings = [.. Of(Role.Feeling).Where(hit => !IsPartOfMore(hit))];
        Failures = [.. Of(Role.Failure).Where(hit => !IsPartOfMore(hit))];
        IsResolved = Of(Role.Resolved).Any(hit => !IsNegated(hit));
        Language = LanguageGuess.Of(text, Words);
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public Shape Shape { get; }

    /// <summary>Feelings named; a longer line beats the shorter ones inside it ("thanks for nothing" beats "thanks").</summary>
    public IReadOnlyList<Hit> Feelings { get; }

    public IReadOnlyList<Hit> Failures { get; }

    /// <summary>What was wrong is over.</summary>
    public bool IsResolved { get; }

    public string? Language { get; }

    public IEnumerable<Hit> Of(Role role) => _hits.Where(hit => hit.Meaning.Role == role);

    /// <summary>Whether "not", "never" or the like stands before and reaches here.</summary>
    public bool IsNegated(Hit hit)
    {
        var clause = Words[hit.From].Clause;
        for (var i = hit.From - 1; i >= Math.Max(0, hit.From - NegatorReach) && Words[i].Clause == clause; i--)
        {
            if (!IsNegator(i))
                continue;
            // In "it is not working, annoying" the "not" belongs to "working".
            if (!HitsFrom(i - LongestHit, i).Any(other => other.To > i && other.To <= hit.From && other.Meaning.Role is Role.Failure or Role.Feeling))
                return true;
        }

        return false;
    }

    /// <summary>The words of a hit as the customer wrote them.</summary>
    public Cue CueOf(Hit hit)
    {
        var start = Words[hit.From].Start;
        var length = Words[hit.To - 1].End - start;
        return new(start, length, Text.Substring(start, length));
    }

    /// <summary>Whether such a line stands in the same clause, near by.</summary>
    public bool HasInClauseOf(Hit hit, Role role) => HitsFrom(hit.From - LongestHit, Math.Min(hit.To + LongestHit, Words.Count - 1)).Any(other =>
        other.Meaning.Role == role && Words[other.From].Clause >= Words[hit.From].Clause && Words[other.From].Clause <= Words[hit.To - 1].Clause);

    private bool IsNegator(int i) => Words[i].Form is "not" or "never" or "no" or "without" or "hardly" or "neither" or "nor"
        && !(i + 1 < Words.Count && Words[i + 1].Form is "only" or "just" or "wonder" or "doubt" or "matter");

    // Hits come in the order of their first words; looking only at those near by keeps the time linear.
    private int[] Index()
    {
        var first = new int[Words.Count + 1];
        var at = 0;
        for (var word = 0; word <= Words.Count; word++)
        {
            while (at < _hits.Count && _hits[at].From < word)
                at++;
            first[word] = at;
        }

        return first;
    }

    private IEnumerable<Hit> HitsFrom(int from, int to)
    {
        for (var i = _firstHitAt[Math.Max(0, from)]; i < _firstHitAt[to + 1]; i++)
            yield return _hits[i];
    }

    private bool IsPartOfMore(Hit hit)
    {
        var length = hit.To - hit.From;
        foreach (var other in HitsFrom(hit.From - LongestHit, hit.From))
        {
            if (other.To < hit.To)
                continue;
            var otherLength = other.To - other.From;
            var beats = other.Meaning.Role switch
            {
                Role.Plain => otherLength >= length,
                // "Working again" with a "not" before it is no relief, and hides no "again".
                Role.Feeling => hit.Meaning.Role == Role.Feeling && otherLength > length && !(other.Meaning.Emotion.IsPositive() && IsNegated(other)),
                Role.Resolved => hit.Meaning.Role == Role.Failure && otherLength > length,
                _ => false,
            };
            if (beats)
                return true;
        }

        return false;
    }
}
