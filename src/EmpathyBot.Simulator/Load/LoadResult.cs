using System.Globalization;

namespace EmpathyBot.Simulator.Load;

/// <summary>What came of it all; written as JSON as it stands here.</summary>
internal sealed record LoadResult
{
    public required LoadSettings Settings { get; init; }

    /// <summary>Messages that were due while it was measured.</summary>
    public required int Turns { get; init; }

    /// <summary>Turns answered a second, over the whole time.</summary>
    public required double TurnsPerSecond { get; init; }

    /// <summary>Milliseconds from when a message was due until the server said that it is kept.</summary>
    public required Latencies Acknowledged { get; init; }

    /// <summary>Milliseconds from when a message was due until the first word of its answer.</summary>
    public required Latencies Answered { get; init; }

    /// <summary>Milliseconds by which messages were sent later than due: waiting for the answer before, and this program's own lateness.</summary>
    public required Latencies SentLate { get; init; }

    public required int Errors { get; init; }

    /// <summary>Messages without an answer within the time a customer waits.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Requests sent again because no node had answered.</summary>
    public required int SentAgain { get; init; }

    public required int Conversations { get; init; }

    public required int Lost { get; init; }

    public required int Doubled { get; init; }

    public required int OutOfOrder { get; init; }

    /// <summary>What came over the customers' streams, compared with what the store has: skipped or unknown to the store, doubled, out of order.</summary>
    public required LoadFindings InStreams { get; init; }

    /// <summary>How often a node was killed.</summary>
    public required int Killed { get; init; }

    public required ServerCost Server { get; init; }

    public required IReadOnlyList<LoadSecond> Seconds { get; init; }

    public bool IsGood => this is { Turns: > 0, Errors: 0, Unanswered: 0, Lost: 0, Doubled: 0, OutOfOrder: 0, InStreams: { Lost: 0, Doubled: 0, OutOfOrder: 0 } };

    public static LoadResult Of(
        LoadPlan plan, IReadOnlyList<LoadTurn> turns, IReadOnlyList<(LoadFindings Record, LoadFindings Stream)> conversations, int sentAgain, int killed, ServerCost server)
    {
        // What was answered after the time was over does not count as done in it.
        var end = plan.WarmUp + plan.For;
        var last = turns.Select(turn => turn.Answered ?? TimeSpan.Zero).DefaultIfEmpty().Max();
        var measured = (last < end ? last : end) - plan.WarmUp;
        return new()
        {
            Settings = LoadSettings.Of(plan),
            Turns = turns.Count,
            TurnsPerSecond = measured > TimeSpan.Zero ? turns.Count(turn => turn.Answered <= end) / measured.TotalSeconds : 0,
            Acknowledged = Latencies.Of(turns.Where(turn => turn.Acknowledged is not null).Select(turn => turn.Acknowledged!.Value - turn.Due)),
            Answered = Latencies.Of(turns.Where(turn => turn.Answered is not null).Select(turn => turn.Answered!.Value - turn.Due)),
            SentLate = Latencies.Of(turns.Select(turn => turn.Sent - turn.Due)),
            Errors = turns.Count(turn => turn.IsError),
            Unanswered = turns.Count(turn => !turn.IsError && turn.Answered is null),
            SentAgain = sentAgain,
            Conversations = conversations.Count,
            Lost = conversations.Sum(one => one.Record.Lost),
            Doubled = conversations.Sum(one => one.Record.Doubled),
            OutOfOrder = conversations.Sum(one => one.Record.OutOfOrder),
            InStreams = new(conversations.Sum(one => one.Stream.Lost), conversations.Sum(one => one.Stream.Doubled), conversations.Sum(one => one.Stream.OutOfOrder)),
            Killed = killed,
            Server = server,
            Seconds = LoadSecond.Of(plan, turns),
        };
    }

    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"""
        {Settings.Describe()}
        turns {Turns}, answered a second {TurnsPerSecond:0.0}; conversations {Conversations}
        acknowledged ms  p50 {Acknowledged.P50:0.0}  p95 {Acknowledged.P95:0.0}  p99 {Acknowledged.P99:0.0}  max {Acknowledged.Max:0.0}
        answered ms      p50 {Answered.P50:0.0}  p95 {Answered.P95:0.0}  p99 {Answered.P99:0.0}  max {Answered.Max:0.0}
        sent later than due ms  p50 {SentLate.P50:0.0}  p99 {SentLate.P99:0.0}
        {Server.Describe()}
        errors {Errors}, unanswered {Unanswered}, sent again {SentAgain}, lost {Lost}, doubled {Doubled}, out of order {OutOfOrder}
        in customers' streams: lost {InStreams.Lost}, doubled {InStreams.Doubled}, out of order {InStreams.OutOfOrder}; nodes killed {Killed}
        {(IsGood ? "good" : "NOT GOOD")}
        """);
}

/// <summary>What was asked for, and the machine this program ran on.</summary>
internal sealed record LoadSettings(
    int Customers, double Seconds, double WarmUpSeconds, string Channel, double? Rate, int TurnsEach, int Nodes, int Seed, int Processors, string System)
{
    public static LoadSettings Of(LoadPlan plan) => new(
        plan.Customers, plan.For.TotalSeconds, plan.WarmUp.TotalSeconds, plan.Channel == LoadChannel.DirectLine ? "directline" : "messages", plan.Rate,
        plan.TurnsEach, plan.Urls.Count, plan.Seed, Environment.ProcessorCount,
        global::System.Runtime.InteropServices.RuntimeInformation.OSDescription);

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Channel}, {Customers} customers, {Seconds:0} s after {WarmUpSeconds:0} s of warm-up, {(Rate is { } rate ? $"{rate:0.##} turns/s due (open loop)" : "each writes on once answered (closed loop)")}, {TurnsEach} messages a conversation, {Nodes} node(s), {Processors} cores");
}

/// <summary>One second of the run, by when messages were due.</summary>
internal sealed record LoadSecond(int Second, int Due, int Answered, double P50, double P99)
{
    public static IReadOnlyList<LoadSecond> Of(LoadPlan plan, IReadOnlyList<LoadTurn> turns)
    {
        var seconds = (int)Math.Ceiling(plan.For.TotalSeconds);
        var due = turns.ToLookup(turn => (int)(turn.Due - plan.WarmUp).TotalSeconds);
        var answered = turns.Where(turn => turn.Answered is not null).ToLookup(turn => (int)(turn.Answered!.Value - plan.WarmUp).TotalSeconds);
        return [.. Enumerable.Range(0, seconds).Select(second =>
        {
            var latencies = Latencies.Of(due[second].Where(turn => turn.Answered is not null).Select(turn => turn.Answered!.Value - turn.Due));
            return new LoadSecond(second, due[second].Count(), answered[second].Count(), latencies.P50, latencies.P99);
        })];
    }
}
