using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage;

/// <summary>The storage cannot be used. The message is a plain sentence that says which file or server and what to do.</summary>
public sealed class StorageException(string path, string message, Exception? innerException = null)
    : StoreUnavailableException(message, innerException)
{
    /// <summary>The file, folder or server it is about.</summary>
    public string Path { get; } = path;
}
