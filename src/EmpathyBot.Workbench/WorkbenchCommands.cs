using System.CommandLine;
using EmpathyBot.Workbench.Emotions;
using EmpathyBot.Workbench.Emotions.Training;
using EmpathyBot.Workbench.Handoffs;
using EmpathyBot.Workbench.Privacy;
using EmpathyBot.Workbench.Solving;
using EmpathyBot.Workbench.Teams;

namespace EmpathyBot.Workbench;

/// <summary>The command line for those who shape the bot. Data goes to standard output, talk to standard error.</summary>
public static class WorkbenchCommands
{
    /// <summary>Runs one command.</summary>
    /// <returns>0 only when all went well; 1 when the command was wrongly used or found fault, 2 when what it was given cannot be read.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var root = new RootCommand("For those who shape the bot: its content and its reading of emotion.")
        {
            BriefsCommand.Create(error),
            CheckContentCommand.Create(output, error),
            CorpusCommand.Create(output, error),
            EvaluateBriefsCommand.Create(output, error),
            EvaluateCommand.Create(output, error),
            EvaluateIntentsCommand.Create(output, error),
            EvaluateMaskingCommand.Create(output),
            InspectCommand.Create(output),
            PredictCommand.Create(error),
            TeamsPackageCommand.Create(error),
            TrainCommand.Create(output, error),
            TryCommand.Create(output),
        };
        try
        {
            return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception unusable) when (unusable is InputException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(unusable.Message);
            return 2;
        }
    }
}
