using System.CommandLine;
using EmpathyBot.AgentDesk;
using EmpathyBot.Storage;

namespace EmpathyBot.Host.Commands;

/// <summary>
/// Commands of the host that serve nobody and end: accounts of the desk, its audit log, what is kept of customers, copies of the storage. They read the same settings and the
/// same storage as the host, which may run meanwhile; what they change counts there at once.
/// </summary>
internal static class DeskCommands
{
    /// <summary>True when the arguments are one of these commands.</summary>
    public static bool Are(string[] arguments) => arguments is ["desk-account" or "desk-audit" or "customer" or "backup" or "restore", ..];

    /// <summary>Runs a command. Data goes to the output, talk to the errors.</summary>
    /// <param name="arguments">The command and what it is given.</param>
    /// <param name="streams">Where it reads and writes.</param>
    /// <param name="settings">Settings that count before those of the environment; null for none.</param>
    /// <returns>0 only when all went well.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, CommandStreams streams, IReadOnlyDictionary<string, string?>? settings = null)
    {
        await using var services = Services(settings);
        var root = new RootCommand("Accounts of the desk, its audit log, what is kept of customers, and copies of the storage.")
        {
            DeskAccountCommand.Create(services, streams), DeskAuditCommand.Create(services, streams), CustomerCommand.Create(services, streams),
            BackupCommand.CreateBackup(services, streams), BackupCommand.CreateRestore(services, streams),
        };
        return await root.Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = streams.Errors, Error = streams.Errors, EnableDefaultExceptionHandler = false });
    }

    private static ServiceProvider Services(IReadOnlyDictionary<string, string?>? settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        var services = new ServiceCollection();
        services.AddStorage(options => options.From(builder.Configuration, builder.Environment));
        services.AddDeskAccounts();
        return services.BuildServiceProvider();
    }
}

/// <summary>Where a command reads and writes.</summary>
/// <param name="Input">Where passwords are read from, one line each.</param>
/// <param name="Output">Where data goes.</param>
/// <param name="Errors">Where talk goes.</param>
/// <param name="AtTerminal">True when a person types: then the password is asked for twice and not shown.</param>
internal sealed record CommandStreams(TextReader Input, Stream Output, TextWriter Errors, bool AtTerminal)
{
    /// <summary>Those of this process.</summary>
    public static CommandStreams OfConsole() => new(Console.In, Console.OpenStandardOutput(), Console.Error, !Console.IsInputRedirected);
}
