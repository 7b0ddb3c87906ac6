using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>What does not matter in a test.</summary>
internal static class Some
{
    public static DateTimeOffset Time { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static EmotionReading Reading(
        Emotion emotion, double intensity = 0.67, EmotionTarget target = EmotionTarget.Unknown, double confidence = 0.8) =>
        new(emotion, null, intensity, 0, confidence, target, [new(0, 1, "x")], "lexicon");

    public static Conversation Conversation() => Domain.Conversations.Conversation.Begin("c", "directline", "en-GB");

    public static Turn Turn(string text = "words", EmotionReading? reading = null, MessageSignals? signals = null) =>
        new() { Id = "t1", At = Time, Text = text, Reading = reading, Signals = signals ?? MessageSignals.None, Words = ShippedWords.English };

    /// <summary>The conversation once the turn's message has been applied, as the turn policy gets it.</summary>
    public static Conversation Hearing(this Conversation conversation, Turn turn) =>
        conversation.Apply(new CustomerSaid(turn.Id, turn.At, turn.Text, turn.Reading, turn.Signals.Names()));

    /// <summary>The conversation once the turn was acknowledged as planned.</summary>
    public static Conversation Saying(this Conversation conversation, Turn turn, AcknowledgementPlan plan, string? phraseId = null, string? text = null) =>
        conversation.Apply(new Acknowledged(turn.Id, turn.At, plan.Act, plan.Reason, phraseId, text, plan.Incident));

    public static AcknowledgementPhrase Phrase(string id, AcknowledgementAct act, string template, params string[] names) =>
        new(id, act, [], [], 0, 1, names, template);
}
