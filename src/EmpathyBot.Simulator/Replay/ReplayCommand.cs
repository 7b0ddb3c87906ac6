using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace EmpathyBot.Simulator.Replay;

/// <summary>
/// <c>replay</c>: plays the customers' turns of recorded dialogues and writes what was read, done and said. Exit code 0
/// only when every dialogue was played without an error and every turn before a handoff was answered.
/// </summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var dialogues = new Option<FileInfo>("--dialogues") { Required = true, Description = "JSON lines: {id, turns:[{role, text}]}" };
        var url = BotUrl.Option();
        var deskKey = new Option<string>("--desk-key") { Required = true, Description = "The host's setting Desk:DevelopmentKey" };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The report to write (Markdown)" };
        var json = new Option<FileInfo?>("--json") { Description = "The same as JSON lines, one dialogue a line" };
        var most = new Option<int>("--most") { DefaultValueFactory = _ => int.MaxValue, Description = "Play at most so many dialogues" };
        var command = new Command("replay", "Plays recorded customers and writes a readable report.") { dialogues, url, deskKey, output, json, most };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(dialogues), parsed.GetRequiredValue(url), parsed.GetRequiredValue(deskKey),
            parsed.GetRequiredValue(output), parsed.GetValue(json), parsed.GetValue(most), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo dialogues, Uri url, string deskKey, FileInfo output, FileInfo? json, int most, CancellationToken cancellationToken)
    {
        var talk = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        IReadOnlyList<Dialogue> recorded;
        try
        {
            recorded = [.. Dialogue.ReadAll(dialogues).Take(most)];
        }
        catch (DialogueFileException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }

        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        var player = new DialoguePlayer(http, deskKey);
        var played = new PlayedDialogue[recorded.Count];
        await talk.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("Replaying", maxValue: recorded.Count);
            await Parallel.ForAsync(0, recorded.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (index, cancel) =>
            {
                played[index] = await player.PlayAsync(recorded[index], cancel);
                bar.Increment(1);
            });
        });

        await File.WriteAllTextAsync(output.FullName, ReplayReport.Write(played), cancellationToken);
        if (json is not null)
            await File.WriteAllLinesAsync(json.FullName, played.Select(dialogue => JsonSerializer.Serialize(dialogue, JsonSerializerOptions.Web)), cancellationToken);
        await Console.Error.WriteLineAsync(ReplayReport.Summarise(played));
        return played.All(dialogue => dialogue.Error is null && dialogue.UnansweredTurns == 0) ? 0 : 1;
    }
}
