using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffNeedTest
{
    [Fact]
    public void At_risk_is_the_greatest_need_whatever_the_mood()
    {
        Assert.Equal(1.0, HandoffNeed.Of(new Chat().Says("…").Conversation, HandoffReason.AtRisk));
    }

    [Theory]
    [InlineData(Emotion.Neutral, 0.0, EmotionTrend.Steady, HandoffReason.AskedForPerson, 0.2)]
    [InlineData(Emotion.Joy, 1.0, EmotionTrend.Steady, HandoffReason.AskedForPerson, 0.2)]
    [InlineData(Emotion.Anger, 1.0, EmotionTrend.Steady, HandoffReason.AskedForPerson, 0.6)]
    [InlineData(Emotion.Anger, 1.0, EmotionTrend.Rising, HandoffReason.RisingAnger, 0.7)]
    [InlineData(Emotion.Sadness, 0.5, EmotionTrend.Steady, HandoffReason.RepeatedContact, 0.5)]
    [InlineData(Emotion.Anger, 1.0, EmotionTrend.Rising, HandoffReason.BotFailed, 0.8)]
    public void Mood_trend_and_reason_add_up(Emotion emotion, double intensity, EmotionTrend trend, HandoffReason reason, double need)
    {
        var chat = new Chat().Says("…", emotion, intensity).Trends(trend);

        Assert.Equal(need, HandoffNeed.Of(chat.Conversation, reason));
    }

    [Theory]
    [InlineData(0.2, -5, 0.2)]
    [InlineData(0.2, 0, 0.2)]
    [InlineData(0.2, 15, 0.5)]
    [InlineData(0.2, 30, 0.8)]
    [InlineData(0.2, 600, 0.8)]
    [InlineData(0.8, 30, 0.99)]
    [InlineData(1.0, 0, 1.0)]
    public void Waiting_adds_up_to_a_limit(double need, int minutes, double withWaiting)
    {
        Assert.Equal(withWaiting, HandoffNeed.WithWaiting(need, TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void Who_waited_long_comes_before_who_is_angry_just_now()
    {
        var calm = HandoffNeed.Of(new Chat().Says("a person, please").Conversation, HandoffReason.AskedForPerson);
        var angry = HandoffNeed.Of(new Chat().Says("!!!", Emotion.Anger, 1).Trends(EmotionTrend.Rising).Conversation, HandoffReason.RisingAnger);

        Assert.True(HandoffNeed.WithWaiting(calm, HandoffNeed.LongWait) > angry);
    }
}
