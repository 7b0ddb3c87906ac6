using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Text.Messages;
using EmpathyBot.Text.Phrases;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// One message taken apart, with the phrases found in it and which of them count. Kept and filled again. Not safe for
/// several threads at once.
/// </summary>
internal sealed class PhraseFindings
{
    /// <summary>Few phrases span more words than this; what lies further off is another thought.</summary>
    private const int LongestHit = 40;

    private readonly PhraseHits _hits = new();
    private bool[] _isPart = new bool[128];
    private LanguageLexicon? _lexicon;

    public MessageWords Words { get; } = new();

    public ReadOnlySpan<PhraseHit> Hits => _hits.All;

    /// <summary>The kinds of phrases that count (<see cref="PhraseKinds"/>).</summary>
    public ulong Kinds { get; private set; }

    /// <summary>The kinds of phrases that begin in the last clause.</summary>
    public ulong KindsOfLastClause { get; private set; }

    public Meaning MeaningOf(in PhraseHit hit) => _lexicon!.Meanings[hit.Tag];

    /// <summary>Whether a longer phrase says something else with the same words ("thanks for nothing").</summary>
    public bool IsPart(int hit) => _isPart[hit];

    public bool IsNegated(in PhraseHit hit) => Words.Words[hit.From].IsNegated;

    public void Read(ReadOnlySpan<char> text, LanguageLexicon lexicon, int head, int tail)
    {
        Words.Read(text, lexicon.Forms, head, tail);
        FindIn(lexicon);
    }

    /// <summary>Finds the phrases of a language in <see cref="Words"/>, which were read with its forms.</summary>
    public void FindIn(LanguageLexicon lexicon)
    {
        _lexicon = lexicon;
        lexicon.Book.Find(Words, _hits);
        var hits = Hits;
        if (_isPart.Length < hits.Length)
            _isPart = new bool[hits.Length * 2];
        (Kinds, KindsOfLastClause) = (0, 0);
        var last = Words.Count > 0 ? Words.Words[^1].Clause : 0;
        for (var at = 0; at < hits.Length; at++)
        {
            _isPart[at] = IsPartOfMore(hits, at);
            if (_isPart[at])
                continue;
            var kind = PhraseKinds.Of(MeaningOf(hits[at]), IsNegated(hits[at]));
            Kinds |= kind;
            if (Words.Words[hits[at].From].Clause == last)
                KindsOfLastClause |= kind;
        }
    }

    private bool IsPartOfMore(ReadOnlySpan<PhraseHit> hits, int at)
    {
        var hit = hits[at];
        var role = MeaningOf(hit).Role;
        // Hits come in the order of their first words: looking only at those near by keeps the time linear.
        for (var other = at - 1; other >= 0 && hits[other].From >= hit.From - LongestHit; other--)
        {
            if (Hides(hits[other], hit, role))
                return true;
        }

        for (var other = at + 1; other < hits.Length && hits[other].From == hit.From; other++)
        {
            if (Hides(hits[other], hit, role))
                return true;
        }

        return false;
    }

    private bool Hides(in PhraseHit other, in PhraseHit hit, Role role)
    {
        var (length, otherLength) = (hit.To - hit.From, other.To - other.From);
        if (other.To < hit.To || otherLength < length)
            return false;
        return MeaningOf(other).Role switch
        {
            Role.Plain => role is Role.Feeling or Role.Failure,
            Role.Feeling => role == Role.Feeling && otherLength > length,
            Role.Resolved => role == Role.Failure && otherLength > length,
            _ => false,
        };
    }
}
