namespace EmpathyBot.Simulator.Streams;

/// <summary>What became of one message. Times are the clock's stamps; null: never.</summary>
/// <param name="mark">The sender's own mark, by which the message is known on its stream.</param>
/// <param name="due">When it was to be sent, counted from the beginning: what its latencies are measured from.</param>
internal sealed class StreamMessage(string mark, TimeSpan due)
{
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Mark => mark;

    public TimeSpan Due => due;

    /// <summary>Done when it and the first word of its answer were shown.</summary>
    public Task Settled => settled.Task;

    /// <summary>When the server said that it is kept.</summary>
    public long? AcknowledgedAt { get; set; }

    /// <summary>When it was shown on its own stream.</summary>
    public long? ShownAt { get; private set; }

    /// <summary>When the first word of its answer was shown.</summary>
    public long? AnsweredAt { get; private set; }

    public void Shown(long at) => ShownAt ??= at;

    public void Answered(long at)
    {
        AnsweredAt ??= at;
        settled.TrySetResult();
    }
}
