namespace EmpathyBot.Simulator.Load;

/// <summary>What became of one message. Times count from the beginning of the run.</summary>
/// <param name="Due">When it was to be sent; what its latency is measured from, however late it was sent.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Acknowledged">When the server said that it is kept; null when it never did.</param>
/// <param name="Answered">When the first word of the answer was there; null when none came in time.</param>
internal readonly record struct LoadTurn(TimeSpan Due, TimeSpan Sent, TimeSpan? Acknowledged, TimeSpan? Answered)
{
    /// <summary>True when the server refused it, or never answered the request.</summary>
    public bool IsError => Acknowledged is null;
}
