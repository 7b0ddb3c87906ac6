using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.TextAnalytics;

/// <summary>The rule of docs/decisions/0005, a line a row.</summary>
public sealed class ReadingFusionTests
{
    [Theory]
    // Ours                             service                          the reading
    [InlineData(Emotion.Anger, 0.8, nameof(Valence.Negative), 0.99, Emotion.Anger, 0.8)]
    [InlineData(Emotion.Anger, 0.8, nameof(Valence.Neutral), 0.99, Emotion.Anger, 0.8)]
    [InlineData(Emotion.Anger, 0.8, nameof(Valence.Positive), 0.99, Emotion.Anger, 0.8)]
    [InlineData(Emotion.Neutral, 0.8, nameof(Valence.Negative), 0.99, Emotion.Neutral, 0.8)]
    [InlineData(Emotion.Gratitude, 0.8, nameof(Valence.Negative), 0.99, Emotion.Gratitude, 0.45)]
    [InlineData(Emotion.Gratitude, 0.8, nameof(Valence.Negative), 0.74, Emotion.Gratitude, 0.8)]
    [InlineData(Emotion.Anxiety, 0.35, nameof(Valence.Negative), 0.8, Emotion.Anxiety, 0.5)]
    [InlineData(Emotion.Anxiety, 0.25, nameof(Valence.Negative), 0.8, Emotion.Anxiety, 0.25)]
    [InlineData(Emotion.Anxiety, 0.35, nameof(Valence.Negative), 0.7, Emotion.Anxiety, 0.35)]
    [InlineData(Emotion.Anxiety, 0.35, nameof(Valence.Neutral), 0.99, Emotion.Anxiety, 0.35)]
    [InlineData(Emotion.Anxiety, 0.35, nameof(Valence.Mixed), 0.99, Emotion.Anxiety, 0.35)]
    [InlineData(Emotion.Neutral, 0.2, nameof(Valence.Neutral), 0.8, Emotion.Neutral, 0.5)]
    [InlineData(Emotion.Neutral, 0.2, nameof(Valence.Mixed), 0.99, Emotion.Neutral, 0.2)]
    [InlineData(Emotion.Neutral, 0.2, nameof(Valence.Negative), 0.95, Emotion.Frustration, 0.6)]
    [InlineData(Emotion.Neutral, 0.2, nameof(Valence.Positive), 0.95, Emotion.Joy, 0.6)]
    [InlineData(Emotion.Joy, 0.3, nameof(Valence.Negative), 0.95, Emotion.Frustration, 0.6)]
    [InlineData(Emotion.Sadness, 0.3, nameof(Valence.Positive), 0.95, Emotion.Joy, 0.6)]
    public void Feeling_and_confidence_follow_the_table(Emotion ours, double confidence, string valence, double strength, Emotion expected, double expectedConfidence)
    {
        var fused = Fuse(Ours(ours, confidence), new(Enum.Parse<Valence>(valence), strength, [])).Emotion!;
        Assert.Equal((expected, expectedConfidence), (fused.Primary, fused.Confidence));
        Assert.Equal(expected == ours ? "model" : "azure", fused.ReadBy);
    }

    [Fact]
    public void Our_second_feeling_comes_first_when_the_service_sees_its_side()
    {
        var fused = Fuse(Ours(Emotion.Neutral, 0.4) with { Secondary = Emotion.Anxiety }, Negative).Emotion!;
        Assert.Equal((Emotion.Anxiety, null), (fused.Primary, fused.Secondary));
        var other = Fuse(Ours(Emotion.Neutral, 0.4) with { Secondary = Emotion.Relief }, Negative).Emotion!;
        Assert.Equal(Emotion.Frustration, other.Primary);
    }

    [Fact]
    public void Praise_in_which_we_heard_sarcasm_is_no_praise()
    {
        var ours = new MessageReading(Ours(Emotion.Frustration, 0.4), MessageSignals.None with { Sarcasm = true });
        Assert.Same(ours.Emotion, ReadingFusion.Fuse(ours, new("en", new(Valence.Positive, 0.99, []), []), "great job").Emotion);
    }

    [Theory]
    [InlineData(0.8, 1 / 3.0)]
    [InlineData(0.95, 2 / 3.0)]
    public void A_feeling_from_a_side_alone_is_never_called_the_strongest(double strength, double intensity) =>
        Assert.Equal(intensity, Fuse(Readers.Unsure, new(Valence.Negative, strength, [])).Emotion!.Intensity);

    [Fact]
    public void The_target_is_that_of_the_strongest_opinion_on_the_side_of_the_reading()
    {
        var service = new ServiceSentiment(Valence.Negative, 0.9,
            [new(Valence.Positive, 1, "delivery", []), new(Valence.Negative, 0.9, "chat bot", []), new(Valence.Negative, 0.8, "staff", [])]);
        Assert.Equal(EmotionTarget.Bot, Fuse(Ours(Emotion.Anger, 0.8) with { Target = EmotionTarget.Unknown }, service).Emotion!.Target);
        Assert.Equal(EmotionTarget.Policy, Fuse(Ours(Emotion.Anger, 0.8) with { Target = EmotionTarget.Policy }, service).Emotion!.Target);
        Assert.Equal(EmotionTarget.Unknown, Fuse(Ours(Emotion.Neutral, 0.8), service).Emotion!.Target);
    }

    [Theory]
    [InlineData("delivery driver", EmotionTarget.Staff)]
    [InlineData("Delivery", EmotionTarget.Wait)]
    [InlineData("return policy", EmotionTarget.Policy)]
    [InlineData("el paquete", EmotionTarget.Product)]
    [InlineData("my bank", EmotionTarget.Unknown)]
    [InlineData("", EmotionTarget.Unknown)]
    public void What_an_opinion_is_about_is_told_by_its_last_known_word(string words, EmotionTarget expected) => Assert.Equal(expected, OpinionTargets.Of(words));

    [Fact]
    public void Our_language_stands_and_the_services_fills_in()
    {
        Assert.Equal("en", ReadingFusion.Fuse(new(Readers.Unsure, MessageSignals.None with { Language = "en" }), new("nl", null, []), "x").Signals.Language);
        Assert.Equal("nl", ReadingFusion.Fuse(new(Readers.Unsure, MessageSignals.None), new("nl", null, []), "x").Signals.Language);
    }

    [Fact]
    public void Without_an_answer_nothing_changes()
    {
        var ours = new MessageReading(Readers.Unsure, MessageSignals.None);
        Assert.Equal(ours, ReadingFusion.Fuse(ours, ServiceReading.Nothing, "x"));
    }

    [Fact]
    public void Cues_are_the_customers_own_words_and_at_most_five()
    {
        var service = new ServiceSentiment(Valence.Negative, 0.9, [new(Valence.Negative, 1, "app", ["slow", "", "slow", "not in the message", "bad", "ugly", "a", "b", "c"])]);
        var cues = Fuse(Readers.Unsure, service, "bad ugly slow a b c").Emotion!.Cues;
        Assert.Equal(["slow", "bad", "ugly", "a", "b"], cues.Select(cue => cue.Text));
        Assert.All(cues, cue => Assert.Equal(cue.Text, "bad ugly slow a b c".Substring(cue.Start, cue.Length)));
    }

    private static ServiceSentiment Negative => new(Valence.Negative, 0.9, []);

    private static EmotionReading Ours(Emotion emotion, double confidence) =>
        new(emotion, null, emotion == Emotion.Neutral ? 0 : 0.5, 0, confidence, EmotionTarget.Unknown, [], "model");

    private static MessageReading Fuse(EmotionReading ours, ServiceSentiment service, string text = "text") =>
        ReadingFusion.Fuse(new(ours, MessageSignals.None), new("en", service, []), text);
}
