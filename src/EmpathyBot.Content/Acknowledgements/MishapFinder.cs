using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Finds the first mishap of the list that a sentence of the message tells of.</summary>
/// <param name="mishaps">In order of precedence.</param>
/// <param name="supposed">Sentences with one of these only suppose: "what if it comes broken".</param>
/// <param name="things">The things of the language.</param>
internal sealed class MishapFinder(IReadOnlyList<KnownMishap> mishaps, PhraseAutomaton? supposed, ThingWords things) : IMishapFinder
{
    private static readonly char[] Ends = ['.', '!', '?', ';', '\n', '\r'];

    public Mishap? Find(string text, string? thing, bool formal)
    {
        var sentences = text.Split(Ends, StringSplitOptions.RemoveEmptyEntries).Select(sentence => Phrase.WordsOf(sentence))
            .Where(words => words.Length > 0 && supposed?.Matches(words) != true).ToList();
        var named = thing is not null && things.HeadOf(thing) is { } head ? new NamedThing(thing, head, things.IsAwaited(head)) : null;
        foreach (var mishap in mishaps)
        {
            foreach (var words in sentences)
            {
                if (mishap.SaidOf(words, named, formal) is { } said)
                    return said;
            }
        }

        return null;
    }
}
