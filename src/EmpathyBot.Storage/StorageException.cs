namespace EmpathyBot.Storage;

/// <summary>The storage cannot be used. The message is a plain sentence that says which file and what to do.</summary>
public sealed class StorageException(string path, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The file or folder it is about.</summary>
    public string Path { get; } = path;
}
