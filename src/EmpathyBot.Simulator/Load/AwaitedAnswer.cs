namespace EmpathyBot.Simulator.Load;

/// <summary>The message of a line that is on its way; the line's reader says when it is answered.</summary>
internal sealed class AwaitedAnswer(TimeProvider time)
{
    private readonly Lock gate = new();
    private string? mark;
    private TaskCompletionSource<long>? answer;

    /// <summary>From now on an answer to this mark is waited for.</summary>
    public Task<long> Expect(string expected)
    {
        lock (gate)
        {
            (mark, answer) = (expected, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return answer.Task;
        }
    }

    /// <summary>An answer to this mark was there at this stamp. Another mark's, or a second one, is nothing new.</summary>
    public void Came(string answered, long at)
    {
        lock (gate)
        {
            if (mark == answered)
                answer?.TrySetResult(at);
        }
    }

    /// <summary>When the answer came, or null when it did not come in time.</summary>
    public async Task<long?> WaitAsync(Task<long> expected, TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            return await expected.WaitAsync(within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
