using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Workbench;

public sealed class TrainCommandTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Two_runs_give_the_same_bytes_and_say_how_the_model_was_made()
    {
        WriteCorpus(60);
        var (code, output, error) = await Train("--out", _work.Path("first.model"));
        await Train("--out", _work.Path("second.model"));

        Assert.True(code == 0, error);
        Assert.Contains("on dev", output, StringComparison.Ordinal);
        Assert.Contains("pass 1", error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_work.Path("first.model")), File.ReadAllBytes(_work.Path("second.model")));
        var page = JsonNode.Parse(_work.Read("first.model.json"))!;
        Assert.Equal("first.model", (string)page["model"]!);
        Assert.Equal(64, ((string)page["corpus"]!["sha256"]!).Length);
        Assert.InRange((double)page["dev"]!["kappa"]!, 0.5, 1);
    }

    [Fact]
    public async Task Another_seed_gives_another_model()
    {
        WriteCorpus(60);
        await Train("--out", _work.Path("first.model"));
        await Train("--seed", "2", "--out", _work.Path("second.model"));

        Assert.NotEqual(File.ReadAllBytes(_work.Path("first.model")), File.ReadAllBytes(_work.Path("second.model")));
    }

    [Fact]
    public async Task Parts_and_a_learning_curve_are_scored_and_nothing_is_written()
    {
        WriteCorpus(60);
        var (code, output, _) = await Train("--folds", "2");
        Assert.Equal(0, code);
        Assert.StartsWith("2 parts: kappa", output, StringComparison.Ordinal);

        (code, output, _) = await Train("--learning-curve");
        Assert.Equal(0, code);
        Assert.Equal(["1/8", "1/4", "1/2", "1/1"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Where_readers_differ_the_model_is_less_sure()
    {
        WriteCorpus(60);
        await Train("--out", _work.Path("sure.model"));
        var readings = Enumerable.Range(0, 60).Where(at => at % 2 == 0).Select(at => $"shop-kim-01-{at:00}#1\tfru\tang\tang+fru");
        _work.Write("corpus/readings/en.tsv", string.Join('\n', ["turn\tauthor\treader-1\treader-2", .. readings]));
        await Train("--out", _work.Path("torn.model"));

        _work.Write("one.jsonl", """{"id":"1","context":[],"text":"still waiting, this is the 9th time I ask"}""");
        Assert.Equal(("frustration", "anger"), (await Predict("sure.model"), await Predict("torn.model")));

        async Task<string> Predict(string model)
        {
            var (code, _, error) = await Workspace.RunAsync("predict", "--data", _work.Path("one.jsonl"), "--model", _work.Path(model), "--out", _work.Path("read.jsonl"));
            Assert.True(code == 0, error);
            return (string)JsonNode.Parse(_work.Read("read.jsonl"))!["primary"]!;
        }
    }

    [Theory]
    [InlineData("shop-kim-01-00#1\tfru\tcross", "'cross' is not an emotion")]
    [InlineData("shop-kim-01-00#1\tfru+fru", "'fru+fru' is not an emotion")]
    [InlineData("shop-kim-01-00#1", "parted by tabs")]
    [InlineData("shop-kim-01-00#1\tfru\nshop-kim-01-00#1\tfru", "twice")]
    public async Task Readings_that_cannot_be_read_are_told_with_file_and_line(string lines, string sentence)
    {
        WriteCorpus(20);
        _work.Write("corpus/readings/en.tsv", "turn\tauthor\treader-1\n" + lines);
        var (code, _, error) = await Train("--out", _work.Path("none.model"));

        Assert.Equal(2, code);
        Assert.Contains("en.tsv:", error, StringComparison.Ordinal);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_with_too_little_is_told_and_nothing_is_written()
    {
        WriteCorpus(1);
        var (code, _, error) = await Train("--out", _work.Path("none.model"));

        Assert.Equal(2, code);
        Assert.Contains("too little", error, StringComparison.Ordinal);
        Assert.False(_work.Has("none.model"));
    }

    [Fact]
    public async Task Many_labels_are_trained_from_comments_and_a_damaged_file_of_them_is_refused()
    {
        var lines = Enumerable.Range(0, 60).Select(at => at % 2 == 0 ? $"i love this so much {at % 7}\t0\tx{at}" : $"this is terrible and i hate it {at % 5}\t1\tx{at}").ToList();
        _work.Write("ge/labels.txt", "love\nanger\n");
        _work.Write("ge/train.tsv", string.Join('\n', lines));
        _work.Write("ge/dev.tsv", string.Join('\n', lines.Take(10)));
        var (code, output, error) = await Workspace.RunAsync("train", "--labels", "goemotions", "--data", _work.Path("ge"), "--out", _work.Path("ge.model"));

        Assert.True(code == 0, error);
        Assert.Contains("macro-F1 1.000", output, StringComparison.Ordinal);

        _work.Write("ge/train.tsv", "no labels here");
        (code, _, error) = await Workspace.RunAsync("train", "--labels", "goemotions", "--data", _work.Path("ge"), "--out", _work.Path("ge.model"));
        Assert.Equal(2, code);
        Assert.Contains("train.tsv:1:", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> Train(params string[] more) =>
        Workspace.RunAsync(["train", "--corpus", _work.Path("corpus"), .. more]);

    private void WriteCorpus(int dialogues)
    {
        var text = new StringBuilder();
        for (var at = 0; at < dialogues; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"@ shop-kim-01-{at:00} | shop | chat | plain | same\n");
            text.Append(at % 2 == 0 ? $"c fru2 wait repeat | still waiting, this is the {at}th time I ask\n" : $"c gra2 | thank you so much, number {at} is lovely\n");
            text.Append(CultureInfo.InvariantCulture, $"a We look into it. {at}\nc neu0 | my order is {at}\n");
        }

        _work.Write("corpus/en/shop/kim-01.txt", text.ToString());
    }
}
