using EmpathyBot.Text;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>One customer turn with its words made comparable: lower case, without signs.</summary>
internal sealed record WrittenTurn(string Id, string DialogueId, string Text, TurnLabels Labels)
{
    /// <summary>Its words.</summary>
    public IReadOnlyList<string> Words { get; } = TextFolding.FoldWords(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All runs of a given number of words, each once.</summary>
    public IEnumerable<string> Runs(int length) =>
        Enumerable.Range(0, Math.Max(0, Words.Count - length + 1)).Select(at => string.Join(' ', Words.Skip(at).Take(length))).Distinct();

    /// <summary>All customer turns of some dialogues.</summary>
    public static IReadOnlyList<WrittenTurn> Of(IEnumerable<CorpusDialogue> dialogues) => [.. dialogues.SelectMany(dialogue =>
        dialogue.CustomerTurns.Select(index => new WrittenTurn(dialogue.TurnId(index), dialogue.Id, dialogue.Turns[index].Text, dialogue.Turns[index].Labels!)))];
}
