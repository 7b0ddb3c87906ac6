namespace EmpathyBot.Simulator.Load;

/// <summary>A customer who writes one message after the other, in one conversation after the other.</summary>
internal sealed class LoadCustomer(
    Func<CancellationToken, Task<ILoadLine>> begin, Arrivals arrivals, LoadPlan plan, TimeProvider time, Random random)
{
    private readonly List<LoadTurn> turns = [];
    private readonly List<ILoadLine> lines = [];
    private ILoadLine? first;

    /// <summary>Every message, in the order in which it was due.</summary>
    public IReadOnlyList<LoadTurn> Turns => turns;

    /// <summary>Every conversation.</summary>
    public IReadOnlyList<ILoadLine> Lines => lines;

    /// <summary>Begins the first conversation, so that no message has to wait for it.</summary>
    public async Task ComeAsync(CancellationToken cancellationToken) => first = await begin(cancellationToken);

    /// <summary>Writes until the time is over; the last message is waited for.</summary>
    /// <param name="start">The clock's stamp of the beginning of the run.</param>
    /// <param name="cancellationToken">Breaks everything off.</param>
    public async Task WriteAsync(long start, CancellationToken cancellationToken)
    {
        var end = plan.WarmUp + plan.For;
        var goesOn = true;
        while (goesOn)
        {
            await using var line = first ?? await begin(cancellationToken);
            first = null;
            lines.Add(line);
            goesOn = await TalkAsync(line, start, end, cancellationToken) && time.GetElapsedTime(start) < end;
        }
    }

    /// <returns>False when the time is over, or all is said.</returns>
    private async Task<bool> TalkAsync(ILoadLine line, long start, TimeSpan end, CancellationToken cancellationToken)
    {
        foreach (var text in LoadQuestions.Row(random).Take(plan.TurnsEach))
        {
            var due = arrivals.Next(time.GetElapsedTime(start));
            if (due >= end)
                return false;
            // Timers count whole milliseconds: rounded up, so that nothing is sent before it is due.
            if (due - time.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), time, cancellationToken);

            var sent = time.GetElapsedTime(start);
            var (acknowledged, answered) = await line.SayAsync(text, cancellationToken);
            turns.Add(new(due, sent, Since(acknowledged), Since(answered)));
            if (turns.Count == plan.MessagesEach)
                return false;
            if (acknowledged is null || line.IsHandedOver)
                break;
        }

        return true;

        TimeSpan? Since(long? stamp) => stamp is { } at ? time.GetElapsedTime(start, at) : null;
    }
}
