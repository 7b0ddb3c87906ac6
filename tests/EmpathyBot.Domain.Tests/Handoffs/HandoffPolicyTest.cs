using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffPolicyTest
{
    [Fact]
    public void At_risk_words_bring_a_person_at_once()
    {
        var chat = new Chat().Says("I can't go on");

        Assert.Equal(new HandoffDecision("at-risk", HandOverFor: HandoffReason.AtRisk), Decide(chat, new() { AtRisk = true, WantsHuman = true }));
    }

    [Fact]
    public void Asking_for_a_person_brings_one_at_once()
    {
        var chat = new Chat().Says("Let me talk to a human");

        Assert.Equal(new HandoffDecision("asked-for-person", HandOverFor: HandoffReason.AskedForPerson), Decide(chat, new() { WantsHuman = true }));
    }

    [Theory]
    [InlineData(CustomerRequest.No)]
    [InlineData(CustomerRequest.LeaveQueue)]
    public void Refusing_a_person_is_not_asking_for_one(CustomerRequest request)
    {
        var chat = new Chat().Says("I don't want to wait for an agent");

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, chat.Turn(new() { WantsHuman = true }) with { Request = request }));
    }

    [Theory]
    [InlineData(Emotion.Anger, 0.6, "strong-anger")]
    [InlineData(Emotion.Anger, 0.59, "no-need")]
    [InlineData(Emotion.Frustration, 0.9, "no-need")]
    [InlineData(Emotion.Joy, 1.0, "no-need")]
    public void Strong_anger_is_offered_a_person(Emotion emotion, double intensity, string code)
    {
        var chat = new Chat().Says("…", emotion, intensity);

        Assert.Equal(code, Decide(chat).Reason);
    }

    [Fact]
    public void An_unsure_reading_of_anger_offers_nothing()
    {
        var chat = new Chat().Says("fine.", Chat.Felt(Emotion.Anger, 1, confidence: 0.4));

        Assert.Equal(HandoffDecision.Nothing, Decide(chat));
    }

    [Theory]
    [InlineData(EmotionTrend.Rising, 0.5, "getting-worse")]
    [InlineData(EmotionTrend.Rising, 0.4, "no-need")]
    [InlineData(EmotionTrend.Steady, 0.8, "no-need")]
    [InlineData(EmotionTrend.Falling, 0.8, "no-need")]
    public void A_mood_that_gets_worse_is_offered_a_person(EmotionTrend trend, double intensity, string code)
    {
        var chat = new Chat().Says("…", Emotion.Frustration, intensity).Trends(trend);

        Assert.Equal(code, Decide(chat).Reason);
    }

    [Theory]
    [InlineData(0.5, "repeated-contact")]
    [InlineData(0.4, "no-need")]
    public void Coming_back_upset_is_offered_a_person(double intensity, string code)
    {
        var chat = new Chat().Says("third time", Emotion.Disappointment, intensity);

        Assert.Equal(code, Decide(chat, new() { Repeat = true }).Reason);
    }

    [Fact]
    public void Two_failures_of_ours_are_an_offer_even_to_someone_calm()
    {
        var chat = new Chat().Says("hello?").Then((turn, at) => new BotFailed(turn, at, "x"))
            .Says("still there?").Then((turn, at) => new BotFailed(turn, at, "x")).Says("well?");

        Assert.Equal(new HandoffDecision("bot-failed", OfferFor: HandoffReason.BotFailed), Decide(chat));
    }

    [Fact]
    public void Three_messages_around_an_open_problem_are_a_circle()
    {
        var chat = Stuck();

        Assert.Equal(new HandoffDecision("going-in-circles", OfferFor: HandoffReason.NotUnderstood), Decide(chat));
    }

    [Fact]
    public void A_misunderstanding_counts_as_a_message_more()
    {
        var chat = new Chat().Says("the thing").Then((turn, at) => new NotUnderstood(turn, at)).Says("the blue thing");

        Assert.Equal("going-in-circles", Decide(chat).Reason);
    }

    [Fact]
    public void Answers_to_a_procedure_are_no_circle()
    {
        var chat = Stuck();

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, chat.Turn() with { ProcedureWaits = true, AnswersProcedure = true }));
    }

    [Fact]
    public void A_new_question_is_no_circle()
    {
        var chat = Stuck();
        var match = new ContentMatch([new(ContentKind.Article, "gift-cards", "gift cards", 0.9)]);

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, chat.Turn() with { Match = match }));
    }

    [Fact]
    public void The_same_article_again_is_a_circle()
    {
        var chat = Stuck();
        var match = new ContentMatch([new(ContentKind.Article, "returns", "returns", 0.9)]);

        Assert.Equal("going-in-circles", HandoffPolicy.Decide(chat.Conversation, chat.Turn() with { Match = match }).Reason);
    }

    [Fact]
    public void Thanks_are_no_circle()
    {
        var chat = Stuck();

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, chat.Turn() with { Reading = Chat.Felt(Emotion.Gratitude, 0.6) }));
    }

    [Fact]
    public void A_person_is_offered_once_in_an_episode()
    {
        var chat = new Chat().Says("Terrible!", Emotion.Anger, 0.7).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger));

        Assert.Equal("offer-waits", Decide(chat.Says("Terrible!!", Emotion.Anger, 0.7)).Reason);

        chat.Then((turn, at) => new PersonDeclined(turn, at)).Says("Just tell me", Emotion.Anger, 0.7);
        Assert.Equal("offered-before", Decide(chat).Reason);
    }

    [Fact]
    public void A_person_is_offered_again_when_things_got_worse()
    {
        var chat = new Chat().Says("Terrible!", Emotion.Anger, 0.6).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger))
            .Says("no").Then((turn, at) => new PersonDeclined(turn, at)).Says("You are useless!", Emotion.Anger, 0.9);

        Assert.Equal(HandoffReason.RisingAnger, Decide(chat).OfferFor);
    }

    [Fact]
    public void Anger_after_an_offer_for_another_reason_is_worse()
    {
        var chat = Stuck().Then((turn, at) => new PersonOffered(turn, at, HandoffReason.NotUnderstood))
            .Says("no").Then((turn, at) => new PersonDeclined(turn, at)).Says("This is a joke!", Emotion.Anger, 0.7);

        Assert.Equal(HandoffReason.RisingAnger, Decide(chat).OfferFor);
    }

    [Fact]
    public void Our_failing_after_an_offer_is_worse()
    {
        var chat = new Chat().Says("Terrible!", Emotion.Anger, 0.7).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger))
            .Then((turn, at) => new PersonDeclined(turn, at))
            .Then((turn, at) => new BotFailed(turn, at, "x")).Then((turn, at) => new BotFailed(turn, at, "x")).Says("So?");

        Assert.Equal(HandoffReason.BotFailed, Decide(chat).OfferFor);
    }

    [Fact]
    public void Nothing_is_offered_to_who_waits_for_a_person()
    {
        var chat = new Chat().Says("Hello")
            .Then((turn, at) => new HandoffMoved(turn, at, "h1", HandoffState.Queued, HandoffReason.AskedForPerson, null))
            .Says("Hurry up!", Emotion.Anger, 1);

        Assert.Equal(new HandoffDecision("person-is-coming"), Decide(chat));
    }

    [Fact]
    public void A_closed_handoff_starts_with_a_clean_slate()
    {
        var chat = Stuck().Then((turn, at) => new BotFailed(turn, at, "x")).Then((turn, at) => new BotFailed(turn, at, "x"))
            .Then((turn, at) => new HandoffMoved(turn, at, "h1", HandoffState.Closed, HandoffReason.AskedForPerson, "Mira"))
            .Says("Do you sell gift cards?");

        Assert.Equal(HandoffDecision.Nothing, Decide(chat));
    }

    [Fact]
    public void With_reading_off_only_what_happened_counts()
    {
        var chat = new Chat().Then((turn, at) => new ReadingSwitched(turn, at, false)).Says("I HATE THIS");
        Assert.Equal(HandoffDecision.Nothing, Decide(chat, new() { Repeat = true, Abusive = true }));

        chat.Then((turn, at) => new NotUnderstood(turn, at)).Says("WELL").Says("ANSWER");
        Assert.Equal("going-in-circles", Decide(chat).Reason);
    }

    private static Chat Stuck() => new Chat()
        .Says("I want to send it back").Then((turn, at) => new ArticleTold(turn, at, "returns", "returns"))
        .Says("but it does not fit the box")
        .Says("so what do I do with it");

    private static HandoffDecision Decide(Chat chat, MessageSignals? signals = null) =>
        HandoffPolicy.Decide(chat.Conversation, chat.Turn(signals));
}
