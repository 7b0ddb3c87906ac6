namespace EmpathyBot.Domain.Conversations;

/// <summary>Keeps files that customers and agents send.</summary>
public interface IAttachmentStore
{
    Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken);

    /// <summary>The attachment, or null.</summary>
    Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken);
}

/// <summary>A file of a conversation.</summary>
public sealed record StoredAttachment(string Id, string ConversationId, string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    private const int LongestName = 200;

    /// <summary>Shown in place. Not SVG: that is a document with scripts.</summary>
    private static readonly HashSet<string> SafeImages = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp",
    };

    /// <summary>True for an image that browsers show and do not run; anything else is only for download.</summary>
    public bool IsImage => SafeImages.Contains(ContentType);

    /// <summary>A name that is only a name: no folders, nothing invisible.</summary>
    public static string CleanName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var cleaned = string.Concat(name.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))).Trim();
        return cleaned.Length == 0 ? "file" : cleaned.Length <= LongestName ? cleaned : cleaned[^LongestName..];
    }
}
