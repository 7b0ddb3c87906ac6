using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>A message with what a skilled agent reads in it.</summary>
internal sealed record LabelledMessage(MessageToRead Message, TurnLabels Labels)
{
    /// <summary>The customers' turns of one part of the corpus.</summary>
    public static List<LabelledMessage> Of(IEnumerable<CorpusDialogue> dialogues, CorpusSplit split) =>
        [.. dialogues.Where(dialogue => dialogue.Split == split).SelectMany(Of)];

    /// <summary>The customer's turns of one dialogue.</summary>
    public static IEnumerable<LabelledMessage> Of(CorpusDialogue dialogue) =>
        dialogue.CustomerTurns.Select(turn => new LabelledMessage(dialogue.MessageToRead(turn), dialogue.Turns[turn].Labels!));
}
