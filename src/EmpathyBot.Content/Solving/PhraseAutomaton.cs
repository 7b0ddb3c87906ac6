namespace EmpathyBot.Content.Solving;

/// <summary>
/// Finds phrases among the words of a text, in one pass and in time linear in their number, however many phrases there
/// are and whatever they hold. Allocates nothing once its thread has walked before.
/// </summary>
internal sealed class PhraseAutomaton
{
    private readonly PhraseNode[] _nodes;
    private readonly bool _anywhere;

    private PhraseAutomaton(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> fillers, bool anywhere)
    {
        _anywhere = anywhere;
        _nodes = PhraseGraph.Of(phrases, anywhere ? null : fillers).ToNodes();
        // Of a phrase that may be left out whole, something must stand there all the same.
        if (anywhere)
            _nodes[0] = _nodes[0] with { Ends = false };
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
        var walk = PhraseWalk.OfThisThread(_nodes);
        walk.Enter(0);
        for (var at = 0; at < words.Count; at++)
        {
            walk.Step();
            if (_anywhere && walk.HasEnded)
                return at;
            foreach (var place in walk.Standing)
            {
                var node = _nodes[place];
                if (node.Words is not null && node.Words.TryGetValue(words[at], out var after))
                    walk.Enter(after);
                walk.Enter(node.Any);
            }

            if (_anywhere)
                walk.Enter(0);
            else if (walk.IsStuck)
                return null;
        }

        walk.Step();
        return walk.HasEnded ? words.Count : null;
    }
}
