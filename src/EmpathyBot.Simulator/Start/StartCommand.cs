using System.CommandLine;

namespace EmpathyBot.Simulator.Start;

/// <summary>
/// <c>start</c>: starts a host again and again, with a customer waiting each time; how long until it is ready and until
/// that customer is answered. Exit code 0 only when each was.
/// </summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var host = new Option<string>("--command") { Required = true, Description = "A command that starts the host; it is started here, and ended after each round" };
        var url = BotUrl.Option();
        var rounds = WholeNumber.Option("--rounds", 5, 1, "How often it is started");
        var within = WholeNumber.Option("--answer-within", 60, 1, "Seconds that readiness, and then an answer, are waited for");
        var command = new Command("start", "Starts a host again and again; how long until it is ready, and until a customer who waits has the first answer.")
        {
            host, url, rounds, within,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetRequiredValue(host), parsed.GetRequiredValue(url), TimeSpan.FromSeconds(parsed.GetValue(within)), TimeProvider.System),
            parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(StartRound round, int rounds, CancellationToken cancellationToken)
    {
        var starts = new List<StartTimes>();
        try
        {
            while (starts.Count < rounds)
            {
                starts.Add(await round.PlayAsync(cancellationToken));
                await Console.Error.WriteLineAsync($"{starts.Count} of {rounds}: {starts[^1].Describe()}");
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or System.Net.WebSockets.WebSocketException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }

        await Console.Out.WriteLineAsync(StartTimes.Describe(starts));
        return starts.TrueForAll(start => start.Answered is not null) ? 0 : 1;
    }
}
