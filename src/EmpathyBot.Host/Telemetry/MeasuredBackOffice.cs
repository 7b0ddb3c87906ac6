using System.Diagnostics;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Tells how the company's systems answer.</summary>
internal sealed class MeasuredBackOffice(IBackOffice inner, HostMeters meters, BackOfficeHealth health) : IBackOffice
{
    public async Task<BackOfficeAnswer> CallAsync(BackOfficeCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var span = BotTelemetry.Begin("call");
        var began = Stopwatch.GetTimestamp();
        var answer = await inner.CallAsync(call, cancellationToken);
        var outcome = answer.Outcome.ToString();
        span?.SetTag("operation", call.Operation).SetTag("outcome", outcome);
        meters.Called(call.Operation, outcome, Stopwatch.GetElapsedTime(began));
        health.Note(answer.Outcome);
        return answer;
    }
}

/// <summary>Whether the company's systems answered when they were last asked.</summary>
internal sealed class BackOfficeHealth
{
    /// <summary>So many calls in a row without an answer, and they count as down: one may be lost on its way.</summary>
    private const int DownAfter = 3;

    private int _unanswered;

    /// <summary>True while procedures can hardly be carried out; a single answer makes it false.</summary>
    public bool IsDown => Volatile.Read(ref _unanswered) >= DownAfter;

    public void Note(BackOfficeOutcome outcome)
    {
        if (outcome == BackOfficeOutcome.Unavailable)
            Interlocked.Increment(ref _unanswered);
        else
            Volatile.Write(ref _unanswered, 0);
    }
}
