namespace EmpathyBot.Simulator.Load;

/// <summary>A customer's side of one conversation. Once it is disposed nothing is heard any more; what was shown can still be read back.</summary>
internal interface ILoadLine : IAsyncDisposable
{
    /// <summary>The marks of the messages that the server took, in the order in which they were said.</summary>
    IReadOnlyList<string> Taken { get; }

    /// <summary>The ids of what came over the customer's stream, in that order; null for a channel that has none.</summary>
    IReadOnlyList<string>? Heard { get; }

    /// <summary>True once a person was called: whether the bot still answers is then for the person to say.</summary>
    bool IsHandedOver { get; }

    /// <summary>Says something and waits for the first word of the answer.</summary>
    Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken);

    /// <summary>All that the customer was shown.</summary>
    Task<IReadOnlyList<ShownActivity>> ReadBackAsync(CancellationToken cancellationToken);
}

/// <summary>An activity as the customer sees it.</summary>
/// <param name="Id">The server's id of it, or null.</param>
/// <param name="Mark">The mark of the customer's own message; null for what others said.</param>
/// <param name="AnswerTo">The mark of the message that it answers, or null.</param>
/// <param name="Content">What it says, as JSON without id and time: the same twice is doubled.</param>
internal sealed record ShownActivity(string? Id, string? Mark, string? AnswerTo, string Content);
