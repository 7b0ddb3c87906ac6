using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Streams;

/// <summary>Plays a plan: opens all streams, looks at the server, then sends on a few of them.</summary>
internal sealed class StreamsRun(StreamsPlan plan, int? serverPid, TimeProvider time, TextWriter talk)
{
    private const int OpenedAtOnce = 32;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidOperationException">A stream could not be opened.</exception>
    public async Task<StreamsResult> PlayAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var http = new LoadHttp(client, plan.Urls, time);
        var watch = new ServerWatch(client, plan.Urls[0], serverPid);
        var before = await watch.SampleAsync(cancellationToken);
        var begun = time.GetTimestamp();
        var streams = new List<OpenStream>(plan.Streams);
        try
        {
            await OpenAllAsync(http, streams, cancellationToken);
            var opening = time.GetElapsedTime(begun);
            var standing = await watch.SampleAsync(cancellationToken);
            await talk.WriteLineAsync($"{plan.Streams} streams stand after {opening.TotalSeconds:0.0} s");

            var start = time.GetTimestamp();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var most = MostResidentAsync(watch, standing, over.Token);
            var messages = await TalkAsync(streams, start, cancellationToken);
            await over.CancelAsync();
            var measured = messages.Where(message => message.Due >= plan.WarmUp).ToList();
            return StreamsResult.Of(plan, opening, streams, measured, start, time, new(before.ResidentBytes, standing.ResidentBytes, await most, plan.Streams));
        }
        finally
        {
            await Task.WhenAll(streams.Select(stream => stream.DisposeAsync().AsTask()));
        }
    }

    private async Task OpenAllAsync(LoadHttp http, List<OpenStream> streams, CancellationToken cancellationToken)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(OpenedAtOnce, plan.Streams)).Select(async _ =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < plan.Streams;)
            {
                var stream = await OpenStream.OpenAsync(http, time, number, plan.AnswerWithin, cancellationToken);
                lock (streams)
                    streams.Add(stream);
            }
        }));
    }

    /// <summary>Sends each message when it is due, however many are still on their way.</summary>
    private async Task<IReadOnlyList<StreamMessage>> TalkAsync(List<OpenStream> streams, long start, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        // Spread over all that stand: those that were opened first are no better off.
        var talking = new OpenStream[plan.Talking];
        for (var at = 0; at < talking.Length; at++)
            talking[at] = streams[(int)((long)at * streams.Count / talking.Length)];
        var said = new List<Task<StreamMessage>>();
        var arrivals = new Arrivals(plan.Rate, random);
        using var texts = LoadQuestions.Row(random).GetEnumerator();
        for (var next = 0; arrivals.Next(TimeSpan.Zero) is var due && due < plan.WarmUp + plan.For; next++)
        {
            // Timers count whole milliseconds: rounded up, so that nothing is sent before it is due.
            if (due - time.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), time, cancellationToken);
            texts.MoveNext();
            said.Add(Next(talking, next).SayAsync(texts.Current, due, plan.AnswerWithin, cancellationToken));
        }

        return await Task.WhenAll(said);
    }

    /// <summary>They take turns; one whose customer waits for a person is passed over while others are left.</summary>
    private static OpenStream Next(OpenStream[] talking, int number)
    {
        for (var tried = 0; tried < talking.Length; tried++)
        {
            var stream = talking[(number + tried) % talking.Length];
            if (!stream.Findings.IsHandedOver)
                return stream;
        }

        return talking[number % talking.Length];
    }

    private async Task<long?> MostResidentAsync(ServerWatch watch, ServerSample standing, CancellationToken over)
    {
        var most = standing.ResidentBytes;
        try
        {
            while (true)
            {
                await Task.Delay(SampleEvery, time, over);
                var now = (await watch.SampleAsync(over)).ResidentBytes;
                most = now > most || most is null ? now : most;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return most;
        }
    }
}
