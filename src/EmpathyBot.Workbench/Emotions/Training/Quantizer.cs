using EmpathyBot.Detection.LocalModel;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Brings trained weights to whole numbers of eight bits, each row with a scale of its own.</summary>
internal static class Quantizer
{
    public static EmotionModel Quantize(OutputWeights weights, uint[] keys, float[] factors, string locale, ulong fingerprint)
    {
        var cells = new sbyte[weights.Rows.Length];
        var scales = new Half[keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            var own = weights.Row(row);
            var most = 0f;
            foreach (var weight in own)
                most = MathF.Max(most, MathF.Abs(weight));
            var scale = most / 127;
            scales[row] = (Half)scale;
            for (var column = 0; column < own.Length && scale > 0; column++)
                cells[row * OutputWeights.Width + column] = (sbyte)Math.Clamp(MathF.Round(own[column] / scale), -127, 127);
        }

        return new()
        {
            Locale = locale,
            LexiconFingerprint = fingerprint,
            Rows = new(keys, scales, [.. factors.Select(factor => (Half)factor)], cells, OutputWeights.Width),
            Biases = weights.Biases,
            Calibration = [0, 1],
            SecondFrom = 0.25f,
            UrgentFrom = 0.5f,
            SignalsFrom = [.. Enumerable.Repeat(0.5f, EmotionHeads.SignalCount)],
        };
    }
}
