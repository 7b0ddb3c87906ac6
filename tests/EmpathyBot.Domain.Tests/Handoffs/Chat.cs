using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

/// <summary>Tells a conversation event by event, for tests to look at what follows.</summary>
internal sealed class Chat
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly List<ConversationEvent> events = [];
    private int turns;

    public Conversation Conversation { get; private set; } = Conversation.Begin("c1", "directline", "en");

    public IReadOnlyList<ConversationEvent> Events => events;

    public string TurnId => $"t{turns}";

    public DateTimeOffset At => Start.AddMinutes(turns);

    /// <summary>The customer writes: a new turn.</summary>
    public Chat Says(string text, EmotionReading? reading = null, params string[] signals)
    {
        turns++;
        return Happens(new CustomerSaid(TurnId, At, text, reading, signals));
    }

    public Chat Says(string text, Emotion emotion, double intensity) => Says(text, Felt(emotion, intensity));

    public Chat Answers(string text) => Happens(new BotSaid(TurnId, At, text));

    public Chat Happens(ConversationEvent happened)
    {
        events.Add(happened);
        Conversation = Conversation.Apply(happened);
        return this;
    }

    /// <summary>Something happens in the turn that is running.</summary>
    public Chat Then(Func<string, DateTimeOffset, ConversationEvent> happened) => Happens(happened(TurnId, At));

    public Chat Trends(EmotionTrend trend)
    {
        Conversation = Conversation with { Journey = Conversation.Journey with { Trend = trend } };
        return this;
    }

    public Chat Apologises(string text) =>
        Then((turn, at) => new Acknowledged(turn, at, AcknowledgementAct.Apologise, "anger-at-wait", "p1", text, "wait"));

    /// <summary>The turn that is running, as the policies see it.</summary>
    public Turn Turn(MessageSignals? signals = null) => new()
    {
        Id = TurnId,
        At = At,
        Text = events.OfType<CustomerSaid>().LastOrDefault()?.Text ?? "",
        Reading = events.OfType<CustomerSaid>().LastOrDefault()?.Reading,
        Signals = signals ?? MessageSignals.None,
    };

    public HandoffBrief Brief(HandoffReason reason) => HandoffBriefWriter.Write(Conversation, events, reason, At);

    public static EmotionReading Felt(Emotion emotion, double intensity, double confidence = 0.9) =>
        new(emotion, null, intensity, 0, confidence, EmotionTarget.Wait, [], "lexicon");
}
