using System.Text;
using EmpathyBot.Host.Commands;

namespace EmpathyBot.Tests.Host;

/// <summary>The commands, over a storage of their own.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private const string Password = "five words make a password\n";

    private readonly string folder = Directory.CreateTempSubdirectory("empathybot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_account_is_made_by_a_command_and_listed()
    {
        var added = await RunAsync(Password, "desk-account", "add", "--name", "Mira@Example.com", "--shown", "Mira Lind", "--role", "Supervisor");
        var listed = await RunAsync("", "desk-account", "list");

        Assert.Equal((0, ""), (added.Code, added.Output));
        Assert.Equal("mira@example.com (Mira Lind): supervisor, may sign in.", added.Errors.Trim());
        Assert.StartsWith("mira@example.com\tMira Lind\tsupervisor\tactive\t", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_disabled_enabled_reset_and_given_another_role_and_the_log_tells()
    {
        await RunAsync(Password, "desk-account", "add", "--name", "mira");

        Assert.Equal("mira (mira): agent, may not sign in.", (await RunAsync("", "desk-account", "disable", "--name", "MIRA")).Errors.Trim());
        Assert.Contains("\tdisabled\t", (await RunAsync("", "desk-account", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("", "desk-account", "enable", "--name", "mira")).Code);
        Assert.Equal(0, (await RunAsync("another four words here\n", "desk-account", "reset", "--name", "mira")).Code);
        Assert.Equal("mira (mira): supervisor, may sign in.", (await RunAsync("", "desk-account", "role", "--name", "mira", "--role", "supervisor")).Errors.Trim());

        var log = await RunAsync("", "desk-audit", "--csv");
        Assert.Equal(
            ["exported", "role-changed", "password-reset", "account-enabled", "account-disabled", "account-added"],
            log.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2].Trim('"')));
        var lines = await RunAsync("", "desk-audit", "--act", "account-added", "--from", "2020-01-01");
        Assert.Contains("\"agent\":\"command line\"", Assert.Single(lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "desk-account", "add", "--name", "mira")]
    [InlineData("short\n", "desk-account", "add", "--name", "mira")]
    [InlineData(Password, "desk-account", "add", "--name", "<b>")]
    [InlineData(Password, "desk-account", "add", "--name", "mira", "--role", "boss")]
    [InlineData(Password, "desk-account", "add", "--name", "mira", "--shown", "[link](http://x)")]
    [InlineData(Password, "desk-account", "add")]
    [InlineData(Password, "desk-account", "reset", "--name", "nobody")]
    [InlineData("", "desk-account", "disable", "--name", "nobody")]
    [InlineData("", "desk-account", "role", "--name", "nobody")]
    [InlineData("", "desk-account", "drop")]
    [InlineData("", "desk-audit", "--from", "yesterday")]
    public async Task What_cannot_be_done_is_told_and_ends_with_another_code(string input, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(input, arguments);

        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "desk-account", "list")]
    [InlineData(true, "desk-audit")]
    [InlineData(false)]
    [InlineData(false, "--urls=http://localhost:1")]
    public void Only_these_words_are_commands(bool are, params string[] arguments) => Assert.Equal(are, DeskCommands.Are(arguments));

    private async Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var settings = new Dictionary<string, string?> { ["Storage:Path"] = Path.Combine(folder, "kept.db") };
        var code = await DeskCommands.RunAsync(arguments, new(new StringReader(input), output, errors, false), settings);
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
