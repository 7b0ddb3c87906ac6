using System.CommandLine;
using System.Text.Json;

namespace EmpathyBot.Simulator.Streams;

/// <summary>
/// <c>streams</c>: thousands of open streams, and messages on a few of them; what a stream costs the server and how soon
/// a message is shown. Exit code 0 only when every message was taken, shown once and answered and no stream broke.
/// </summary>
internal static class StreamsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var streams = WholeNumber.Option("--streams", 5000, 1, "Streams open at once, each of a conversation of its own");
        var talking = WholeNumber.Option("--talking", 100, 1, "On how many of them messages are sent");
        var rate = new Option<double>("--rate") { DefaultValueFactory = _ => 20, Description = "Messages a second, due whatever the server does" };
        var seconds = WholeNumber.Option("--seconds", 60, 1, "How long is measured");
        var warmUp = WholeNumber.Option("--warm-up", 10, 0, "Seconds of messages before, not counted");
        var answerWithin = WholeNumber.Option("--answer-within", 30, 1, "Seconds a message and its answer are waited for");
        var urls = BotUrl.Several();
        var pid = new Option<int?>("--pid") { Description = "The server's process on this machine, when it does not tell in Development" };
        var json = new Option<FileInfo?>("--json") { Description = "The result as JSON" };
        var command = new Command("streams", "Opens thousands of streams and sends on a few of them; server memory, and how soon a message is shown.")
        {
            streams, talking, rate, seconds, warmUp, answerWithin, urls, pid, json,
        };
        command.Validators.Add(given =>
        {
            if (given.GetResult(rate) is not null && !(given.GetValue(rate) is > 0 and <= 1_000_000))
                given.AddError("--rate must be more than 0.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetValue(streams), Math.Min(parsed.GetValue(talking), parsed.GetValue(streams)), parsed.GetValue(rate),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetRequiredValue(urls))
            {
                WarmUp = TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                AnswerWithin = TimeSpan.FromSeconds(parsed.GetValue(answerWithin)),
            },
            parsed.GetValue(pid), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(StreamsPlan plan, int? pid, FileInfo? json, CancellationToken cancellationToken)
    {
        if (OpenFiles.WhyNot(plan.Streams, OpenFiles.Limit()) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }

        StreamsResult result;
        try
        {
            result = await new StreamsRun(plan, pid, TimeProvider.System, Console.Error).PlayAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TimeoutException or System.Net.WebSockets.WebSocketException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }

        if (json is not null)
        {
            json.Directory?.Create();
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(result, Json) + "\n", cancellationToken);
        }

        await Console.Out.WriteLineAsync(result.Describe());
        return result.IsGood ? 0 : 1;
    }
}
