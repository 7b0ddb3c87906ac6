using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

internal sealed record AttachmentRow
{
    public const string Insert =
        """
        insert into attachments (id, conversation_id, name, content_type, content)
        values (@Id, @ConversationId, @Name, @ContentType, @Content)
        """;

    public const string Find =
        """
        select id as Id, conversation_id as ConversationId, name as Name, content_type as ContentType, content as Content
        from attachments where id = @attachmentId
        """;

    public required string Id { get; init; }
    public required string ConversationId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }

    public static AttachmentRow Of(StoredAttachment attachment) => new()
    {
        Id = attachment.Id, ConversationId = attachment.ConversationId, Name = attachment.Name, ContentType = attachment.ContentType,
        Content = attachment.Content.ToArray(),
    };

    public StoredAttachment ToAttachment() => new(Id, ConversationId, Name, ContentType, Content);
}
