namespace StandIn.Bot.Builder;

/// <summary>Keeps objects by key.</summary>
public interface IStorage
{
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object whose version is checked when it is written: "*" overwrites.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}
