using System.Collections.Immutable;

namespace EmpathyBot.Domain.Emotions;

/// <summary>Where the customer's mood is heading. Rising means getting worse.</summary>
public enum EmotionTrend { Steady = 0, Rising, Falling }

/// <summary>One stop on the journey: which turn, and what was read there.</summary>
public sealed record JourneyPoint(string TurnId, Emotion Emotion, double Intensity);

/// <summary>The readings of a conversation with their turns, bounded: the last twelve and the peak.</summary>
public sealed record EmotionalJourney
{
    private const int PointsKept = 12;

    /// <summary>The latest readings, oldest first, at most twelve.</summary>
    public ImmutableList<JourneyPoint> Points { get; init; } = [];

    /// <summary>The strongest negative reading so far, or null.</summary>
    public JourneyPoint? Peak { get; init; }

    /// <summary>Where it is heading, with hysteresis (<see cref="MoodTrend"/>).</summary>
    public EmotionTrend Trend { get; init; }

    /// <summary>Nothing read yet.</summary>
    public static EmotionalJourney Empty { get; } = new();

    /// <summary>The latest reading, or null.</summary>
    public JourneyPoint? Current => Points.Count > 0 ? Points[^1] : null;

    /// <summary>The journey with one more reading.</summary>
    public EmotionalJourney With(string turnId, EmotionReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var point = new JourneyPoint(turnId, reading.Primary, reading.Intensity);
        var isPeak = reading.Primary.IsNegative() && reading.Intensity > (Peak?.Intensity ?? 0);
        ImmutableList<JourneyPoint> points = [.. Points.TakeLast(PointsKept - 1), point];
        return this with { Points = points, Peak = isPeak ? point : Peak, Trend = MoodTrend.Of(points) };
    }

    /// <summary>The journey without its last feeling, when the customer said that it was wrong.</summary>
    /// <param name="notThis">The feeling that is denied.</param>
    /// <param name="correctedIn">The turn that denies it. Its own words may have been read too: "I'm not angry" as neutral, or as anger.</param>
    public EmotionalJourney WithoutLast(Emotion notThis, string correctedIn)
    {
        var wrong = Points.FindLast(point => point.TurnId != correctedIn && point.Emotion != Emotion.Neutral);
        var points = Points.RemoveAll(point => point.Emotion == notThis && (point == wrong || point.TurnId == correctedIn));
        if (points.Count == Points.Count)
            return this;
        var peak = Peak is { } high && !points.Contains(high) && Points.Contains(high)
            ? points.Where(point => point.Emotion.IsNegative()).MaxBy(point => point.Intensity)
            : Peak;
        return this with { Points = points, Peak = peak, Trend = MoodTrend.Of(points) };
    }
}
