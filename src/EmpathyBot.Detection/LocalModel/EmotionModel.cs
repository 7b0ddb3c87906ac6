using EmpathyBot.Text;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// A trained model of one language: rows of features, a hidden layer (of no units when the model is linear), and what
/// turns scores into readings. Immutable; safe for several threads.
/// </summary>
internal sealed record EmotionModel
{
    /// <summary>The language it reads, ISO 639-1.</summary>
    public required string Locale { get; init; }

    /// <summary>The word lists it was trained with.</summary>
    public required ulong LexiconFingerprint { get; init; }

    /// <summary>The columns: first one for each output (<see cref="EmotionHeads"/>), then one for each hidden unit.</summary>
    public required QuantizedRows Rows { get; init; }

    /// <summary>What each column is before any feature.</summary>
    public required float[] Biases { get; init; }

    /// <summary>From hidden units to outputs: the weights of unit 0 for each output, then of unit 1, ….</summary>
    public required float[] HiddenWeights { get; init; }

    /// <summary>How sure readings are: confidence at evenly spaced shares of the first emotion, from 0 to 1.</summary>
    public required float[] Calibration { get; init; }

    /// <summary>From which share on a further emotion is named as second.</summary>
    public required float SecondFrom { get; init; }

    /// <summary>From which probability on time presses.</summary>
    public required float UrgentFrom { get; init; }

    /// <summary>From which probability on each signal is set, in the order of <see cref="EmotionHeads.SignalNames"/>.</summary>
    public required float[] SignalsFrom { get; init; }

    public int Hidden => Rows.Width - EmotionHeads.Count;

    /// <summary>The score of each output.</summary>
    /// <param name="features">The features of a message.</param>
    /// <param name="rows">Receives the row of each feature.</param>
    /// <param name="values">Receives the value of each feature.</param>
    /// <param name="sums">Receives all columns; the outputs come first.</param>
    public void Score(MessageFeatures features, Span<int> rows, Span<float> values, Span<float> sums)
    {
        Biases.CopyTo(sums);
        rows = rows[..features.Count];
        values = values[..features.Count];
        Rows.Weigh(features, rows, values);
        Rows.Add(rows, values, sums);
        for (var unit = 0; unit < Hidden; unit++)
        {
            var activity = sums[EmotionHeads.Count + unit];
            if (activity <= 0)
                continue;
            var weights = HiddenWeights.AsSpan(unit * EmotionHeads.Count, EmotionHeads.Count);
            for (var output = 0; output < weights.Length; output++)
                sums[output] += activity * weights[output];
        }
    }

    /// <summary>The confidence of a reading whose first emotion has this share.</summary>
    public double Confidence(float share)
    {
        var place = Math.Clamp(share, 0, 1) * (Calibration.Length - 1);
        var at = Math.Min((int)place, Calibration.Length - 2);
        return Calibration[at] + (Calibration[at + 1] - Calibration[at]) * (place - at);
    }
}
