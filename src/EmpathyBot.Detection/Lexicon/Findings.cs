using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>One message taken apart, with every line of the lexicon found in it.</summary>
internal sealed class Findings
{
    /// <summary>No line of the lexicon spans more words than this.</summary>
    private const int LongestHit = 40;

    /// <summary>A negator reaches so many words forward in its clause: "not really very happy".</summary>
    private const int NegatorReach = 3;

    private readonly List<Hit> _hits;

    public Findings(string text, Book book)
    {
        Text = text;
        var message = MessageText.Read(text, book.Forms, book.Knows);
        Words = message.Words;
        Shape = message.Shape;
        _hits = book.Find(Words);
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
            if (!_hits.Any(other => other.From <= i && other.To > i && other.To <= hit.From && other.Meaning.Role is Role.Failure or Role.Feeling))
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

    public bool HasInClauseOf(Hit hit, Role role) => _hits.Any(other => other.Meaning.Role == role
        && Words[other.From].Clause >= Words[hit.From].Clause && Words[other.From].Clause <= Words[hit.To - 1].Clause);

    private bool IsNegator(int i) => Words[i].Form is "not" or "never" or "no" or "without" or "hardly" or "neither" or "nor"
        && !(i + 1 < Words.Count && Words[i + 1].Form is "only" or "just" or "wonder" or "doubt" or "matter");

    private bool IsPartOfMore(Hit hit)
    {
        var length = hit.To - hit.From;
        foreach (var other in _hits)
        {
            if (other.From > hit.From)
                break;
            if (other.From < hit.From - LongestHit || other.To < hit.To)
                continue;
            var otherLength = other.To - other.From;
            var beats = other.Meaning.Role switch
            {
                Role.Plain => otherLength >= length,
                Role.Feeling => hit.Meaning.Role == Role.Feeling && otherLength > length,
                Role.Resolved => hit.Meaning.Role == Role.Failure && otherLength > length,
                _ => false,
            };
            if (beats)
                return true;
        }

        return false;
    }
}
