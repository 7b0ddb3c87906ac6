using System.Text;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Host.Commands;
using EmpathyBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

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
    [InlineData("", "customer", "export")]
    [InlineData("", "backup")]
    [InlineData("", "backup", "--out", "/")]
    [InlineData("", "restore", "--from", "none.db")]
    [InlineData("", "customer", "export", "--conversation", "none")]
    [InlineData("", "customer", "export", "--channel", "directline")]
    [InlineData("", "customer", "erase", "--conversation", "c1", "--shop-customer", "7", "--yes")]
    [InlineData("", "customer", "erase", "--channel", "directline", "--user", "dl_user")]
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
    [InlineData(true, "customer", "erase")]
    [InlineData(false)]
    [InlineData(false, "--urls=http://localhost:1")]
    public void Only_these_words_are_commands(bool are, params string[] arguments) => Assert.Equal(are, DeskCommands.Are(arguments));

    [Fact]
    public async Task The_storage_is_copied_and_put_back_by_commands()
    {
        await RunAsync(Password, "desk-account", "add", "--name", "mira");
        var copy = Path.Combine(folder, "copy.db");

        var saved = await RunAsync("", "backup", "--out", copy);
        await RunAsync(Password, "desk-account", "add", "--name", "joel");
        var restored = await RunAsync("", "restore", "--from", copy);

        Assert.Equal((0, "0 conversations copied and checked."), (saved.Code, saved.Errors.Trim()));
        Assert.Equal(0, restored.Code);
        Assert.DoesNotContain("joel", (await RunAsync("", "desk-account", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("mira", (await RunAsync("", "desk-account", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_is_exported_and_erased_by_a_command_also_by_the_shops_own_id()
    {
        await using (var services = SqliteEngine.Open(TimeProvider.System, Path.Combine(folder, "kept.db")))
        {
            var user = await ShopCustomer.UserIdAsync(services.GetRequiredService<ISecretStore>(), "ada@shop", default);
            await services.GetRequiredService<IConversationStore>().CreateAsync(Some.Beginning("c1") with { UserId = user }, default);
        }

        var exported = await RunAsync("", "customer", "export", "--shop-customer", "ada@shop");
        var erased = await RunAsync("", "customer", "erase", "--conversation", "c1", "--yes");
        var again = await RunAsync("", "customer", "export", "--shop-customer", "ada@shop");

        Assert.Equal(0, exported.Code);
        Assert.Contains("\"id\": \"c1\"", exported.Output, StringComparison.Ordinal);
        Assert.Equal((0, "1 conversations erased, memory: none."), (erased.Code, erased.Errors.Trim()));
        Assert.Equal((1, "Nothing is kept of this customer."), (again.Code, again.Errors.Trim()));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var settings = new Dictionary<string, string?> { ["Storage:Path"] = Path.Combine(folder, "kept.db") };
        var code = await DeskCommands.RunAsync(arguments, new(new StringReader(input), output, errors, false), settings);
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
