using System.CommandLine;
using EmpathyBot.Workbench.Emotions;
using EmpathyBot.Workbench.Solving;

namespace EmpathyBot.Workbench;

/// <summary>The command line for those who shape the bot. Data goes to standard output, talk to standard error.</summary>
public static class WorkbenchCommands
{
    /// <summary>Runs one command.</summary>
    /// <returns>0 only when all went well.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("For those who shape the bot: its content and its reading of emotion.")
        {
            CheckContentCommand.Create(output, error),
            InspectCommand.Create(output),
        };
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }
}
