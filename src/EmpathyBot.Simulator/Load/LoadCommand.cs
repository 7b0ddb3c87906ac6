using System.CommandLine;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>
/// <c>load</c>: many customers at once over real HTTP, each latency counted from when the message was due. Exit code 0
/// only when every message was taken and answered and nothing was lost, doubled or out of order.
/// </summary>
internal static class LoadCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var customers = WholeNumber.Option("--customers", 16, 1, "Customers at once, each with a connection of its own");
        var seconds = WholeNumber.Option("--seconds", 30, 1, "How long is measured");
        var warmUp = WholeNumber.Option("--warm-up", 5, 0, "Seconds played before, and not counted");
        var turns = WholeNumber.Option("--turns", 10, 1, "Messages of one conversation; then the customer begins another");
        var messages = new Option<int?>("--messages") { Description = "Messages of each customer, after which they are done, however long is left" };
        var answerWithin = WholeNumber.Option("--answer-within", 30, 1, "Seconds an answer is waited for");
        var seed = WholeNumber.Option("--seed", 1, 0, "What is said when is drawn from it");
        var urls = BotUrl.Several();
        var rate = new Option<double?>("--rate") { Description = "Messages a second of all customers together, due whatever the server does (open loop); without it each writes on once answered" };
        var channel = new Option<string>("--channel") { DefaultValueFactory = _ => "directline", Description = "directline, or messages: /api/messages with a connector served here" };
        channel.AcceptOnlyFromAmong("directline", "messages");
        var pid = new Option<int?>("--pid") { Description = "The server's process on this machine, when it does not tell in Development" };
        var start = new Option<string[]>("--start") { Description = "A command that starts the host; it is then started here, and ended. One for all nodes or one for each; {url} and {port} stand for the node's" };
        var killEvery = new Option<int?>("--kill-every") { Description = "Seconds after which the next of the started nodes is killed, again and again, and started again a little later" };
        var json = new Option<FileInfo?>("--json") { Description = "The result as JSON" };
        var output = new Option<FileInfo?>("--out") { Description = "The result as a page with charts (.html or .md)" };
        var command = new Command("load", "Customers at once, in an open or a closed loop; latencies, throughput, what was lost or doubled.")
        {
            customers, seconds, warmUp, turns, messages, answerWithin, seed, urls, rate, channel, pid, start, killEvery, json, output,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(rate) is { } perSecond && !(perSecond is > 0 and <= 1_000_000))
                given.AddError("--rate must be more than 0.");
            var starts = given.GetValue(start) ?? [];
            if (starts.Length > 1 && starts.Length != (given.GetValue(urls) ?? []).Length)
                given.AddError("--start is given once, or once for each --url.");
            if (given.GetValue(killEvery) is { } pause && (pause < 1 || starts.Length == 0))
                given.AddError("--kill-every is a whole number from 1, and needs --start: only what is started here is killed.");
            if (given.GetValue(output) is { } page && !LoadPage.IsPage(page))
                given.AddError("--out must end in .html or .md.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetValue(customers), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetRequiredValue(urls),
                parsed.GetValue(channel) == "messages" ? LoadChannel.Messages : LoadChannel.DirectLine)
            {
                WarmUp = TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                Rate = parsed.GetValue(rate),
                TurnsEach = parsed.GetValue(turns),
                MessagesEach = parsed.GetValue(messages),
                AnswerWithin = TimeSpan.FromSeconds(parsed.GetValue(answerWithin)),
                KillEvery = parsed.GetValue(killEvery) is { } pause ? TimeSpan.FromSeconds(pause) : null,
                Seed = parsed.GetValue(seed),
            },
            parsed.GetValue(pid), parsed.GetValue(start) ?? [], parsed.GetValue(json), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        LoadPlan plan, int? pid, string[] start, FileInfo? json, FileInfo? output, CancellationToken cancellationToken)
    {
        LoadResult result;
        try
        {
            await using var nodes = start.Length == 0 ? null : await LoadNodes.StartAsync(start, plan.Urls, TimeProvider.System, cancellationToken);
            result = await new LoadRun(plan, pid, nodes, TimeProvider.System).PlayAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }

        if (json is not null)
        {
            json.Directory?.Create();
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(result, Json) + "\n", cancellationToken);
        }

        if (output is not null)
            await LoadPage.WriteAsync(result, output, cancellationToken);
        await Console.Out.WriteLineAsync(result.Describe());
        return result.IsGood ? 0 : 1;
    }
}
