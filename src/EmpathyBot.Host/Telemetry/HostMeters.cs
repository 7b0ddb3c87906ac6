using System.Diagnostics.Metrics;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Host.Telemetry;

/// <summary>What is counted. Codes and numbers only: nothing of it can hold what a customer wrote.</summary>
internal sealed class HostMeters : IDisposable
{
    private readonly Meter _meter = new(BotTelemetry.Name);
    private readonly Histogram<double> _turn, _reading, _call;
    private readonly Counter<long> _handoffs, _emotions;

    // One queue at one moment: its length and its age must not be of two.
    private volatile Queue _queue = new(0, 0);

    public HostMeters()
    {
        _turn = _meter.CreateHistogram<double>("empathybot.turn.duration", "s", "From acceptance to the commit of the answer.");
        _reading = _meter.CreateHistogram<double>("empathybot.reading.duration", "s", "Reading one message.");
        _call = _meter.CreateHistogram<double>("empathybot.backoffice.duration", "s", "A call into the company's systems, by operation and outcome.");
        _handoffs = _meter.CreateCounter<long>("empathybot.handoffs", null, "Handoffs made, by reason.");
        _emotions = _meter.CreateCounter<long>("empathybot.emotions", null, "What was felt at the first reading of a conversation (start) and when its matter was settled (end).");
        _meter.CreateObservableGauge("empathybot.queue.length", () => _queue.Length, null, "Customers who wait for a person.");
        _meter.CreateObservableGauge("empathybot.queue.oldest", () => _queue.OldestSeconds, "s", "How long the first of them has waited.");
    }

    public void Read(TimeSpan took) => _reading.Record(took.TotalSeconds);

    public void Called(string operation, string outcome, TimeSpan took) =>
        _call.Record(took.TotalSeconds, new("operation", operation), new("outcome", outcome));

    public void Waiting(int length, TimeSpan oldest) => _queue = new(length, oldest.TotalSeconds);

    /// <summary>What a commit tells. Of who wants no mood read nothing of mood is there to be counted.</summary>
    public void Committed(TurnCommit commit, DateTimeOffset now)
    {
        if (commit.Events.OfType<CustomerSaid>().FirstOrDefault() is { } said)
        {
            _turn.Record(Math.Max(0, (now - said.At).TotalSeconds));
            if (said.Reading is { IsSure: true } && commit.State.Journey is { Points: [var first] })
                _emotions.Add(1, new("moment", "start"), new("emotion", first.Emotion.ToString()));
        }

        foreach (var happened in commit.Events)
        {
            if (happened is HandoffMoved { State: HandoffState.Queued } moved && commit.Ticket is { Version: 0 })
                _handoffs.Add(1, new KeyValuePair<string, object?>("reason", moved.Reason.ToCode()));
            if (happened is MatterSolved or HandoffMoved { State: HandoffState.Closed } && commit.State.Journey.Current is { } last)
                _emotions.Add(1, new("moment", "end"), new("emotion", last.Emotion.ToString()));
        }
    }

    public void Dispose() => _meter.Dispose();

    private sealed record Queue(int Length, double OldestSeconds);
}
