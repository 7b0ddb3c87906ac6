using System.Text.Json.Nodes;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Tests.Workbench;

public sealed class CorpusCommandTests : IDisposable
{
    private const string Two = """
        @ shop-kim-01-01 | shop | post | terse | better
        c fru2 wait repeat u1 | @Loom third week, where's my rug
        a Sorry! It ships today. ^L
        c rel1+gra | oh thank goodness, cheers
        @ shop-kim-01-02 | shop | chat | plain | -
        c neu0 | do you sell rug tape by the metre
        """;

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task What_is_compiled_reads_as_it_was_written()
    {
        _work.Write("en/shop/kim-01.txt", Two);
        var (code, _, error) = await Run("compile");

        Assert.Equal(0, code);
        Assert.Contains("3 lines are in en.jsonl.", error);
        var lines = _work.Read("en.jsonl").TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["shop-kim-01-01#1", "shop-kim-01-01#3", "shop-kim-01-02#1"], lines.Select(line => (string)line["id"]!));
        Assert.Equal("customer agent", string.Join(' ', lines[1]["context"]!.AsArray().Select(turn => (string)turn!["role"]!)));
        Assert.Equal(("relief", "gratitude", 1, "better"), ((string)lines[1]["emotions"]![0]!, (string)lines[1]["second"]![0]!, (int)lines[1]["intensity"]!, (string)lines[1]["journey"]!));
        Assert.Equal(["repeat", "urgent"], lines[0]["flags"]!.AsArray().Select(flag => (string)flag!));
        Assert.Equal(("wait", 1, "post", "terse"), ((string)lines[0]["target"]!, (int)lines[0]["urgency"]!, (string)lines[0]["channel"]!, (string)lines[0]["voice"]!));
        Assert.Equal(0, (await Workspace.RunAsync("evaluate", "--data", _work.Path("en.jsonl"))).Code);
        Assert.Equal(0, (await Workspace.RunAsync("evaluate", "--journey", "--data", _work.Path("en.jsonl"))).Code);
    }

    [Fact]
    public async Task A_mistake_stops_the_compiling_and_writes_nothing()
    {
        _work.Write("en/shop/kim-01.txt", Two + "\nc mad2 | what");
        var (code, _, error) = await Run("compile");
        Assert.Equal(2, code);
        Assert.Contains("en/shop/kim-01.txt:7: There is no emotion 'mad'.", error);
        Assert.False(_work.Has("en.jsonl"));
    }

    [Fact]
    public async Task A_small_corpus_is_not_fit_and_each_reason_is_told()
    {
        _work.Write("en/shop/kim-01.txt", Two + "\n@ shop-kim-01-03 | shop | chat | plain | worse\nc neu0 | do you sell rug tape by the metre?");
        await FingerprintsOf("""{"id":"x","text":"nothing of the sort was ever written here by us"}""");
        var (code, _, error) = await Run("check");

        Assert.Equal(1, code);
        Assert.Contains("en: There are 4 customer turns; at least 3000 are wanted.", error);
        Assert.Contains("en: Anger is the primary emotion of 0 turns; at least 300 are wanted.", error);
        Assert.Contains("en: The same words stand in shop-kim-01-02#1, shop-kim-01-03#1.", error);
        Assert.Contains("not so shop-kim-01-03.", error);
    }

    [Fact]
    public async Task Wording_of_an_evaluation_set_is_met_without_its_text()
    {
        _work.Write("en/shop/kim-01.txt", Two + "\n@ shop-kim-01-04 | shop | post | dry | -\nc fru2 | so I waited in ALL day for the courier, and nobody came!");
        await FingerprintsOf("""{"id":"x","text":"hm","context":[["customer","@Parcels: I waited in all day for the courier and, well"]]}""");
        var (code, output, error) = await Run("check");

        Assert.Equal(1, code);
        Assert.Contains("1 turns with a run of 8 words", output);
        Assert.Contains("1 of 5 turns share a run of 8 words with an evaluation set: shop-kim-01-04#1.", error);
        Assert.DoesNotContain("courier", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_work.Path("evaluation-fingerprints.bin"))));
    }

    [Fact]
    public async Task The_same_sources_leave_the_same_marks_in_any_order()
    {
        var one = _work.Write("a.jsonl", """{"id":"x","turns":[{"role":"agent","text":"we are sorry to hear that"}]}""");
        var two = _work.Write("b.tsv", "joy\tthis is by far the best shop in town\n");
        await Workspace.RunAsync("corpus", "fingerprints", "--data", one, two, "--out", _work.Path("1.bin"));
        await Workspace.RunAsync("corpus", "fingerprints", "--data", two, "--data", one, "--out", _work.Path("2.bin"));
        Assert.Equal(await File.ReadAllBytesAsync(_work.Path("1.bin")), await File.ReadAllBytesAsync(_work.Path("2.bin")));

        var marks = Fingerprints.Read(new FileInfo(_work.Path("1.bin")));
        Assert.Equal(3, marks.Count);
        Assert.Equal(["we are sorry to hear that"], marks.Hits("We are sorry to hear that!"));
        Assert.Empty(marks.Hits("We are sorry to hear"));
    }

    [Fact]
    public async Task Damaged_or_missing_marks_are_told()
    {
        _work.Write("en/shop/kim-01.txt", Two);
        var (missing, _, told) = await Run("check");
        Assert.Equal(2, missing);
        Assert.Contains("write it with 'corpus fingerprints'", told);

        foreach (var damage in new[] { "", "no head", "{}\n", "{\"version\":1,\"words\":8,\"shortest\":4,\"bits\":40,\"count\":2,\"sources\":[]}\nshort" })
        {
            _work.Write("evaluation-fingerprints.bin", damage);
            var (code, _, error) = await Run("check");
            Assert.Equal(2, code);
            Assert.Contains("is damaged or of another version", error);
        }
    }

    [Fact]
    public async Task A_sample_for_a_second_reader_shows_no_label_and_is_the_same_for_the_same_seed()
    {
        _work.Write("en/shop/kim-01.txt", Two);
        Assert.Equal(0, (await Run("sample", "--count", "3", "--seed", "5", "--out", _work.Path("1.jsonl"))).Code);
        await Run("sample", "--count", "3", "--seed", "5", "--out", _work.Path("2.jsonl"));

        Assert.Equal(_work.Read("1.jsonl"), _work.Read("2.jsonl"));
        var lines = _work.Read("1.jsonl").TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(3, lines.Select(line => (string)line["id"]!).Distinct().Count());
        Assert.All(lines, line => Assert.Equal(["id", "context", "text"], line.Select(field => field.Key)));
        Assert.Equal(2, (await Run("sample", "--count", "4", "--out", _work.Path("3.jsonl"))).Code);
    }

    [Fact]
    public async Task Agreement_with_a_second_reader_is_measured_and_each_difference_listed()
    {
        _work.Write("en/shop/kim-01.txt", Two);
        var labels = _work.Write("second.tsv", "shop-kim-01-01#1\tang2 wait repeat\n{\"id\":\"shop-kim-01-01#3\",\"labels\":\"rel2\"}\nshop-kim-01-02#1\tneu0\n");
        var (code, output, _) = await Run("agreement", "--labels", labels);

        Assert.Equal(0, code);
        Assert.StartsWith("3 turns labelled twice: 66.7 % agree, kappa 0.571.", output);
        Assert.Contains("| shop-kim-01-01#1 | frustration 2 | anger 2 |", output);
        Assert.DoesNotContain("| shop-kim-01-02#1 |", output);
    }

    [Theory]
    [InlineData("shop-kim-01-01#1 ang2", "second.tsv:1: A line is an id, a tab and the label words, or JSON with id and labels.")]
    [InlineData("{\"id\":\"shop-kim-01-01#1\"}", "second.tsv:1: A line is an id, a tab and the label words, or JSON with id and labels.")]
    [InlineData("{\"id\":1", "second.tsv:1: A line is an id, a tab and the label words, or JSON with id and labels.")]
    [InlineData("shop-kim-01-01#1\tmad2", "second.tsv:1: There is no emotion 'mad'.")]
    [InlineData("shop-kim-01-01#1\tang2\nshop-kim-01-01#1\tang2", "second.tsv:2: shop-kim-01-01#1 is labelled twice.")]
    [InlineData("shop-kim-01-01#2\tang2", "The corpus has no turn shop-kim-01-01#2 of a customer.")]
    [InlineData("", "is empty")]
    public async Task Labels_that_cannot_be_used_are_told(string labels, string told)
    {
        _work.Write("en/shop/kim-01.txt", Two);
        var (code, _, error) = await Run("agreement", "--labels", _work.Write("second.tsv", labels));
        Assert.Equal(2, code);
        Assert.Contains(told, error);
    }

    [Fact]
    public async Task What_the_corpus_holds_is_counted()
    {
        _work.Write("en/shop/kim-01.txt", Two);
        var (code, output, _) = await Run("stats");
        Assert.Equal(0, code);
        Assert.Contains("| customer turns | 3 |", output);
        Assert.Contains("| relief | 1 (33.3 %) |", output);
        Assert.Contains("| urgent | 1 |", output);
    }

    private Task<(int Code, string Output, string Error)> Run(string command, params string[] more) =>
        Workspace.RunAsync(["corpus", command, "--corpus", _work.Folder, .. more]);

    private Task FingerprintsOf(string lines) => Workspace.RunAsync(
        "corpus", "fingerprints", "--data", _work.Write("set.jsonl", lines), "--out", _work.Path("evaluation-fingerprints.bin"));
}
