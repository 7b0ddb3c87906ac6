namespace EmpathyBot.Domain.Emotions;

/// <summary>
/// Tells where a mood is heading without jumping at every message. Each reading counts as its intensity: upwards when it
/// is negative, downwards when it is positive, nought when neutral. The level follows the readings half-way each time.
/// It rises once it stands 0.25 above the lowest level since it was last steady, falls once it stands as far below the
/// highest; it turns only by the same distance, and is steady again after three readings that bring nothing new.
/// </summary>
internal static class MoodTrend
{
    /// <summary>The distance that counts.</summary>
    public const double Step = 0.25;

    private const double Follows = 0.5;
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
            level += Follows * (Signed(point) - level);
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

    private static double Signed(JourneyPoint point) =>
        point.Emotion.IsNegative() ? point.Intensity : point.Emotion.IsPositive() ? -point.Intensity : 0;
}
