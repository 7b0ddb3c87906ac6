using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>What a model says of one message, as probabilities. Kept and filled again.</summary>
internal sealed class EmotionScores
{
    private readonly float[] _shares = new float[EmotionHeads.Count];

    /// <summary>The share of each emotion, in the order of <see cref="Emotion"/>; together 1.</summary>
    public ReadOnlySpan<float> Emotions => _shares.AsSpan(EmotionHeads.Emotions, EmotionHeads.EmotionCount);

    /// <summary>The share of each strength from 0 to 3.</summary>
    public ReadOnlySpan<float> Intensities => _shares.AsSpan(EmotionHeads.Intensities, EmotionHeads.IntensityCount);

    /// <summary>The share of each urgency from 0 to 2.</summary>
    public ReadOnlySpan<float> Urgencies => _shares.AsSpan(EmotionHeads.Urgencies, EmotionHeads.UrgencyCount);

    /// <summary>The share of each target, in the order of <see cref="EmotionTarget"/>.</summary>
    public ReadOnlySpan<float> Targets => _shares.AsSpan(EmotionHeads.Targets, EmotionHeads.TargetCount);

    /// <summary>The probability of each signal, in the order of <see cref="EmotionHeads.SignalNames"/>.</summary>
    public ReadOnlySpan<float> Signals => _shares.AsSpan(EmotionHeads.Signals, EmotionHeads.SignalCount);

    /// <summary>Turns the outputs of a model into probabilities.</summary>
    public void Set(ReadOnlySpan<float> outputs)
    {
        outputs[..EmotionHeads.Count].CopyTo(_shares);
        Share(_shares.AsSpan(EmotionHeads.Emotions, EmotionHeads.EmotionCount));
        Share(_shares.AsSpan(EmotionHeads.Intensities, EmotionHeads.IntensityCount));
        Share(_shares.AsSpan(EmotionHeads.Urgencies, EmotionHeads.UrgencyCount));
        Share(_shares.AsSpan(EmotionHeads.Targets, EmotionHeads.TargetCount));
        foreach (ref var signal in _shares.AsSpan(EmotionHeads.Signals, EmotionHeads.SignalCount))
            signal = 1 / (1 + MathF.Exp(-signal));
    }

    /// <summary>All neutral: nothing is known.</summary>
    public void SetUnknown()
    {
        _shares.AsSpan().Clear();
        _shares[EmotionHeads.Emotions] = _shares[EmotionHeads.Intensities] = _shares[EmotionHeads.Urgencies] = _shares[EmotionHeads.Targets] = 1;
    }

    /// <summary>The first and the second emotion.</summary>
    public (Emotion First, Emotion Second) Leading()
    {
        var (first, second) = (0, 1);
        for (var at = 1; at < EmotionHeads.EmotionCount; at++)
        {
            if (Emotions[at] > Emotions[first])
                (first, second) = (at, first);
            else if (at != first && (second == first || Emotions[at] > Emotions[second]))
                second = at;
        }

        return ((Emotion)first, (Emotion)second);
    }

    /// <summary>How sure it is that someone is displeased, whether angry, frustrated or disappointed.</summary>
    public float Displeasure =>
        Emotions[(int)Emotion.Anger] + Emotions[(int)Emotion.Frustration] + Emotions[(int)Emotion.Disappointment];

    /// <summary>The strength of a feeling that is there, 1/3 to 1.</summary>
    public double Intensity()
    {
        var felt = Intensities[1] + Intensities[2] + Intensities[3];
        return felt <= 0 ? 1 / 3.0 : (Intensities[1] + 2 * Intensities[2] + 3 * Intensities[3]) / (3.0 * felt);
    }

    /// <summary>How much time presses, 0 to 1.</summary>
    public double Urgency() => Math.Min(1, (Urgencies[1] + 2 * Urgencies[2]) / 2.0);

    /// <summary>Where the largest stands; among equals the first.</summary>
    public static int Largest(ReadOnlySpan<float> shares)
    {
        var largest = 0;
        for (var at = 1; at < shares.Length; at++)
            largest = shares[at] > shares[largest] ? at : largest;
        return largest;
    }

    /// <summary>Turns scores into shares that sum to 1.</summary>
    public static void Share(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
            most = MathF.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
