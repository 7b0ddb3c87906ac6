using System.IO.Compression;
using System.Text;
using EmpathyBot.Tests.Conventions;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class EvaluateIntentsTests : IDisposable
{
    private static readonly string[] Things = ["parcel", "refund", "password"];
    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fifth_is_held_out_scored_and_written_down_always_the_same()
    {
        var data = _folder.Write("data.csv", Examples(","));

        var (code, report, _) = await RunAsync("evaluate-intents", "--data", data, "--fifth", "2", "--json", _folder.Path("scores.json"), "--out", _folder.Path("scores.md"));
        var (_, again, _) = await RunAsync("evaluate-intents", "--data", data, "--fifth", "2");

        Assert.Equal(0, code);
        Assert.Contains("held out: fifth 2 of 5, seed 1", report);
        Assert.Contains("| right one first | 100.0 % |", report);
        Assert.Equal(WithoutTime(report), WithoutTime(again));
        Assert.Contains("\"accuracy\": 1", _folder.Read("scores.json"));
        Assert.All(["inScopeAccuracy", "outOfScopeRecall", "trainSeconds"], key => Assert.Contains($"\"{key}\": ", _folder.Read("scores.json")));
        Assert.Equal(report, _folder.Read("scores.md"));
    }

    [Fact]
    public async Task Another_file_trains_and_what_is_out_of_scope_is_counted_apart()
    {
        var train = _folder.Write("train.tsv", "text\tintent\n" + Examples("\t"));
        var data = _folder.Write("data.jsonl", """
            {"text": "where is the parcel", "label": "parcel"}
            {"text": "sing me a song", "label": "oos"}
            """);

        var (code, report, _) = await RunAsync("evaluate-intents", "--data", data, "--train", train);

        Assert.Equal(0, code);
        Assert.Contains("| messages in scope / out of scope | 1 / 1 |", report);
    }

    [Fact]
    public async Task The_content_is_scored_when_nothing_else_trains()
    {
        var data = _folder.Write("data.csv", "category,query\norder-status,where is my parcel\nnone,\"sing, please\"\n");

        var (code, report, _) = await RunAsync("evaluate-intents", "--data", data, "--content", Path.Combine(Repository.Root, "dialogs"));

        Assert.Equal(0, code);
        Assert.Contains("trained on: the content", report);
        Assert.Contains("| right one first | 100.0 % |", report);
    }

    [Fact]
    public async Task A_quoted_text_may_run_over_lines_and_hold_commas_and_quotes()
    {
        var train = _folder.Write("train.csv", Examples(","));
        var data = _folder.Write("data.csv", "\"where is,\nthe \"\"parcel\"\"\",parcel\nwhere is the refund,refund\n");

        var (code, report, _) = await RunAsync("evaluate-intents", "--data", data, "--train", train);

        Assert.Equal(0, code);
        Assert.Contains("| messages in scope / out of scope | 2 / 0 |", report);
    }

    [Fact]
    public async Task A_list_of_a_packed_file_is_read()
    {
        using (var packed = new GZipStream(File.Create(_folder.Path("all.json.gz")), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes("""{"val": [["where is the parcel", "parcel"]], "odd": [1]}"""));
        var train = _folder.Write("train.csv", Examples(","));

        var (code, _, _) = await RunAsync("evaluate-intents", "--data", _folder.Path("all.json.gz") + "#val", "--train", train);
        var (odd, _, odder) = await RunAsync("evaluate-intents", "--data", _folder.Path("all.json.gz") + "#odd", "--train", train);
        var (none, _, noner) = await RunAsync("evaluate-intents", "--data", _folder.Path("all.json.gz") + "#test", "--train", train);

        Assert.Equal(0, code);
        Assert.Equal((2, 2), (odd, none));
        Assert.Contains("entry 1 of \"odd\"", odder);
        Assert.Contains("There are: val, odd", noner);
    }

    [Theory]
    [InlineData("data.csv", "only one field\n", "line 1: a text and a label were expected")]
    [InlineData("data.csv", "\"open, parcel\n", "a quote is opened and not closed")]
    [InlineData("data.csv", "hello,\n", "line 1: the label is missing")]
    [InlineData("data.tsv", "text\tlabel\n", "holds no labelled message")]
    [InlineData("data.jsonl", "{\"text\": \"a\"}\n", "line 1: the label is missing")]
    [InlineData("data.jsonl", "nonsense\n", "line 1: this is not JSON")]
    [InlineData("data.json", "{\"val\": []}\n", "Say which list")]
    [InlineData("data.txt", "a,b\n", "must end in .csv")]
    [InlineData("data.csv", "a,b\nc,d\n", "too few for fifths")]
    [InlineData("data.csv", "\n", "is empty")]
    public async Task What_cannot_be_read_is_told_with_its_line(string name, string text, string told)
    {
        var (code, _, error) = await RunAsync("evaluate-intents", "--data", _folder.Write(name, text), "--fifth", "1");

        Assert.Equal(2, code);
        Assert.Contains(told, error);
    }

    [Theory]
    [InlineData("--fifth", "6")]
    [InlineData("--locale", "xx")]
    [InlineData("--content", "no-such-folder")]
    public async Task Wrong_use_is_told(string option, string value)
    {
        var (code, _, error) = await RunAsync("evaluate-intents", "--data", _folder.Write("data.csv", Examples(",")), option, value);

        Assert.Equal(2, code);
        Assert.NotEqual("", error);
    }

    private static string Examples(string between) => string.Concat(Things.SelectMany(thing => Enumerable.Range(0, 20).Select(at =>
        $"{(at % 2 == 0 ? "where is" : "what about")} the {thing} of {(char)('a' + at)}{between}{thing}\n")));

    private static string WithoutTime(string report) => string.Join('\n', report.Split('\n').Where(line => !line.Contains("training", StringComparison.Ordinal)));
}
