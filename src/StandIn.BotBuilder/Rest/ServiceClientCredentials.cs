namespace StandIn.Rest;

/// <summary>Proves to a service who calls it.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Puts the proof onto a request; by default there is none.</summary>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}
