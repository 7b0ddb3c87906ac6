using System.CommandLine;
using EmpathyBot.Storage;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Host.Commands;

/// <summary><c>backup</c> and <c>restore</c> of the embedded storage.</summary>
internal static class BackupCommand
{
    public static Command CreateBackup(IServiceProvider services, CommandStreams streams)
    {
        var file = new Option<FileInfo>("--out") { Required = true, Description = "The new file" };
        var command = new Command("backup", "Copies the embedded storage into a new file; the bot may run meanwhile.") { file };
        command.SetAction((parsed, _) => TellAsync(streams, () =>
            $"{services.GetRequiredService<EmbeddedBackup>().Save(parsed.GetRequiredValue(file).FullName)} conversations copied and checked."));
        return command;
    }

    public static Command CreateRestore(IServiceProvider services, CommandStreams streams)
    {
        var file = new Option<FileInfo>("--from") { Required = true, Description = "A file that backup made" };
        var command = new Command("restore", "Puts a copy back as the embedded storage; the bot must not run.") { file };
        command.SetAction((parsed, _) => TellAsync(streams, () =>
            $"{services.GetRequiredService<EmbeddedBackup>().Restore(parsed.GetRequiredValue(file).FullName)} conversations restored. What was there is kept beside it, ending in .before-restore."));
        return command;
    }

    private static async Task<int> TellAsync(CommandStreams streams, Func<string> work)
    {
        try
        {
            await streams.Errors.WriteLineAsync(work());
            return 0;
        }
        catch (StorageException refused)
        {
            await streams.Errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
