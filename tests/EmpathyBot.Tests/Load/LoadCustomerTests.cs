using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Tests.Load;

public sealed class LoadCustomerTests
{
    [Fact]
    public async Task A_message_that_waited_for_a_slow_answer_is_measured_from_when_it_was_due()
    {
        var clock = new StampedClock();
        var line = new SlowLine(clock, TimeSpan.FromSeconds(10));
        var plan = new LoadPlan(1, TimeSpan.FromSeconds(15), [], LoadChannel.DirectLine) { TurnsEach = 1000 };
        var customer = new LoadCustomer(_ => Task.FromResult<ILoadLine>(line), new Arrivals(2, new Random(1)), plan, clock, new Random(1));
        await customer.WriteAsync(clock.GetTimestamp(), CancellationToken.None);

        // The first answer takes ten seconds; the twenty or so messages that were due meanwhile are charged with their wait.
        var late = customer.Turns.Skip(1).Where(turn => turn.Sent - turn.Due > TimeSpan.FromSeconds(1)).ToList();
        Assert.InRange(late.Count, 8, 40);
        Assert.All(late, turn => Assert.True(turn.Answered - turn.Due > TimeSpan.FromSeconds(1)));
        Assert.All(customer.Turns, turn => Assert.True(turn.Sent >= turn.Due));
    }

    [Fact]
    public void Without_a_rate_the_next_message_is_due_at_once()
    {
        var arrivals = new Arrivals(null, new Random(1));
        Assert.Equal(TimeSpan.FromSeconds(3), arrivals.Next(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void At_a_rate_what_is_due_does_not_ask_how_late_it_is()
    {
        var (punctual, stalled) = (new Arrivals(5, new Random(7)), new Arrivals(5, new Random(7)));
        var due = Enumerable.Range(0, 1000).Select(_ => punctual.Next(TimeSpan.Zero)).ToList();
        Assert.Equal(due, Enumerable.Range(0, 1000).Select(_ => stalled.Next(TimeSpan.FromHours(1))));
        Assert.InRange(due[^1].TotalSeconds, 170, 230);
    }

    [Fact]
    public void Percentiles_are_values_that_were_measured()
    {
        var latencies = Latencies.Of(Enumerable.Range(1, 100).Reverse().Select(number => TimeSpan.FromMilliseconds(number)));
        Assert.Equal((50, 95, 99, 100, 100), (latencies.P50, latencies.P95, latencies.P99, latencies.P999, latencies.Max));
        Assert.Equal(new Latencies(0, 0, 0, 0, 0), Latencies.Of([]));
    }

    /// <summary>A clock whose stamps are its time, and whose delays are over at once, having turned it.</summary>
    private sealed class StampedClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Turn(TimeSpan by) => now += by.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Turn(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Answers its first message late and the others at once.</summary>
    private sealed class SlowLine(StampedClock clock, TimeSpan first) : ILoadLine
    {
        private readonly List<string> taken = [];

        public IReadOnlyList<string> Taken => taken;

        public IReadOnlyList<string>? Heard => null;

        public bool IsHandedOver => false;

        public Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken)
        {
            var acknowledged = clock.GetTimestamp();
            if (taken.Count == 0)
                clock.Turn(first);
            taken.Add(text);
            return Task.FromResult<(long?, long?)>((acknowledged, clock.GetTimestamp()));
        }

        public Task<IReadOnlyList<ShownActivity>> ReadBackAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ShownActivity>>([]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
