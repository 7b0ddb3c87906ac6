using System.Text.Json.Nodes;
using System.Xml.Linq;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Tests.Load;

public sealed class LoadCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("empathybot-load-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("--customers is a whole number from 1.", "--customers", "0")]
    [InlineData("--seconds is a whole number from 1.", "--seconds", "-3")]
    [InlineData("--warm-up is a whole number from 0.", "--warm-up", "-1")]
    [InlineData("--rate must be more than 0.", "--rate", "0")]
    [InlineData("--rate must be more than 0.", "--rate", "NaN")]
    [InlineData("--kill-every is a whole number from 1, and needs --start: only what is started here is killed.", "--kill-every", "20")]
    [InlineData("--kill-every is a whole number from 1, and needs --start: only what is started here is killed.", "--kill-every", "0", "--start", "host")]
    [InlineData("--start is given once, or once for each --url.", "--start", "one", "--start", "other")]
    [InlineData("--out must end in .html or .md.", "--out", "report.txt")]
    [InlineData("--customers is a whole number from 1.", "--customers", "many")]
    [InlineData("\"nonsense\" is no address. Give one such as http://localhost:3978.", "--url", "nonsense")]
    public void A_wrong_argument_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        string[] address = arguments[0] == "--url" ? [] : ["--url", "http://localhost:1"];
        var errors = LoadCommand.Create().Parse([.. arguments, .. address]).Errors;
        Assert.Contains(sentence, errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("--channel", "teams")]
    [InlineData("--pid", "x")]
    public void What_cannot_be_read_at_all_is_refused(params string[] arguments) =>
        Assert.NotEmpty(LoadCommand.Create().Parse([.. arguments, "--url", "http://localhost:1"]).Errors);

    [Fact]
    public void The_usual_arguments_are_taken_and_so_are_several_nodes() =>
        Assert.Empty(LoadCommand.Create().Parse(["--url", "http://localhost:1", "http://localhost:2", "--url", "http://localhost:3"]).Errors);

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.md")]
    public async Task The_result_is_written_as_JSON_and_as_a_page_with_charts(string page)
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var (json, output) = (Path.Combine(folder.FullName, "sub", "load.json"), Path.Combine(folder.FullName, "sub", page));
        var exitCode = await LoadCommand.Create().Parse(
            ["--url", bot.Url.ToString(), "--customers", "1", "--messages", "5", "--warm-up", "0", "--json", json, "--out", output]).InvokeAsync();
        Assert.Equal(0, exitCode);

        var result = JsonNode.Parse(await File.ReadAllTextAsync(json))!;
        Assert.Equal(5, (int)result["turns"]!);
        Assert.True((double)result["answered"]!["p99"]! >= (double)result["answered"]!["p50"]!);
        Assert.Null((double?)result["server"]!["allocatedKilobytesPerTurn"]);

        var text = await File.ReadAllTextAsync(output);
        Assert.Contains("answered a second", text, StringComparison.Ordinal);
        if (page.EndsWith(".md", StringComparison.Ordinal))
        {
            Assert.Contains("(page-latency.svg)", text, StringComparison.Ordinal);
            Assert.Equal("svg", XDocument.Load(Path.Combine(folder.FullName, "sub", "page-latency.svg")).Root!.Name.LocalName);
        }
        else
        {
            Assert.Equal(2, text.Split("<svg ").Length - 1);
        }
    }

    [Fact]
    public async Task An_address_that_is_no_bot_ends_with_code_2()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var exitCode = await LoadCommand.Create().Parse(["--url", new Uri(bot.Url, "elsewhere/").ToString(), "--customers", "1", "--seconds", "1"]).InvokeAsync();
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task A_node_that_ends_at_once_ends_the_run_with_code_2()
    {
        var exitCode = await LoadCommand.Create().Parse(["--url", "http://localhost:1", "http://localhost:2", "--start", "test {port} = nothing", "--customers", "1"]).InvokeAsync();
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public void A_chart_of_nothing_is_a_chart() =>
        Assert.Equal("svg", XElement.Parse(new LoadChart("Nothing", "ms", "seconds", [("p50", "#06c", [])]).ToSvg()).Name.LocalName);
}
