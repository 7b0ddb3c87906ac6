namespace EmpathyBot.Content.Solving;

/// <summary>
/// Finds phrases among the words of a text, in one pass and in time linear in their number, however many phrases there
/// are and whatever they hold.
/// </summary>
internal sealed class PhraseAutomaton
{
    private const int LongestGap = 3;
    private readonly List<List<(string? Word, bool Any, int To)>> _states = [];
    private readonly bool _anywhere;
    private readonly int _end;

    /// <summary>Where each word leads that a phrase may begin with: most words of a text begin none.</summary>
    private readonly Dictionary<string, List<int>> _beginnings = new(StringComparer.Ordinal);
    private readonly List<int> _anyBeginnings = [];

    private PhraseAutomaton(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> fillers, bool anywhere)
    {
        _anywhere = anywhere;
        var start = AddState();
        _end = AddState();
        foreach (var phrase in phrases)
            Connect(phrase, start, _end);
        if (anywhere)
        {
            FindBeginnings();
            return;
        }

        foreach (var filler in fillers)
            Connect(filler, start, start);
        foreach (var more in phrases.Concat(fillers))
            Connect(more, _end, _end);
    }

    /// <summary>Matches where one of the phrases stands anywhere.</summary>
    public static PhraseAutomaton? Anywhere(IReadOnlyList<Phrase> phrases) => phrases.Count == 0 ? null : new(phrases, [], anywhere: true);

    /// <summary>Matches texts that are made of these phrases and fillers and nothing else, of one phrase at least.</summary>
    public static PhraseAutomaton? Whole(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> fillers) =>
        phrases.Count == 0 ? null : new(phrases, fillers, anywhere: false);

    public bool Matches(IReadOnlyList<string> words) => EndIn(words) is not null;

    /// <summary>Where the first match ends: so many words are read by then. Null when there is none.</summary>
    public int? EndIn(IReadOnlyList<string> words)
    {
        var reached = new int[_states.Count];
        var now = new List<int>();
        var next = new List<int>();
        if (!_anywhere)
            Reach(0, 1, reached, now);
        for (var at = 0; at < words.Count; at++)
        {
            if (_anywhere && reached[_end] == at + 1)
                return at;
            next.Clear();
            foreach (var state in now)
            {
                foreach (var (word, any, to) in _states[state])
                {
                    if (any || (word is not null && word == words[at]))
                        Reach(to, at + 2, reached, next);
                }
            }

            if (_anywhere)
                Begin(words[at], at + 2, reached, next);
            (now, next) = (next, now);
        }

        return reached[_end] == words.Count + 1 ? words.Count : null;
    }

    private void Begin(string word, int mark, int[] reached, List<int> into)
    {
        if (_beginnings.TryGetValue(word, out var states))
        {
            foreach (var state in states)
                Reach(state, mark, reached, into);
        }

        foreach (var state in _anyBeginnings)
            Reach(state, mark, reached, into);
    }

    private void FindBeginnings()
    {
        var first = new List<int>();
        Reach(0, 1, new int[_states.Count], first);
        foreach (var (word, any, to) in first.SelectMany(state => _states[state]))
        {
            if (any)
                _anyBeginnings.Add(to);
            else if (word is not null && _beginnings.TryGetValue(word, out var states))
                states.Add(to);
            else if (word is not null)
                _beginnings[word] = [to];
        }
    }

    /// <summary>Stands in a state and in all that need no word from there. The mark tells the place in the text.</summary>
    private void Reach(int state, int mark, int[] reached, List<int> into)
    {
        if (reached[state] == mark)
            return;
        reached[state] = mark;
        into.Add(state);
        foreach (var (word, any, to) in _states[state])
        {
            if (word is null && !any)
                Reach(to, mark, reached, into);
        }
    }

    private void Connect(Phrase phrase, int from, int to)
    {
        var at = AddState();
        _states[from].Add((null, false, at));
        foreach (var part in phrase.Parts)
        {
            var after = AddState();
            Connect(part, at, after);
            at = after;
        }

        _states[at].Add((null, false, to));
    }

    private void Connect(PhrasePart part, int from, int to)
    {
        switch (part)
        {
            case PhraseWord word:
                _states[from].Add((word.Word, false, to));
                break;
            case PhraseChoice choice:
                foreach (var one in choice.OneOf)
                    Connect(one, from, to);
                if (choice.MayBeLeftOut)
                    _states[from].Add((null, false, to));
                break;
            case PhraseGap:
                _states[from].Add((null, false, to));
                for (var length = 1; length <= LongestGap; length++)
                {
                    var after = AddState();
                    _states[from].Add((null, true, after));
                    _states[after].Add((null, false, to));
                    from = after;
                }

                break;
        }
    }

    private int AddState()
    {
        _states.Add([]);
        return _states.Count - 1;
    }
}
