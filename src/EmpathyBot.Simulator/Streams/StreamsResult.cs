using System.Globalization;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Streams;

/// <summary>What came of it; written as JSON as it stands here.</summary>
internal sealed record StreamsResult
{
    public required int Streams { get; init; }

    public required int Talking { get; init; }

    public required double Rate { get; init; }

    public required double Seconds { get; init; }

    public required int Nodes { get; init; }

    public required int Processors { get; init; }

    public required string System { get; init; }

    /// <summary>Seconds until all streams stood, each with its conversation begun and its welcome shown.</summary>
    public required double OpeningSeconds { get; init; }

    /// <summary>Messages that were due while it was measured.</summary>
    public required int Messages { get; init; }

    /// <summary>Milliseconds from when a message was due until the server said that it is kept.</summary>
    public required Latencies Acknowledged { get; init; }

    /// <summary>Milliseconds from when a message was due until it was shown on its stream.</summary>
    public required Latencies Shown { get; init; }

    /// <summary>Milliseconds from when a message was due until the first word of its answer was shown.</summary>
    public required Latencies Answered { get; init; }

    /// <summary>Messages that the server did not take.</summary>
    public required int Errors { get; init; }

    /// <summary>Messages that were taken and never shown.</summary>
    public required int Lost { get; init; }

    /// <summary>Messages that were never answered, though no person was called.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Activities that were shown more than once on a stream.</summary>
    public required int Doubled { get; init; }

    /// <summary>Activities that were shown on the stream of another conversation.</summary>
    public required int Foreign { get; init; }

    /// <summary>Streams that ended before the end.</summary>
    public required int Broken { get; init; }

    public required StreamsMemory Memory { get; init; }

    public bool IsGood => this is { Messages: > 0, Errors: 0, Lost: 0, Unanswered: 0, Doubled: 0, Foreign: 0, Broken: 0 };

    public static StreamsResult Of(
        StreamsPlan plan, TimeSpan opening, IReadOnlyList<OpenStream> streams, IReadOnlyList<StreamMessage> messages, long start, TimeProvider time,
        StreamsMemory memory)
    {
        // Where a person was called the bot owes no more answers.
        var owed = streams.Where(stream => !stream.Findings.IsHandedOver).SelectMany(stream => stream.Findings.Expected).ToHashSet();
        return new()
        {
            Streams = plan.Streams,
            Talking = plan.Talking,
            Rate = plan.Rate,
            Seconds = plan.For.TotalSeconds,
            Nodes = plan.Urls.Count,
            Processors = Environment.ProcessorCount,
            System = global::System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            OpeningSeconds = opening.TotalSeconds,
            Messages = messages.Count,
            Acknowledged = After(message => message.AcknowledgedAt),
            Shown = After(message => message.ShownAt),
            Answered = After(message => message.AnsweredAt),
            Errors = messages.Count(message => message.AcknowledgedAt is null),
            Lost = messages.Count(message => message is { AcknowledgedAt: not null, ShownAt: null }),
            Unanswered = messages.Count(message => message is { AcknowledgedAt: not null, AnsweredAt: null } && owed.Contains(message)),
            Doubled = streams.Sum(stream => stream.Findings.Doubled),
            Foreign = streams.Sum(stream => stream.Findings.Foreign),
            Broken = streams.Count(stream => stream.IsBroken),
            Memory = memory,
        };

        Latencies After(Func<StreamMessage, long?> stamp) => Latencies.Of(
            from message in messages where stamp(message) is not null select time.GetElapsedTime(start, stamp(message)!.Value) - message.Due);
    }

    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"""
        {Streams} streams open, {Rate:0.##} messages/s on {Talking} of them for {Seconds:0} s, {Nodes} node(s), {Processors} cores
        opened in {OpeningSeconds:0.0} s; {Memory.Describe()}
        messages {Messages}
        acknowledged ms  p50 {Acknowledged.P50:0.0}  p95 {Acknowledged.P95:0.0}  p99 {Acknowledged.P99:0.0}  max {Acknowledged.Max:0.0}
        shown ms         p50 {Shown.P50:0.0}  p95 {Shown.P95:0.0}  p99 {Shown.P99:0.0}  max {Shown.Max:0.0}
        answered ms      p50 {Answered.P50:0.0}  p95 {Answered.P95:0.0}  p99 {Answered.P99:0.0}  max {Answered.Max:0.0}
        errors {Errors}, lost {Lost}, unanswered {Unanswered}, doubled {Doubled}, of other conversations {Foreign}, streams broken {Broken}
        {(IsGood ? "good" : "NOT GOOD")}
        """);
}
