namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>Counts of right, read and given labels where an item may have several.</summary>
/// <param name="labels">How many labels there are.</param>
internal sealed class MultiLabelCounts(int labels)
{
    private readonly int[] _right = new int[labels];
    private readonly int[] _read = new int[labels];
    private readonly int[] _support = new int[labels];

    /// <summary>Counts one item.</summary>
    public void Add(IReadOnlyCollection<int> gold, IReadOnlyCollection<int> read)
    {
        foreach (var label in gold)
            _support[label]++;
        foreach (var label in read)
        {
            _read[label]++;
            if (gold.Contains(label))
                _right[label]++;
        }
    }

    /// <summary>Precision, recall and F1 of one label.</summary>
    public LabelScore Score(int label) => LabelScore.Of(_right[label], _read[label], _support[label]);

    /// <summary>The mean F1 over all labels.</summary>
    public double MacroF1 => Enumerable.Range(0, labels).Average(label => Score(label).F1);

    /// <summary>F1 over all decisions together.</summary>
    public double MicroF1 => LabelScore.Of(_right.Sum(), _read.Sum(), _support.Sum()).F1;
}
