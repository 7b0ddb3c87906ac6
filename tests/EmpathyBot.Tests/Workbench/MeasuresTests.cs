using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Tests.Workbench;

public sealed class MeasuresTests
{
    [Fact]
    public void Kappa_is_agreement_beyond_chance()
    {
        // Cohen's example of two readers of fifty: 20 both yes, 5 and 10 apart, 15 both no.
        var matrix = Matrix(2, (0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15));
        Assert.Equal(0.7, matrix.Accuracy, 10);
        Assert.Equal(0.4, matrix.Kappa, 10);
    }

    [Fact]
    public void Without_items_or_with_one_label_only_nothing_is_beyond_chance()
    {
        Assert.Equal(0, Matrix(3).Kappa);
        Assert.Equal(0, Matrix(3, (1, 1, 9)).Kappa);
        Assert.Equal(0, Matrix(3).Accuracy);
    }

    [Fact]
    public void A_label_has_precision_recall_and_f1()
    {
        var score = Matrix(2, (0, 0, 6), (0, 1, 2), (1, 0, 4), (1, 1, 8)).Score(0);
        Assert.Equal((0.6, 0.75, 8), (score.Precision, score.Recall, score.Support));
        Assert.Equal(2 * 0.6 * 0.75 / 1.35, score.F1, 10);
        Assert.Equal(new LabelScore(0, 0, 0, 0), Matrix(2).Score(1));
    }

    [Fact]
    public void Labels_put_together_keep_their_counts()
    {
        var grouped = Matrix(3, (0, 1, 4), (1, 1, 3), (2, 0, 2)).Grouped(2, label => label == 2 ? 1 : 0);
        Assert.Equal((7, 2, 9), (grouped[0, 0], grouped[1, 0], grouped.Items));
    }

    [Fact]
    public void Macro_f1_counts_only_the_labels_asked_for()
    {
        var matrix = Matrix(3, (0, 0, 8), (1, 0, 1), (2, 2, 9));
        Assert.Equal([0, 2], matrix.LabelsWith(8));
        Assert.Equal((16 / 17.0 + 1) / 2, matrix.MacroF1(matrix.LabelsWith(8)), 10);
        Assert.Equal(0, matrix.MacroF1([]));
    }

    [Fact]
    public void Several_labels_an_item_are_counted_one_by_one()
    {
        var counts = new MultiLabelCounts(3);
        counts.Add([0, 1], [0]);
        counts.Add([2], [1, 2]);
        Assert.Equal((1 + 0 + 1) / 3.0, counts.MacroF1, 10);
        Assert.Equal(2 * 2 / (3 + 3.0), counts.MicroF1, 10);
    }

    [Theory]
    [InlineData(0.05, 0.5)]
    [InlineData(0.25, 1)]
    [InlineData(0, 0.5)]
    public void An_alarm_finds_what_scores_above_the_false_ones_allowed(double falseAlarms, double recall)
    {
        double[] negatives = [0.1, 0.2, 0.3, 0.6];
        Assert.Equal(recall, Alarm.RecallAt([0.9, 0.5], negatives, falseAlarms));
    }

    [Fact]
    public void Equal_scores_raise_the_alarm_together_or_not_at_all()
    {
        Assert.Equal(0, Alarm.RecallAt([0.5, 0.5], [0.5, 0.5], 0.05));
        Assert.Equal(1, Alarm.RecallAt([0.5, 0.5], [], 0.05));
        Assert.Equal(0, Alarm.RecallAt([], [0.5], 0.05));
    }

    [Fact]
    public void The_same_seed_draws_the_same_intervals_around_the_figure()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(value => value % 2 == 0 ? 1.0 : 0)];
        var first = Bootstrap.Intervals(100, 7, drawn => [drawn.Average(index => values[index])]);
        Assert.Equal(first, Bootstrap.Intervals(100, 7, drawn => [drawn.Average(index => values[index])]));
        Assert.InRange(first[0].Low, 0.37, 0.44);
        Assert.InRange(first[0].High, 0.56, 0.63);
    }

    [Fact]
    public void Confidence_that_means_what_it_says_has_no_error()
    {
        var honest = Calibration.Reliability([(0.75, true), (0.75, true), (0.75, true), (0.75, false)]);
        Assert.Equal(0, Calibration.Error(honest), 10);
        var boastful = Calibration.Reliability([(1, false), (1, false)]);
        Assert.Equal((1.0, 2), (Calibration.Error(boastful), boastful[9].Count));
        Assert.Equal(0, Calibration.Error(Calibration.Reliability([])));
    }

    private static ConfusionMatrix Matrix(int labels, params (int Gold, int Read, int Times)[] counts)
    {
        var matrix = new ConfusionMatrix(labels);
        foreach (var (gold, read, times) in counts)
        {
            for (var time = 0; time < times; time++)
                matrix.Add(gold, read);
        }

        return matrix;
    }
}
