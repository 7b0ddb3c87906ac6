using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Bot;

/// <summary>A shop that answers as told and remembers what it was asked; it can be held in the middle of a call.</summary>
internal sealed class ScriptedShop : IBackOffice
{
    private readonly List<BackOfficeCall> calls = [];

    public BackOfficeOutcome Outcome { get; set; }

    /// <summary>When set, calls wait for it.</summary>
    public TaskCompletionSource? Held { get; set; }

    /// <summary>Set once a call has arrived.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<BackOfficeCall> Calls
    {
        get
        {
            lock (calls)
                return [.. calls];
        }
    }

    public async Task<BackOfficeAnswer> CallAsync(BackOfficeCall call, CancellationToken cancellationToken)
    {
        lock (calls)
            calls.Add(call);
        Arrived.TrySetResult();
        if (Held is { } held)
            await held.Task.WaitAsync(cancellationToken);
        return BackOfficeAnswer.Without(Outcome);
    }
}
