using System.Text.Json.Nodes;
using EmpathyBot.Simulator.Streams;

namespace EmpathyBot.Tests.Load;

public sealed class StreamsCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("empathybot-streams-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("--streams is a whole number from 1.", "--streams", "0")]
    [InlineData("--talking is a whole number from 1.", "--talking", "none")]
    [InlineData("--seconds is a whole number from 1.", "--seconds", "-3")]
    [InlineData("--warm-up is a whole number from 0.", "--warm-up", "-1")]
    [InlineData("--answer-within is a whole number from 1.", "--answer-within", "99999999999")]
    [InlineData("--rate must be more than 0.", "--rate", "0")]
    [InlineData("--rate must be more than 0.", "--rate", "NaN")]
    [InlineData("\"nonsense\" is no address. Give one such as http://localhost:3978.", "--url", "nonsense")]
    public void A_wrong_argument_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        string[] address = arguments[0] == "--url" ? [] : ["--url", "http://localhost:1"];
        var errors = StreamsCommand.Create().Parse([.. arguments, .. address]).Errors;
        Assert.Contains(sentence, errors.Select(error => error.Message));
    }

    [Fact]
    public async Task The_result_is_written_as_JSON()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var json = Path.Combine(folder.FullName, "sub", "streams.json");
        var exitCode = await StreamsCommand.Create().Parse(
            ["--url", bot.Url.ToString(), "--streams", "2", "--rate", "20", "--seconds", "1", "--warm-up", "0", "--json", json]).InvokeAsync();
        Assert.Equal(0, exitCode);

        var result = JsonNode.Parse(await File.ReadAllTextAsync(json))!;
        Assert.Equal((2, 2), ((int)result["streams"]!, (int)result["talking"]!));
        Assert.True((double)result["shown"]!["p99"]! >= (double)result["shown"]!["p50"]!);
        Assert.Null((double?)result["memory"]!["kilobytesPerStream"]);
    }

    [Theory]
    [InlineData("elsewhere/")]
    [InlineData("")]
    public async Task An_address_that_is_no_bot_ends_with_code_2_and_so_do_more_streams_than_open_files(string path)
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var streams = path.Length > 0 ? "1" : $"{int.MaxValue}";
        Assert.Equal(2, await StreamsCommand.Create().Parse(["--url", new Uri(bot.Url, path).ToString(), "--streams", streams]).InvokeAsync());
    }

    [Theory]
    [InlineData("Limit                     Soft Limit           Hard Limit           Units     \nMax open files            1024                 524288               files     \n", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files     \n", null)]
    [InlineData("Max open files", null)]
    [InlineData("", null)]
    public void The_limit_of_open_files_is_read_where_there_is_one(string limits, long? limit) => Assert.Equal(limit, OpenFiles.LimitIn(limits));

    [Fact]
    public void Too_few_open_files_are_told_in_a_sentence_that_says_how_many_are_needed()
    {
        Assert.Equal(
            "5000 streams need 5300 open files, and this process may open 1024. Raise the limit (ulimit -n 5300), for the bot too.",
            OpenFiles.WhyNot(5000, 1024));
        Assert.Null(OpenFiles.WhyNot(5000, 5300));
        Assert.Null(OpenFiles.WhyNot(5000, null));
    }
}
