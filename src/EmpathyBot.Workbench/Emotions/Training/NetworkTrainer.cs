using EmpathyBot.Detection.LocalModel;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Trains a <see cref="Network"/>, one example after the other: the same examples and options give the same weights.</summary>
internal sealed class NetworkTrainer
{
    private readonly Network _network;
    private readonly TrainingOptions _options;
    private readonly float[] _moved;
    private readonly float[] _movedBiases;
    private readonly float[] _movedHidden;
    private readonly float[] _sums;
    private readonly float[] _gradient;
    private int[] _rows = [];
    private float[] _values = [];
    private uint _chance;

    private NetworkTrainer(int rows, TrainingOptions options)
    {
        _options = options;
        _network = new(rows, options.Hidden);
        _moved = new float[_network.Weights.Length];
        _movedBiases = new float[_network.Width];
        _movedHidden = new float[_network.HiddenWeights.Length];
        _sums = new float[_network.Width];
        _gradient = new float[_network.Width];
        _chance = options.Seed * 747796405 + 2891336453;
    }

    /// <summary>Trains.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="rows">How many rows they speak of.</param>
    /// <param name="options">How.</param>
    /// <param name="afterPass">Called after each pass with its number and mean loss.</param>
    public static Network Train(IReadOnlyList<Example> examples, int rows, TrainingOptions options, Action<int, double, Network>? afterPass = null)
    {
        var trainer = new NetworkTrainer(rows, options);
        trainer.Begin();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = (float)options.Passes * examples.Count;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            trainer.Mix(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length; at++)
                loss += trainer.Learn(examples[order[at]], options.Rate * (1 - (pass * (float)examples.Count + at) / steps));
            afterPass?.Invoke(pass + 1, loss / examples.Count, trainer._network);
        }

        return trainer._network;
    }

    /// <summary>Hidden units begin different from one another, or they would all learn the same.</summary>
    private void Begin()
    {
        if (_network.Hidden == 0)
            return;
        for (var row = 0; row < _network.Weights.Length / _network.Width; row++)
        {
            foreach (ref var weight in _network.Weights.AsSpan(row * _network.Width + EmotionHeads.Count, _network.Hidden))
                weight = (Chance() - 0.5f) * 0.2f;
        }

        foreach (ref var weight in _network.HiddenWeights.AsSpan())
            weight = (Chance() - 0.5f) * 0.5f;
        _moved.AsSpan().Fill(1e-4f);
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

        _network.Score(own.AsSpan(0, kept), values.AsSpan(0, kept), _sums);
        var loss = Slopes(example);
        for (var unit = 0; unit < _network.Hidden; unit++)
        {
            var activity = _sums[EmotionHeads.Count + unit];
            var weights = _network.HiddenWeights.AsSpan(unit * EmotionHeads.Count, EmotionHeads.Count);
            _gradient[EmotionHeads.Count + unit] = activity > 0 ? Columns.Dot(weights, _gradient.AsSpan(0, EmotionHeads.Count)) : 0;
            if (activity > 0)
                Columns.Step(weights, _movedHidden.AsSpan(unit * EmotionHeads.Count, EmotionHeads.Count), _gradient.AsSpan(0, EmotionHeads.Count), activity, rate * 0.2f, _options.Decay);
        }

        for (var at = 0; at < kept; at++)
        {
            var place = own[at] * _network.Width;
            Columns.Step(_network.Weights.AsSpan(place, _network.Width), _moved.AsSpan(place, _network.Width), _gradient, values[at], rate, _options.Decay);
        }

        Columns.Step(_network.Biases, _movedBiases, _gradient, 1, rate, 0);
        return loss;
    }

    /// <summary>The slope of the loss at each output; the loss of the emotion is returned.</summary>
    private double Slopes(Example example)
    {
        var outputs = _gradient.AsSpan(0, EmotionHeads.Count);
        _sums.AsSpan(0, EmotionHeads.Count).CopyTo(outputs);
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
