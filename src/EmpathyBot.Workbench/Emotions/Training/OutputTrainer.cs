using EmpathyBot.Detection.LocalModel;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Trains <see cref="OutputWeights"/>, one example after the other: the same examples and options give the same weights.</summary>
internal sealed class OutputTrainer
{
    private readonly OutputWeights _weights;
    private readonly TrainingOptions _options;
    private readonly float[] _moved;
    private readonly float[] _movedBiases;
    private readonly float[] _sums;
    private readonly float[] _gradient;
    private int[] _rows = [];
    private float[] _values = [];
    private uint _chance;

    private OutputTrainer(int rows, TrainingOptions options, uint seed)
    {
        _options = options;
        _weights = new(rows);
        _moved = new float[_weights.Rows.Length];
        _movedBiases = new float[OutputWeights.Width];
        _sums = new float[OutputWeights.Width];
        _gradient = new float[OutputWeights.Width];
        _chance = seed * 747796405 + 2891336453;
    }

    /// <summary>
    /// Trains several times from different chances and takes the mean of the weights: of linear layers that is the mean of
    /// their outputs, steadier than any one of them and no larger.
    /// </summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="rows">How many rows they speak of.</param>
    /// <param name="options">How.</param>
    /// <param name="afterPass">Called after each pass of the first with its number and mean loss.</param>
    public static OutputWeights Train(IReadOnlyList<Example> examples, int rows, TrainingOptions options, Action<int, double, OutputWeights>? afterPass = null)
    {
        var all = new OutputWeights[options.Averaged];
        Parallel.For(0, all.Length, at => all[at] = TrainOnce(examples, rows, options, options.Seed + (uint)at, at == 0 ? afterPass : null));
        return OutputWeights.Mean(all);
    }

    private static OutputWeights TrainOnce(
        IReadOnlyList<Example> examples, int rows, TrainingOptions options, uint seed, Action<int, double, OutputWeights>? afterPass)
    {
        var trainer = new OutputTrainer(rows, options, seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = (float)options.Passes * examples.Count;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            trainer.Mix(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length; at++)
                loss += trainer.Learn(examples[order[at]], options.Rate * (1 - (pass * (float)examples.Count + at) / steps));
            afterPass?.Invoke(pass + 1, loss / examples.Count, trainer._weights);
        }

        return trainer._weights;
    }

    private double Learn(Example example, float rate)
    {
        var kept = 0;
        if (_rows.Length < example.Rows.Length)
            (_rows, _values) = (new int[example.Rows.Length], new float[example.Rows.Length]);
        var (own, values) = (_rows, _values);
        var stretch = 1 / (1 - _options.LeftOut);
        for (var at = 0; at < example.Rows.Length; at++)
        {
            if (_options.LeftOut > 0 && Chance() < _options.LeftOut)
                continue;
            (own[kept], values[kept++]) = (example.Rows[at], example.Values[at] * stretch);
        }

        _weights.Score(own.AsSpan(0, kept), values.AsSpan(0, kept), _sums);
        var loss = Slopes(example);
        for (var at = 0; at < kept; at++)
        {
            var moved = _moved.AsSpan(own[at] * OutputWeights.Width, OutputWeights.Width);
            Columns.Step(_weights.Row(own[at]), moved, _gradient, values[at], rate, _options.Decay);
        }

        Columns.Step(_weights.Biases, _movedBiases, _gradient, 1, rate, 0);
        return loss;
    }

    /// <summary>The slope of the loss at each output; the loss of the emotion is returned.</summary>
    private double Slopes(Example example)
    {
        var outputs = _gradient.AsSpan();
        _sums.CopyTo(outputs);
        EmotionScores.Share(outputs.Slice(EmotionHeads.Emotions, EmotionHeads.EmotionCount));
        EmotionScores.Share(outputs.Slice(EmotionHeads.Intensities, EmotionHeads.IntensityCount));
        EmotionScores.Share(outputs.Slice(EmotionHeads.Urgencies, EmotionHeads.UrgencyCount));
        EmotionScores.Share(outputs.Slice(EmotionHeads.Targets, EmotionHeads.TargetCount));
        foreach (ref var signal in outputs.Slice(EmotionHeads.Signals, EmotionHeads.SignalCount))
            signal = 1 / (1 + MathF.Exp(-signal));
        var loss = 0.0;
        for (var at = 0; at < EmotionHeads.EmotionCount; at++)
            loss -= example.Goals[at] > 0 ? example.Goals[at] * Math.Log(Math.Max(outputs[at], 1e-9f)) : 0;
        for (var at = 0; at < EmotionHeads.Count; at++)
            outputs[at] = (outputs[at] - example.Goals[at]) * example.Weights[at];
        return loss;
    }

    private float Chance()
    {
        _chance = _chance * 1664525 + 1013904223;
        return (_chance >> 8) / (float)(1 << 24);
    }

    private void Mix(Span<int> order)
    {
        for (var at = order.Length - 1; at > 0; at--)
        {
            var other = (int)(Chance() * (at + 1));
            (order[at], order[other]) = (order[other], order[at]);
        }
    }
}
