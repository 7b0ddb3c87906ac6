using EmpathyBot.Simulator.Start;

namespace EmpathyBot.Tests.Load;

public sealed class StartCommandTests
{
    [Theory]
    [InlineData("--rounds is a whole number from 1.", "--rounds", "0")]
    [InlineData("--rounds is a whole number from 1.", "--rounds", "five")]
    [InlineData("--answer-within is a whole number from 1.", "--answer-within", "-1")]
    [InlineData("\"nonsense\" is no address. Give one such as http://localhost:3978.", "--url", "nonsense")]
    public void A_wrong_argument_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        string[] address = arguments[0] == "--url" ? [] : ["--url", "http://localhost:1"];
        var errors = StartCommand.Create().Parse(["--command", "true", .. arguments, .. address]).Errors;
        Assert.Contains(sentence, errors.Select(error => error.Message));
    }

    [Fact]
    public void Without_a_command_there_is_nothing_to_start() =>
        Assert.Contains(StartCommand.Create().Parse(["--url", "http://localhost:1"]).Errors, error => error.Message.Contains("--command", StringComparison.Ordinal));

    [Theory]
    [InlineData("false")]
    [InlineData("/nowhere/at/all")]
    public async Task A_host_that_ends_before_it_is_ready_ends_with_code_2(string command) =>
        Assert.Equal(2, await StartCommand.Create().Parse(["--command", command, "--url", "http://127.0.0.1:1"]).InvokeAsync());

    [Fact]
    public async Task A_bot_that_serves_there_already_is_not_measured_in_place_of_the_new_one()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        Assert.Equal(2, await StartCommand.Create().Parse(["--command", "sleep 60", "--url", bot.Url.ToString()]).InvokeAsync());
    }

    [Fact]
    public void Of_several_starts_the_median_and_the_worst_are_told()
    {
        StartTimes[] starts = [Start(900, 1500), Start(1000, 1200), Start(800, 1100)];
        Assert.Equal(
            $"ready: median 900 ms, worst 1000 ms, of 3{Environment.NewLine}first answer: median 1200 ms, worst 1500 ms, of 3", StartTimes.Describe(starts));
        Assert.Equal("ready after 900 ms, first answer after 1500 ms", starts[0].Describe());
    }

    [Fact]
    public void A_start_without_an_answer_counts_as_the_worst()
    {
        StartTimes[] starts = [Start(900, 1500), new(TimeSpan.FromSeconds(1), null)];
        Assert.EndsWith("first answer: median 1500 ms, worst never, of 2", StartTimes.Describe(starts), StringComparison.Ordinal);
        Assert.Equal("ready after 1000 ms, first answer never", starts[1].Describe());
    }

    private static StartTimes Start(int ready, int answered) => new(TimeSpan.FromMilliseconds(ready), TimeSpan.FromMilliseconds(answered));
}
