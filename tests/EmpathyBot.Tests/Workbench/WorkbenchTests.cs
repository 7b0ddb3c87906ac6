using EmpathyBot.Tests.Conventions;
using EmpathyBot.Workbench;

namespace EmpathyBot.Tests.Workbench;

public sealed class WorkbenchTests
{
    [Fact]
    public async Task The_shipped_content_is_in_order()
    {
        var (code, output, _) = await RunAsync("check-content", "--content", Path.Combine(Repository.Root, "dialogs"));
        Assert.Equal(0, code);
        Assert.StartsWith("The content is in order." + Environment.NewLine, output);
        Assert.Matches(@"es: \d+ of \d+ articles, \d+ of \d+ procedures; the others are answered in en\.", output);
    }

    [Fact]
    public async Task Content_that_is_not_there_is_told_and_the_exit_code_says_so()
    {
        var (code, _, error) = await RunAsync("check-content", "--content", Path.Combine(Repository.Root, "no-such-folder"));
        Assert.Equal(1, code);
        Assert.Contains("no-such-folder", error);
    }

    [Fact]
    public async Task A_reading_is_shown_with_the_words_that_made_it()
    {
        var (code, output, _) = await RunAsync("inspect", "This is the third time I'm asking!");
        Assert.Equal(0, code);
        Assert.Contains("Frustration", output);
        Assert.Contains("third time", output);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("no-such-command")]
    [InlineData("check-content", "--no-such-option")]
    public async Task Wrong_use_is_told_and_fails(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);
        Assert.NotEqual(0, code);
        Assert.NotEqual("", error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await WorkbenchCommands.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
