using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Workbench;

public sealed class EvaluateTests : IDisposable
{
    private const string Thanks = """{"id":"a","context":[["customer","where is it"],["agent","Here."]],"text":"thank you so much, you are a star","emotions":["gratitude","gratitude"],"second":["joy",null],"intensity":2.0,"flags":[],"agreed":true}""";
    private const string Again = """{"id":"b","context":["hello","Hi!"],"text":"I already told you twice!","emotions":["frustration","frustration"],"second":[null,null],"intensity":2.0,"flags":["repeat"],"agreed":true}""";
    private const string Apart = """{"id":"c","text":"hm","emotions":["neutral","confusion"],"second":[null,null],"intensity":0.5,"flags":[],"agreed":false}""";
    private const string Plain = """{"id":"d","context":[{"role":"bot","text":"Hi"}],"text":"which sizes do you have?","emotions":["neutral"],"second":[null],"intensity":0,"urgency":0,"target":"unknown","flags":[],"dialogue":"x","split":"dev","journey":null}""";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Agreed_messages_are_scored_in_every_shape_of_context()
    {
        var data = _work.Write("made.jsonl", string.Join('\n', Thanks, Again, Apart, Plain));
        var (code, output, _) = await Workspace.RunAsync("evaluate", "--data", data, "--json", _work.Path("r.json"), "--out", _work.Path("r.md"));

        Assert.Equal(0, code);
        Assert.StartsWith("# made.jsonl, read by ", output);
        Assert.Equal(output, _work.Read("r.md"));
        var scores = JsonNode.Parse(_work.Read("r.json"))!;
        Assert.Equal((3, 1), ((int)scores["data"]!["items"]!, (int)scores["data"]!["leftOut"]!));
        foreach (var figure in new[] { "kappa", "macroF1", "polarityMacroF1", "microF1", "ece" })
            Assert.InRange((double)scores[figure]!, -1, 1);
        Assert.Equal(2, scores["kappaInterval"]!.AsArray().Count);
        Assert.Equal(2, scores["macroF1Interval"]!.AsArray().Count);
        Assert.Equal(10, scores["perLabel"]!.AsObject().Count);
        Assert.Equal(1, (int)scores["perLabel"]!["gratitude"]!["support"]!);
        Assert.Equal(1, (int)scores["signals"]!["repeat"]!["support"]!);
    }

    [Fact]
    public async Task A_report_never_carries_the_words_of_a_message()
    {
        var data = _work.Write("made.jsonl", string.Join('\n', Thanks, Again, Apart, Plain.Replace("neutral", "anger").Replace("\"intensity\":0", "\"intensity\":1")));
        var (_, output, _) = await Workspace.RunAsync("evaluate", "--data", data, "--json", _work.Path("r.json"));

        foreach (var words in new[] { "thank you so much", "told you twice", "which sizes" })
            Assert.DoesNotContain(words, output + _work.Read("r.json"));
        Assert.Equal("d", (string)JsonNode.Parse(_work.Read("r.json"))!["misread"]![0]!["id"]!);
    }

    [Fact]
    public async Task Two_evaluations_write_the_same_bytes()
    {
        var data = _work.Write("made.jsonl", string.Join('\n', Thanks, Again, Plain));
        await Workspace.RunAsync("evaluate", "--data", data, "--json", _work.Path("1.json"));
        await Workspace.RunAsync("evaluate", "--data", data, "--json", _work.Path("2.json"));
        Assert.Equal(_work.Read("1.json"), _work.Read("2.json"));
    }

    [Fact]
    public async Task One_part_of_a_corpus_can_be_scored()
    {
        var data = _work.Write("made.jsonl", string.Join('\n', Thanks, Plain));
        var (code, output, _) = await Workspace.RunAsync("evaluate", "--data", data, "--split", "dev");
        Assert.Equal(0, code);
        Assert.Contains("1 messages scored", output);

        var (empty, _, error) = await Workspace.RunAsync("evaluate", "--data", data, "--split", "test");
        Assert.Equal(2, empty);
        Assert.Contains("none belongs to Test", error);
    }

    [Fact]
    public async Task Journeys_are_scored_by_dialogue()
    {
        var first = Again.Replace("\"id\"", "\"dialogue\":\"x\",\"journey\":\"better\",\"id\"");
        var data = _work.Write("made.jsonl", string.Join('\n', first, Thanks.Replace("\"id\"", "\"dialogue\":\"x\",\"journey\":\"better\",\"id\"")));
        var (code, output, _) = await Workspace.RunAsync("evaluate", "--journey", "--data", data, "--json", _work.Path("r.json"));

        Assert.Equal(0, code);
        Assert.Contains("1 dialogues", output);
        Assert.Equal(1, (double)JsonNode.Parse(_work.Read("r.json"))!["withLabels"]!["accuracy"]!);

        var (none, _, error) = await Workspace.RunAsync("evaluate", "--journey", "--data", _work.Write("single.jsonl", Thanks));
        Assert.Equal(2, none);
        Assert.Contains("No dialogue", error);
    }

    [Fact]
    public async Task Each_message_is_predicted_in_its_order_labelled_or_not()
    {
        var data = _work.Write("made.jsonl", string.Join('\n', Again, """{"id":7,"text":"ok"}""", """{"id":"empty","text":""}"""));
        var (code, _, _) = await Workspace.RunAsync("predict", "--data", data, "--out", _work.Path("p.jsonl"));

        Assert.Equal(0, code);
        var lines = _work.Read("p.jsonl").TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["b", "7", "empty"], lines.Select(line => (string)line["id"]!));
        Assert.Equal(
            ["id", "primary", "secondary", "intensity", "urgency", "confidence", "scores", "target", "signals", "cues"], lines[0].Select(field => field.Key));
        foreach (var line in lines)
        {
            var scores = line["scores"]!.AsObject().Select(score => (double)score.Value!).ToList();
            Assert.Equal(10, scores.Count);
            Assert.InRange(scores.Sum(), 0.99, 1.01);
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{", "made.jsonl:1: The line is not JSON.")]
    [InlineData("[]", "made.jsonl:1: The line is not a JSON object.")]
    [InlineData("""{"text":"hi"}""", "made.jsonl:1: The message has no id.")]
    [InlineData("""{"id":"a"}""", "made.jsonl:1: The message has no text.")]
    [InlineData("""{"id":"a","text":3}""", "made.jsonl:1: The text is not a text.")]
    [InlineData("""{"id":"a","text":"\ud800"}""", "made.jsonl:1: A text holds half a character.")]
    [InlineData("""{"id":"a","text":"hi","context":"hello"}""", "made.jsonl:1: The context is not a list.")]
    [InlineData("""{"id":"a","text":"hi","context":[["boss","hello"]]}""", "made.jsonl:1: A turn of the context has a role (customer, agent, bot) and a text.")]
    [InlineData("""{"id":"a","text":"hi","emotions":["rage"],"intensity":1}""", "made.jsonl:1: The emotion 'rage' is not known.")]
    [InlineData("""{"id":"a","text":"hi","emotions":["1"],"intensity":1}""", "made.jsonl:1: The emotion '1' is not known.")]
    [InlineData("""{"id":"a","text":"hi","emotions":[null],"intensity":1}""", "made.jsonl:1: An emotion is missing.")]
    [InlineData("""{"id":"a","text":"hi","emotions":[],"intensity":1}""", "made.jsonl:1: The emotions are a list of at least one.")]
    [InlineData("""{"id":"a","text":"hi","emotions":["joy"]}""", "made.jsonl:1: The intensity is missing.")]
    [InlineData("""{"id":"a","text":"hi","emotions":["joy"],"intensity":4}""", "made.jsonl:1: The intensity is a number from 0 to 3.")]
    [InlineData("""{"id":"a","text":"hi","emotions":["joy"],"intensity":1,"flags":["loud"]}""", "made.jsonl:1: The flag 'loud' is not known.")]
    [InlineData("""{"id":"a","text":"hi","journey":"up"}""", "made.jsonl:1: The journey 'up' is not known.")]
    [InlineData("""{"id":"a","text":"hi"}""", "The message a of")]
    public async Task What_cannot_be_scored_is_told_with_its_line_and_nothing_is_written(string content, string told)
    {
        var data = _work.Write("made.jsonl", content);
        var (code, output, error) = await Workspace.RunAsync("evaluate", "--data", data, "--json", _work.Path("r.json"), "--out", _work.Path("r.md"));

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(told, error);
        Assert.False(_work.Has("r.json") || _work.Has("r.md"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var (code, _, error) = await Workspace.RunAsync("predict", "--data", _work.Path("gone.jsonl"), "--out", _work.Path("p.jsonl"));
        Assert.Equal(2, code);
        Assert.StartsWith("There is no file ", error);
        Assert.False(_work.Has("p.jsonl"));
    }

    [Fact]
    public async Task A_packed_file_is_read_and_a_damaged_one_is_told()
    {
        var packed = Packed(string.Join('\n', Thanks, Again));
        await File.WriteAllBytesAsync(_work.Path("made.jsonl.gz"), packed);
        Assert.Equal(0, (await Workspace.RunAsync("evaluate", "--data", _work.Path("made.jsonl.gz"))).Code);

        packed[0] = 0;
        await File.WriteAllBytesAsync(_work.Path("made.jsonl.gz"), packed);
        var (code, _, error) = await Workspace.RunAsync("evaluate", "--data", _work.Path("made.jsonl.gz"));
        Assert.Equal(2, code);
        Assert.Contains("is damaged", error);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told()
    {
        await File.WriteAllBytesAsync(_work.Path("made.jsonl"), [0xFF, 0xFE, 0x00, 0xC3, 0x28]);
        var (code, _, error) = await Workspace.RunAsync("evaluate", "--data", _work.Path("made.jsonl"));
        Assert.Equal(2, code);
        Assert.NotEqual("", error);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
