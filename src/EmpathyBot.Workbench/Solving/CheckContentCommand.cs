using System.CommandLine;
using EmpathyBot.Content;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Workbench.Solving;

/// <summary><c>check-content</c>: reads and checks all content as the bot does at its start.</summary>
internal static class CheckContentCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Option<DirectoryInfo>("--content") { DefaultValueFactory = _ => new DirectoryInfo("dialogs"), Description = "The folder of the content" };
        var command = new Command("check-content", "Checks all content; a mistake is told with file, line and a plain sentence.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), output, error));
        return command;
    }

    private static int Run(DirectoryInfo folder, TextWriter output, TextWriter error)
    {
        var services = new ServiceCollection().AddLogging().AddContent(options => (options.Path, options.Watch) = (folder.FullName, false));
        using var provider = services.BuildServiceProvider();
        try
        {
            output.WriteLine($"The content is in order. Languages: {string.Join(", ", provider.GetRequiredService<IContentSource>().Current.Locales)}.");
            return 0;
        }
        catch (ContentException broken)
        {
            error.WriteLine(broken.Message);
            return 1;
        }
    }
}
