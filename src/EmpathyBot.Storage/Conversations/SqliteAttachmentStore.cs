using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteAttachmentStore(SqliteDatabase database) : IAttachmentStore
{
    public Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var row = new { attachment.Id, attachment.ConversationId, attachment.Name, attachment.ContentType, Content = attachment.Content.ToArray() };
        return database.WriteAsync(
            connection => connection.Execute(
                """
                insert into attachments (id, conversation_id, name, content_type, content)
                values (@Id, @ConversationId, @Name, @ContentType, @Content)
                """,
                row),
            cancellationToken);
    }

    public async Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<Row>(
                """
                select id as Id, conversation_id as ConversationId, name as Name, content_type as ContentType, content as Content
                from attachments where id = @attachmentId
                """,
                new { attachmentId }),
            cancellationToken);
        return row is null ? null : new(row.Id, row.ConversationId, row.Name, row.ContentType, row.Content);
    }

    private sealed record Row
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public required string Name { get; init; }
        public required string ContentType { get; init; }
        public required byte[] Content { get; init; }
    }
}
