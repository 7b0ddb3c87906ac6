namespace EmpathyBot.Domain.Conversations;

/// <summary>Keeps files that customers and agents send.</summary>
public interface IAttachmentStore
{
    Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken);

    /// <summary>The attachment, or null.</summary>
    Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken);
}

/// <summary>A file of a conversation.</summary>
public sealed record StoredAttachment(string Id, string ConversationId, string Name, string ContentType, ReadOnlyMemory<byte> Content);
