namespace StandIn.Bot.Connector.Authentication;

/// <summary>Tokens of people, kept by the Bot Framework for OAuth cards; nothing here makes one.</summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
