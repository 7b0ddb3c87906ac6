namespace EmpathyBot.Domain.Emotions;

/// <summary>
/// Tells where a mood is heading without jumping at every message. Each reading counts as its intensity: upwards when it
/// is negative (confusion half), downwards when it is positive, nought when neutral. The level follows the readings by two
/// fifths each time, and a mood that stays bad adds up: being upset again, after an answer, is getting worse.
/// It rises once it stands 0.25 above the lowest level since it was last steady, falls once it stands as far below the
/// highest; it turns only by the same distance, and is steady again after three readings that bring nothing new.
/// </summary>
/// <remarks>The figures were chosen on the train part of the service dialogues (docs/evaluation.md).</remarks>
internal static class MoodTrend
{
    /// <summary>The distance that counts.</summary>
    public const double Step = 0.25;

    private const double Follows = 0.4;
    private const double AddsUp = 0.4;
    private const double Confused = 0.5;
    private const int QuietUntilSteady = 3;

    public static EmotionTrend Of(IReadOnlyList<JourneyPoint> points)
    {
        if (points.Count == 0)
            return EmotionTrend.Steady;

        var trend = EmotionTrend.Steady;
        var level = Signed(points[0]);
        var (low, high, quiet) = (level, level, 0);
        foreach (var point in points.Skip(1))
        {
            var now = Signed(point);
            level += Follows * (now - level) + (level > 0 && now > 0 ? AddsUp * now : 0);
            var before = (low, high);
            (low, high) = (Math.Min(low, level), Math.Max(high, level));
            if (trend != EmotionTrend.Rising && level >= low + Step)
                (trend, low, high, quiet) = (EmotionTrend.Rising, level, level, 0);
            else if (trend != EmotionTrend.Falling && level <= high - Step)
                (trend, low, high, quiet) = (EmotionTrend.Falling, level, level, 0);
            else if (trend == EmotionTrend.Rising && level > before.high + Step / 5 || trend == EmotionTrend.Falling && level < before.low - Step / 5)
                quiet = 0;
            else if (trend != EmotionTrend.Steady && ++quiet >= QuietUntilSteady)
                (trend, low, high, quiet) = (EmotionTrend.Steady, level, level, 0);
        }

        return trend;
    }

    private static double Signed(JourneyPoint point) => point.Emotion switch
    {
        Emotion.Confusion => Confused * point.Intensity,
        _ when point.Emotion.IsNegative() => point.Intensity,
        _ when point.Emotion.IsPositive() => -point.Intensity,
        _ => 0,
    };
}
