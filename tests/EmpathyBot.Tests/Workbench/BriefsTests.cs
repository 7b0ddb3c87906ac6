using System.Text.Json;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class BriefsTests : IDisposable
{
    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_dialogue_gets_its_brief_in_its_place()
    {
        var file = _folder.Write("dialogues.jsonl", """
            {"id": "b", "turns": [{"role": "customer", "text": "My lamp from order 10023 came broken, I want my money back. My pin is 7009."}, {"role": "bot", "text": "I tried to refund it and got an error."}], "reason": "back-office-down"}
            {"id": "a", "turns": [{"role": "agent", "text": "Hello, Mira here."}]}
            """);

        var (code, _, error) = await RunAsync("briefs", "--data", file, "--out", _folder.Path("briefs.jsonl"));

        Assert.Equal(0, code);
        Assert.Contains("2 briefs are in", error);
        var lines = _folder.Read("briefs.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["b", "a"], lines.Select(line => line.GetProperty("id").GetString()));
        var first = lines[0];
        Assert.Contains("the shop's system gave no answer", first.GetProperty("headline").GetString());
        Assert.Contains("wants their money back", first.GetProperty("summary").GetString());
        Assert.Equal(first.GetProperty("headline").GetString(), first.GetProperty("brief").GetProperty("headline").GetProperty("text").GetString());
        Assert.Equal("back-office-down", first.GetProperty("brief").GetProperty("reason").GetString());
        Assert.Equal("1", first.GetProperty("brief").GetProperty("summary")[0].GetProperty("turnIds")[0].GetString());
        Assert.DoesNotContain("7009", first.ToString());
    }

    [Theory]
    [InlineData("not json", "this is not a dialogue")]
    [InlineData("[]", "this is not a dialogue")]
    [InlineData("{\"turns\": [{\"role\": \"customer\", \"text\": \"x\"}]}", "this is not a dialogue")]
    [InlineData("{\"id\": 7, \"turns\": [{\"role\": \"customer\", \"text\": \"x\"}]}", "this is not a dialogue")]
    [InlineData("{\"id\": \"a\", \"turns\": \"x\"}", "this is not a dialogue")]
    [InlineData("{\"id\": \"a\", \"turns\": [{\"role\": \"customer\", \"text\": null}]}", "this is not a dialogue")]
    [InlineData("{\"id\": \"a\", \"turns\": []}", "there is at least one")]
    [InlineData("{\"id\": \"a\", \"turns\": [{\"role\": \"cat\", \"text\": \"x\"}]}", "customer, bot or agent")]
    [InlineData("{\"id\": \"a\", \"reason\": \"boredom\", \"turns\": [{\"role\": \"customer\", \"text\": \"x\"}]}", "there is no reason \"boredom\"")]
    public async Task A_line_that_is_no_dialogue_is_told_with_its_number_and_nothing_is_written(string line, string told)
    {
        var file = _folder.Write("dialogues.jsonl", """{"id": "ok", "turns": [{"role": "customer", "text": "Where is it?"}]}""" + "\n" + line);

        var (code, _, error) = await RunAsync("briefs", "--data", file, "--out", _folder.Path("briefs.jsonl"));

        Assert.Equal(2, code);
        Assert.Contains("dialogues.jsonl, line 2", error);
        Assert.Contains(told, error);
        Assert.False(File.Exists(_folder.Path("briefs.jsonl")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_empty_is_refused()
    {
        Assert.Contains("There is no file", (await RunAsync("briefs", "--data", _folder.Path("missing.jsonl"), "--out", _folder.Path("out"))).Error);
        Assert.Equal(2, (await RunAsync("briefs", "--data", _folder.Write("empty.jsonl", ""), "--out", _folder.Path("out"))).Code);
        Assert.Equal(1, (await RunAsync("briefs", "--data", _folder.Path("missing.jsonl"))).Code);
    }
}
