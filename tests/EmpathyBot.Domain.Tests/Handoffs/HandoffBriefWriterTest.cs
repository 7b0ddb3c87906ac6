using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffBriefWriterTest
{
    [Fact]
    public void A_refund_that_nobody_can_find()
    {
        var brief = Refund().Brief(HandoffReason.BackOfficeDown);

        Assert.Equal("About the status of a refund (order 10023): “Where is my refund?” – the shop's system gave no answer.", brief.Headline.Text);
        Assert.Equal(["t1", "t2", "t3"], brief.Headline.TurnIds);
        Assert.Equal(
            ["The customer asks “Where is my refund?” and says this is the third time they are asking.", "The assistant got no answer from the shop's system."],
            brief.Summary.Select(sentence => sentence.Text));
        Assert.Equal([new BriefFact("order number", "10023", "t2"), new BriefFact("email", "kim@example.org", "t3")], brief.DoNotAskAgain);
        Assert.Equal("“Where is my refund?”", brief.OpenQuestion?.Text);
        Assert.Contains("order 10023", brief.SuggestedReply, StringComparison.Ordinal);
        Assert.Contains("“Where is my refund?”", brief.SuggestedReply, StringComparison.Ordinal);
        Assert.Equal(new BriefEmotion(Emotion.Frustration, 0.6, "Hi. This is the third time I'm asking…", "t1"), brief.EmotionPeak);
    }

    private static Chat Refund() => new Chat()
        .Says("Hi. This is the third time I'm asking. Where is my refund?", Emotion.Frustration, 0.6)
        .Apologises("Three times is too often – I'm sorry.")
        .Then((turn, at) => new ProcedureStarted(turn, at, "refund-status", "the status of a refund"))
        .Answers("What is the order number?")
        .Says("10023").Then((turn, at) => new FactCollected(turn, at, "order_number", "10023")).Answers("And the e-mail?")
        .Says("kim@example.org").Then((turn, at) => new FactCollected(turn, at, "email", "kim@example.org"))
        .Then((turn, at) => new BackOfficeCalled(turn, at, "find_refund", BackOfficeOutcome.Unavailable));
}
