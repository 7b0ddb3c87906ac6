namespace EmpathyBot.Bot.Conversations;

/// <summary>Whether a host that stops still waits for the turns that run. When it does not, they are broken off and stay stored for the next start.</summary>
internal sealed class HostPatience : IDisposable
{
    private readonly CancellationTokenSource over = new();

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>Breaks off what runs.</summary>
    public void End() => over.Cancel();

    public void Dispose() => over.Dispose();
}
