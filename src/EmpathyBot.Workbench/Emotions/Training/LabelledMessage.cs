using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>A message with what a skilled agent reads in it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Labels">What is read in it: what most readers said.</param>
/// <param name="Votes">What each reader said; may be empty.</param>
internal sealed record LabelledMessage(MessageToRead Message, TurnLabels Labels, IReadOnlyList<EmotionVote> Votes)
{
    /// <summary>The customer's turns of one dialogue.</summary>
    public static IEnumerable<LabelledMessage> Of(CorpusDialogue dialogue, IReadOnlyDictionary<string, IReadOnlyList<EmotionVote>> readings) =>
        dialogue.CustomerTurns.Select(turn => new LabelledMessage(
            dialogue.MessageToRead(turn), dialogue.Turns[turn].Labels!, readings.GetValueOrDefault(dialogue.TurnId(turn), [])));
}
