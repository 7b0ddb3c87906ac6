using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>
/// What speaks for each feeling. Each sign brings how often a message with it is felt so; independent signs add up as
/// chances do: 1 − (1 − a)(1 − b)…
/// </summary>
internal sealed class Evidence
{
    private readonly double[] _against = [.. Enumerable.Repeat(1.0, Enum.GetValues<Emotion>().Length)];
    private readonly int[] _levels = new int[Enum.GetValues<Emotion>().Length];
    private readonly List<(Emotion Emotion, double Sure, Hit Hit)> _signs = [];

    public double this[Emotion emotion] => 1 - _against[(int)emotion];

    /// <summary>The strongest negative feeling's evidence.</summary>
    public double Negative => Strongest(emotion => emotion.IsNegative());

    /// <summary>The strongest positive feeling's evidence.</summary>
    public double Positive => Strongest(emotion => emotion.IsPositive());

    public int Level(Emotion emotion) => _levels[(int)emotion];

    public void Add(Emotion emotion, double sure, int level, params IEnumerable<Hit> shownBy)
    {
        _against[(int)emotion] *= 1 - Math.Clamp(sure, 0, 0.95);
        _levels[(int)emotion] = Math.Max(_levels[(int)emotion], level);
        foreach (var hit in shownBy)
            _signs.Add((emotion, sure, hit));
    }

    /// <summary>Keeps only so much of what speaks for these feelings.</summary>
    public void Scale(Func<Emotion, bool> which, double share)
    {
        foreach (var emotion in Enum.GetValues<Emotion>().Where(which))
            _against[(int)emotion] = 1 - share * (1 - _against[(int)emotion]);
    }

    /// <summary>The places that show a feeling, surest first.</summary>
    public IReadOnlyList<Hit> ShownBy(Emotion emotion) =>
        [.. _signs.Where(sign => sign.Emotion == emotion).OrderByDescending(sign => sign.Sure).Select(sign => sign.Hit)];

    private double Strongest(Func<Emotion, bool> which) => Enum.GetValues<Emotion>().Where(which).Max(emotion => this[emotion]);
}
