using System.CommandLine;
using System.Globalization;
using System.Text;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Host.Commands;

/// <summary><c>desk-account</c>: adds, lists, disables, enables, resets and changes accounts of the desk.</summary>
internal static class DeskAccountCommand
{
    public static Command Create(IServiceProvider services, CommandStreams streams)
    {
        DeskAccounts Accounts() => services.GetRequiredService<DeskAccounts>();
        return new Command("desk-account", "Accounts of the desk.")
        {
            Add(Accounts, streams),
            List(Accounts, streams),
            Change("disable", "Ends every session of theirs and lets them in no more.", streams, (who, cancel) => Accounts().DisableAsync(who, AuditedBy.CommandLine, cancel)),
            Change("enable", "Lets them in again.", streams, (who, cancel) => Accounts().EnableAsync(who, AuditedBy.CommandLine, cancel)),
            Reset(Accounts, streams),
            Role(Accounts, streams),
        };
    }

    private static Command Add(Func<DeskAccounts> accounts, CommandStreams streams)
    {
        var name = Name();
        var shown = new Option<string?>("--shown") { Description = "The name customers see; the sign-in name when left out" };
        var role = RoleOption(required: false);
        var command = new Command("add", "Adds someone. The password is read from standard input.") { name, shown, role };
        command.SetAction(async (parsed, cancel) =>
        {
            var who = parsed.GetRequiredValue(name);
            return await WithPasswordAsync(streams, password => accounts().AddAsync(
                who, parsed.GetValue(shown) ?? who, parsed.GetValue(role), password, AuditedBy.CommandLine, cancel));
        });
        return command;
    }

    private static Command Reset(Func<DeskAccounts> accounts, CommandStreams streams)
    {
        var name = Name();
        var command = new Command("reset", "Gives them another password, read from standard input, and ends every session of theirs.") { name };
        command.SetAction((parsed, cancel) => WithPasswordAsync(
            streams, password => accounts().ResetPasswordAsync(parsed.GetRequiredValue(name), password, AuditedBy.CommandLine, cancel)));
        return command;
    }

    private static Command Role(Func<DeskAccounts> accounts, CommandStreams streams)
    {
        var name = Name();
        var role = RoleOption(required: true);
        var command = new Command("role", "Changes what they may do, in sessions that run, too.") { name, role };
        command.SetAction(async (parsed, cancel) => await TellAsync(
            streams, await accounts().ChangeRoleAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), AuditedBy.CommandLine, cancel)));
        return command;
    }

    private static Command Change(string verb, string description, CommandStreams streams, Func<string, CancellationToken, Task<AccountResult>> change)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction(async (parsed, cancel) => await TellAsync(streams, await change(parsed.GetRequiredValue(name), cancel)));
        return command;
    }

    private static Command List(Func<DeskAccounts> accounts, CommandStreams streams)
    {
        var command = new Command("list", "All accounts, a line each: sign-in name or id, name, role, state, since when.");
        command.SetAction(async (_, cancel) =>
        {
            await using var output = new StreamWriter(streams.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            foreach (var account in await accounts().ListAsync(cancel))
            {
                var state = account.DisabledAt is null ? account.SignInName is null ? "openid" : "active" : "disabled";
                var since = account.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                await output.WriteLineAsync(string.Join('\t', account.SignInName ?? account.Id, account.Name, account.Role.ToCode(), state, since));
            }

            return 0;
        });
        return command;
    }

    private static Option<string> Name() => new("--name") { Required = true, Description = "The sign-in name; for someone of an identity provider the id" };

    private static Option<DeskRole> RoleOption(bool required) => new("--role")
    {
        Required = required,
        Description = required ? "agent or supervisor" : "agent or supervisor; agent when left out",
        CustomParser = given =>
        {
            if (DeskRoles.Read(given.Tokens[0].Value) is { } role)
                return role;
            given.AddError($"There is no role \"{given.Tokens[0].Value}\". Give agent or supervisor.");
            return DeskRole.Agent;
        },
    };

    private static async Task<int> WithPasswordAsync(CommandStreams streams, Func<string, Task<AccountResult>> change)
    {
        if (await PasswordInput.ReadAsync(streams) is { } password)
            return await TellAsync(streams, await change(password));
        await streams.Errors.WriteLineAsync("The two passwords differ. Nothing was changed.");
        return 1;
    }

    private static async Task<int> TellAsync(CommandStreams streams, AccountResult result)
    {
        await streams.Errors.WriteLineAsync(result switch
        {
            AccountResult.Done(var account) =>
                $"{account.SignInName ?? account.Id} ({account.Name}): {account.Role.ToCode()}, {(account.DisabledAt is null ? "may sign in" : "may not sign in")}.",
            AccountResult.Refused(var sentence) => sentence,
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "An unknown result."),
        });
        return result is AccountResult.Done ? 0 : 1;
    }
}
