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

    [Theory]
    [InlineData("no me llega nada", "número de pedido")]
    [InlineData("hola", "Hola")]
    [InlineData("quiero devolverlo", "devolver")]
    public async Task Short_Spanish_is_Spanish_in_a_Spanish_conversation(string text, string reply)
    {
        var (_, output, _) = await RunAsync("try", text, "--locale", "es", "--content", Dialogs);

        Assert.Contains(reply, output);
    }

    [Fact]
    public async Task A_call_that_would_be_made_is_told_and_not_made()
    {
        var (_, output, _) = await RunAsync("try", "where is my order 10023, ada@example.com", "--content", Dialogs);

        Assert.Contains("would call   find_order(order_number, proof)", output);
    }

    [Fact]
    public async Task Many_messages_come_as_a_table_each_in_a_conversation_of_its_own()
    {
        var messages = _folder.Write("messages.txt", """
            # Some messages
            > Words about them.
            This is the third time I'm asking. Where is my refund?
            hello | hi
            ## Después
            [es] ¿Dónde está mi pedido?
            Where is my refund, this is ridiculous >> why did you say that?
            """);

        var (code, output, _) = await RunAsync("try", "--file", messages, "--content", Dialogs);

        Assert.Equal(0, code);
        Assert.StartsWith("# Some messages\n\nWords about them.\n", output.ReplaceLineEndings("\n"));
        Assert.Contains("## Después", output);
        Assert.Contains("| 1 | This is the third time", output);
        Assert.Contains("| 2 | hello \\| hi |", output);
        Assert.Contains("número de pedido", output);
        Assert.Contains("<br>*then:* why did you say that? |", output);
        Assert.Contains("ExplainReading, asked-why", output);
        Assert.DoesNotContain(output.Split('\n'), line => line.StartsWith("| 5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_of_messages_gives_the_same_table()
    {
        var messages = _folder.Write("messages.txt", "my parcel is late and I am fed up\n");

        var (_, first, _) = await RunAsync("try", "--file", messages, "--content", Dialogs);
        var (_, second, _) = await RunAsync("try", "--file", messages, "--content", Dialogs);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_message_in_a_language_that_is_not_there_is_told_with_its_line()
    {
        var messages = _folder.Write("messages.txt", "hello\n[xx] hello\n");

        var (code, _, error) = await RunAsync("try", "--file", messages, "--content", Dialogs);

        Assert.Equal(2, code);
        Assert.Contains("messages.txt(2)", error);
    }

    [Theory]
    [InlineData("try")]
    [InlineData("try", "hello", "--file", "messages.txt")]
    public async Task Either_a_message_or_a_file_is_tried(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Contains("--file", error);
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
