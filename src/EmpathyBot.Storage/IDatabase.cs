namespace EmpathyBot.Storage;

/// <summary>What an engine does at the start of a host.</summary>
internal interface IDatabase
{
    /// <summary>Opens it and brings its schema up to date, unless that was done before.</summary>
    /// <exception cref="StorageException">It cannot be used; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken);
}
