using EmpathyBot.Tests.Conventions;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class TryCommandTests : IDisposable
{
    private static readonly string Dialogs = Path.Combine(Repository.Root, "dialogs");
    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_message_would_get_is_shown_with_its_reasons()
    {
        var (code, output, _) = await RunAsync("try", "This is the third time I'm asking. Where is my refund?", "--content", Dialogs);

        Assert.Equal(0, code);
        Assert.Contains("reading      Frustration", output);
        Assert.Contains("\"third time", output);
        Assert.Contains("candidates   refund-status", output);
        Assert.Contains("step         StartProcedure, because asked-for", output);
        Assert.DoesNotContain("act          None", output);
        Assert.Contains("order number", output);
    }

    [Fact]
    public async Task A_message_is_tried_with_what_was_said_before()
    {
        var history = _folder.Write("history.txt", "customer: where is my order 10023, ada@example.com\nbot: It is on its way.\n");

        var (code, output, _) = await RunAsync("try", "and the other one?", "--content", Dialogs, "--history", history);

        Assert.Equal(0, code);
        Assert.Contains("(refers back)", output);
    }

    [Fact]
    public async Task A_call_that_would_be_made_is_told_and_not_made()
    {
        var (_, output, _) = await RunAsync("try", "where is my order 10023, ada@example.com", "--content", Dialogs);

        Assert.Contains("would call   find_order(order_number, proof)", output);
    }

    [Theory]
    [InlineData("--locale", "xx")]
    [InlineData("--history", "no-such-file.txt")]
    [InlineData("--content", "no-such-folder")]
    public async Task What_cannot_be_used_is_told(string option, string value)
    {
        var (code, _, error) = await RunAsync("try", "hello", option == "--content" ? "--locale" : "--content", option == "--content" ? "en" : Dialogs, option, value);

        Assert.Equal(2, code);
        Assert.NotEqual("", error);
    }
}
