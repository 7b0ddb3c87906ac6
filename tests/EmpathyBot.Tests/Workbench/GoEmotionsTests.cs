using EmpathyBot.Workbench.Emotions.Evaluation;
using EmpathyBot.Workbench.Emotions.GoEmotions;

namespace EmpathyBot.Tests.Workbench;

public sealed class GoEmotionsTests
{
    [Fact]
    public void Many_labels_a_comment_are_scored_with_intervals()
    {
        List<(IReadOnlyCollection<int>, IReadOnlyCollection<int>)> read = [];
        for (var time = 0; time < 20; time++)
            read.AddRange([([0, 1], [0]), ([2], [1, 2]), ([1], [1])]);

        var scores = GoEmotionsEvaluation.Score(["joy", "love", "fear"], read, new ScoredData("dev.tsv.gz", new string('0', 64), null, 60, 0, "model", 1));

        Assert.Equal((1 + 0.5 + 1) / 3, scores.MacroF1, 10);
        Assert.Equal(0.75, scores.MicroF1, 10);
        Assert.InRange(scores.MacroF1, scores.MacroF1Interval.Low, scores.MacroF1Interval.High);
        Assert.Equal(40, scores.PerLabel["love"].Support);
        Assert.Contains("| micro-F1 | 0.750 |", GoEmotionsEvaluation.Markdown(scores));
        Assert.Contains("\"macroF1Interval\": [", ReportJson.Of(scores));
    }
}
