using System.CommandLine;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>
/// <c>handoff-load</c>: many customers and agents at once over real HTTP, with the host killed in the middle when it is
/// started here. Exit code 0 only when nothing was lost, doubled or out of order and the bot never spoke while a person held.
/// </summary>
internal static class HandoffLoadCommand
{
    public static Command Create()
    {
        var customers = new Option<int>("--customers") { DefaultValueFactory = _ => 50, Description = "Customers at once" };
        var agents = new Option<int>("--agents") { DefaultValueFactory = _ => 10, Description = "Agents at once" };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 120, Description = "How long they write" };
        var url = BotUrl.Option();
        var deskKey = new Option<string>("--desk-key") { Required = true, Description = "The host's setting Desk:DevelopmentKey" };
        var start = new Option<string?>("--start") { Description = "A command that starts the host; it is then started here, and ended" };
        var killAfter = new Option<int?>("--kill-after") { Description = "Kill the started host after so many seconds (kill -9) and start it again" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "What happens when is drawn from it" };
        var command = new Command("handoff-load", "Customers and agents at once; checks that nothing is lost, doubled or out of order.")
        {
            customers, agents, seconds, url, deskKey, start, killAfter, seed,
        };
        command.Validators.Add(given =>
        {
            foreach (var option in new[] { customers, agents, seconds })
            {
                if (given.GetResult(option) is not null && given.GetValue(option) < 1)
                    given.AddError($"{option.Name} must be at least 1.");
            }

            if (given.GetValue(killAfter) is not null && given.GetValue(start) is null)
                given.AddError("--kill-after needs --start: only a host that is started here can be killed here.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetValue(customers), parsed.GetValue(agents), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetRequiredValue(url), parsed.GetRequiredValue(deskKey), parsed.GetValue(seed)),
            parsed.GetValue(start), parsed.GetValue(killAfter), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HandoffLoad load, string? start, int? killAfter, CancellationToken cancellationToken)
    {
        await using var host = start is null ? null : new StartedHost(start, load.Url);
        if (host is not null)
            await host.StartAsync(cancellationToken);
        TimeSpan? down = null;
        var playing = load.PlayAsync(cancellationToken);
        if (host is not null && killAfter is { } after)
        {
            await Task.Delay(TimeSpan.FromSeconds(after), cancellationToken);
            down = await host.KillAndStartAsync(cancellationToken);
        }

        var result = await playing;
        await Console.Out.WriteLineAsync(result.Describe(load, down));
        return result.IsGood ? 0 : 1;
    }
}
