using System.CommandLine;

namespace EmpathyBot.Workbench.Teams;

/// <summary><c>teams-package</c>: makes the zip that brings the bot and the desk into Teams.</summary>
internal static class TeamsPackageCommand
{
    public static Command Create(TextWriter error)
    {
        var settings = new Option<FileInfo>("--settings") { Description = "The host's settings with a section TeamsApp, as JSON", Required = true };
        var target = new Option<FileInfo>("--out") { Description = "Writes the package here, a zip", Required = true };
        var command = new Command("teams-package", "Makes the app package for Microsoft Teams.") { settings, target };
        command.SetAction(async (parsed, _) =>
        {
            var app = TeamsAppSettings.Read(parsed.GetValue(settings)!);
            WholeFile.Write(parsed.GetValue(target)!, TeamsPackage.Of(app));
            await error.WriteLineAsync($"{app.Name} {app.Version}, bot {app.BotId}, desk at {app.Host.Authority}, {(app.DeskClientId is null ? "without" : "with")} single sign-on.");
            return 0;
        });
        return command;
    }
}
