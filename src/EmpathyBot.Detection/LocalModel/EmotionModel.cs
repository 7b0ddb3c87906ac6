using EmpathyBot.Text;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// A trained linear model of one language: rows of features, and what turns scores into readings. Immutable; safe for
/// several threads.
/// </summary>
internal sealed record EmotionModel
{
    /// <summary>The language it reads, ISO 639-1.</summary>
    public required string Locale { get; init; }

    /// <summary>The word lists it was trained with.</summary>
    public required ulong LexiconFingerprint { get; init; }

    /// <summary>The rows of features; their columns are the outputs (<see cref="EmotionHeads"/>).</summary>
    public required QuantizedRows Rows { get; init; }

    /// <summary>What each output is before any feature.</summary>
    public required float[] Biases { get; init; }

    /// <summary>How sure readings are: confidence at evenly spaced shares of the first emotion, from 0 to 1.</summary>
    public required float[] Calibration { get; init; }

    /// <summary>From which share on a further emotion is named as second.</summary>
    public required float SecondFrom { get; init; }

    /// <summary>From which probability on time presses.</summary>
    public required float UrgentFrom { get; init; }

    /// <summary>From which probability on each signal is set, in the order of <see cref="EmotionHeads.SignalNames"/>.</summary>
    public required float[] SignalsFrom { get; init; }

    /// <summary>The score of each output.</summary>
    /// <param name="features">The features of a message.</param>
    /// <param name="rows">Receives the row of each feature.</param>
    /// <param name="values">Receives the value of each feature.</param>
    /// <param name="sums">Receives the outputs.</param>
    public void Score(MessageFeatures features, Span<int> rows, Span<float> values, Span<float> sums)
    {
        Biases.CopyTo(sums);
        rows = rows[..features.Count];
        values = values[..features.Count];
        Rows.Weigh(features, rows, values);
        Rows.Add(rows, values, sums);
    }

    /// <summary>The confidence of a reading whose first emotion has this share.</summary>
    public double Confidence(float share)
    {
        var place = Math.Clamp(share, 0, 1) * (Calibration.Length - 1);
        var at = Math.Min((int)place, Calibration.Length - 2);
        return Calibration[at] + (Calibration[at + 1] - Calibration[at]) * (place - at);
    }
}
