using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Tests.Acknowledgements;

namespace EmpathyBot.Domain.Tests.Emotions;

public class JourneyTests
{
    [Theory]
    [InlineData("one reading is no trend", "anger 0.9", EmotionTrend.Steady)]
    [InlineData("annoyed, then angry", "frustration 0.3, anger 0.9", EmotionTrend.Rising)]
    [InlineData("calm, then frustrated", "neutral 0, frustration 0.67", EmotionTrend.Rising)]
    [InlineData("a little more annoyed", "frustration 0.4, frustration 0.5", EmotionTrend.Steady)]
    [InlineData("answered, and as frustrated as before", "frustration 0.67, frustration 0.67", EmotionTrend.Rising)]
    [InlineData("a little annoyed throughout", "frustration 0.33, frustration 0.33, frustration 0.33", EmotionTrend.Steady)]
    [InlineData("puzzled, then told how", "confusion 0.67, neutral 0", EmotionTrend.Steady)]
    [InlineData("worried, then relieved", "anxiety 0.67, relief 0.67", EmotionTrend.Falling)]
    [InlineData("strong anger, then a plain message", "neutral 0, anger 0.8, anger 0.8, neutral 0", EmotionTrend.Falling)]
    [InlineData("angry, then just short", "neutral 0, frustration 0.67, neutral 0", EmotionTrend.Rising)]
    [InlineData("angry, then thankful", "anger 0.9, gratitude 0.67", EmotionTrend.Falling)]
    [InlineData("angry, then calm and calm", "anger 0.9, neutral 0, neutral 0", EmotionTrend.Falling)]
    [InlineData("it settles", "anger 0.9, neutral 0, neutral 0, neutral 0, neutral 0, neutral 0, neutral 0, neutral 0, neutral 0", EmotionTrend.Steady)]
    [InlineData("calmed, then upset again", "anger 0.9, neutral 0, neutral 0, anger 0.9", EmotionTrend.Rising)]
    public void The_trend_follows_the_readings_with_hysteresis(string because, string readings, EmotionTrend trend) =>
        Assert.True(Journey(readings).Trend == trend, $"{because}: {Journey(readings).Trend}");

    [Fact]
    public void The_peak_is_the_strongest_negative_reading()
    {
        var journey = Journey("frustration 0.4, anger 0.9, joy 1, frustration 0.5");

        Assert.Equal((Emotion.Anger, 0.9), (journey.Peak!.Emotion, journey.Peak.Intensity));
        Assert.Equal(Emotion.Frustration, journey.Current!.Emotion);
    }

    [Fact]
    public void A_correction_takes_the_last_reading_back_and_the_trend_with_it()
    {
        var journey = Journey("neutral 0, anger 0.9").WithoutLast(Emotion.Anger, "now");

        Assert.Equal(EmotionTrend.Steady, journey.Trend);
        Assert.Null(journey.Peak);
    }

    [Theory]
    [InlineData("frustration 0.4, anger 0.9, neutral 0", "frustration")]
    [InlineData("frustration 0.4, anger 0.9, neutral 0, neutral 0", "frustration")]
    [InlineData("frustration 0.4, anger 0.9, anger 0.7", "frustration")]
    [InlineData("anger 0.9, frustration 0.4, neutral 0", "anger frustration")]
    public void The_words_of_the_correction_itself_may_have_been_read(string readings, string left)
    {
        var journey = Journey(readings);

        var corrected = journey.WithoutLast(Emotion.Anger, journey.Current!.TurnId);

        Assert.Equal(left, string.Join(' ', corrected.Points.Where(point => point.Emotion != Emotion.Neutral).Select(point => point.Emotion)).ToLowerInvariant());
    }

    [Fact]
    public void A_correction_of_something_else_changes_nothing()
    {
        var journey = Journey("neutral 0, anger 0.9");

        Assert.Same(journey, journey.WithoutLast(Emotion.Confusion, "now"));
    }

    [Fact]
    public void A_long_journey_stays_bounded_and_keeps_its_peak()
    {
        var journey = Journey("anger 1, " + string.Join(", ", Enumerable.Repeat("neutral 0", 50)));

        Assert.Equal(12, journey.Points.Count);
        Assert.Equal(1, journey.Peak!.Intensity);
    }

    [Fact]
    public void Signals_have_their_names_in_fixed_order()
    {
        var all = new MessageSignals { Sarcasm = true, Repeat = true, Urgent = true, WantsHuman = true, Abusive = true, Churn = true, AtRisk = true };

        Assert.Equal(["sarcasm", "repeat", "urgent", "wants_human", "abusive", "churn", "at_risk"], all.Names());
        Assert.Equal(["urgent"], new MessageSignals { Urgent = true, Language = "en" }.Names());
        Assert.Empty(MessageSignals.None.Names());
    }

    private static EmotionalJourney Journey(string readings) => readings.Split(", ").Select(reading => reading.Split(' ')).Aggregate(
        EmotionalJourney.Empty,
        (journey, parts) => journey.With(
            $"t{journey.Points.Count}",
            Some.Reading(Enum.Parse<Emotion>(parts[0], ignoreCase: true), double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))));
}
