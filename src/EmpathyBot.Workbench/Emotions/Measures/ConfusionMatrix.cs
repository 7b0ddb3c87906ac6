namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>How often each label was read where each was right, and what follows from it.</summary>
/// <param name="labels">How many labels there are; a label is its index.</param>
internal sealed class ConfusionMatrix(int labels)
{
    private readonly int[,] _counts = new int[labels, labels];

    /// <summary>How many items were added.</summary>
    public int Items { get; private set; }

    /// <summary>How many labels there are.</summary>
    public int Labels => labels;

    /// <summary>How often <paramref name="read"/> was read where <paramref name="gold"/> was right.</summary>
    public int this[int gold, int read] => _counts[gold, read];

    /// <summary>Counts one item.</summary>
    public void Add(int gold, int read)
    {
        _counts[gold, read]++;
        Items++;
    }

    /// <summary>The share that is right: with one label an item this is also micro-F1. 0 without items.</summary>
    public double Accuracy => Items == 0 ? 0 : Enumerable.Range(0, labels).Sum(label => _counts[label, label]) / (double)Items;

    /// <summary>Cohen's kappa: agreement beyond what chance gives. 0 when chance alone would agree always.</summary>
    public double Kappa
    {
        get
        {
            if (Items == 0)
                return 0;
            var chance = Enumerable.Range(0, labels).Sum(label => Support(label) * (double)TimesRead(label)) / ((double)Items * Items);
            return chance >= 1 ? 0 : (Accuracy - chance) / (1 - chance);
        }
    }

    /// <summary>How often the label is right.</summary>
    public int Support(int label) => Enumerable.Range(0, labels).Sum(read => _counts[label, read]);

    /// <summary>How often the label was read.</summary>
    public int TimesRead(int label) => Enumerable.Range(0, labels).Sum(gold => _counts[gold, label]);

    /// <summary>Precision, recall and F1 of one label.</summary>
    public LabelScore Score(int label) => LabelScore.Of(_counts[label, label], TimesRead(label), Support(label));

    /// <summary>The mean F1 of some labels; 0 without any.</summary>
    public double MacroF1(IReadOnlyCollection<int> some) => some.Count == 0 ? 0 : some.Average(label => Score(label).F1);

    /// <summary>The labels that are right at least so often.</summary>
    public IReadOnlyList<int> LabelsWith(int support) => [.. Enumerable.Range(0, labels).Where(label => Support(label) >= support)];

    /// <summary>The same items with labels put together.</summary>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="group">The group of each label.</param>
    public ConfusionMatrix Grouped(int groups, Func<int, int> group)
    {
        var grouped = new ConfusionMatrix(groups) { Items = Items };
        for (var gold = 0; gold < labels; gold++)
        {
            for (var read = 0; read < labels; read++)
                grouped._counts[group(gold), group(read)] += _counts[gold, read];
        }

        return grouped;
    }
}
