using System.Globalization;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Phrases as states that words lead between, some of them without a word; made once, when content is loaded, into
/// nodes that are quick to walk.
/// </summary>
internal sealed class PhraseGraph
{
    private const int LongestGap = 3;
    private const int Start = 0;
    private const int End = 1;

    private readonly List<List<Edge>> _states = [[], []];

    /// <param name="phrases">The phrases.</param>
    /// <param name="fillers">What may stand before, between and after phrases; null when only a phrase itself counts.</param>
    public static PhraseGraph Of(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase>? fillers)
    {
        var graph = new PhraseGraph();
        foreach (var phrase in phrases)
            graph.Connect(phrase, Start, End);
        if (fillers is null)
            return graph;
        foreach (var filler in fillers)
            graph.Connect(filler, Start, Start);
        foreach (var more in phrases.Concat(fillers))
            graph.Connect(more, End, End);
        return graph;
    }

    /// <summary>
    /// The nodes; the first is the beginning. A node is a set of states that are reached together, so that nothing is
    /// followed without a word while a text is read. Equal sets are one node: all fillers end in the same.
    /// </summary>
    public PhraseNode[] ToNodes()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<List<int>>();
        var placeOf = new int[_states.Count];
        Array.Fill(placeOf, -1);
        PlaceOf(Start);
        var nodes = new List<PhraseNode>();
        while (nodes.Count < sets.Count)
            nodes.Add(NodeOf(sets[nodes.Count]));
        return [.. nodes];

        PhraseNode NodeOf(List<int> set)
        {
            var edges = set.SelectMany(state => _states[state]).Where(edge => edge.Any || edge.Word is not null).ToList();
            var words = edges.Where(edge => !edge.Any).GroupBy(edge => edge.Word!, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Select(edge => PlaceOf(edge.To)).Distinct().ToArray(), StringComparer.Ordinal);
            return new(words.Count == 0 ? null : words, [.. edges.Where(edge => edge.Any).Select(edge => PlaceOf(edge.To)).Distinct()], set.Contains(End));
        }

        int PlaceOf(int state)
        {
            if (placeOf[state] >= 0)
                return placeOf[state];
            var set = Reached(state);
            var key = string.Join(',', set.Select(one => one.ToString(CultureInfo.InvariantCulture)));
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = sets.Count;
                sets.Add(set);
            }

            placeOf[state] = place;
            return place;
        }
    }

    /// <summary>A state and all that need no word from there, as far as something follows from them.</summary>
    private List<int> Reached(int from)
    {
        var seen = new HashSet<int> { from };
        var ahead = new Stack<int>(seen);
        while (ahead.TryPop(out var state))
        {
            foreach (var (word, any, to) in _states[state])
            {
                if (word is null && !any && seen.Add(to))
                    ahead.Push(to);
            }
        }

        return [.. seen.Where(state => state == End || _states[state].Exists(edge => edge.Any || edge.Word is not null)).Order()];
    }

    private void Connect(Phrase phrase, int from, int to)
    {
        var at = AddState();
        _states[from].Add(new(null, false, at));
        foreach (var part in phrase.Parts)
        {
            var after = AddState();
            Connect(part, at, after);
            at = after;
        }

        _states[at].Add(new(null, false, to));
    }

    private void Connect(PhrasePart part, int from, int to)
    {
        switch (part)
        {
            case PhraseWord word:
                _states[from].Add(new(word.Word, false, to));
                break;
            case PhraseChoice choice:
                foreach (var one in choice.OneOf)
                    Connect(one, from, to);
                if (choice.MayBeLeftOut)
                    _states[from].Add(new(null, false, to));
                break;
            case PhraseGap:
                _states[from].Add(new(null, false, to));
                for (var length = 1; length <= LongestGap; length++)
                {
                    var after = AddState();
                    _states[from].Add(new(null, true, after));
                    _states[after].Add(new(null, false, to));
                    from = after;
                }

                break;
        }
    }

    /// <summary>Leads on by a word, by any word, or by none.</summary>
    private sealed record Edge(string? Word, bool Any, int To);

    private int AddState()
    {
        _states.Add([]);
        return _states.Count - 1;
    }
}
