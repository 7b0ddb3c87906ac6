using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresAttachmentStore(PostgresDatabase database) : IAttachmentStore
{
    public Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return database.WriteAsync(
            connection => connection.ExecuteAsync(AttachmentRow.Insert, AttachmentRow.Of(attachment)), cancellationToken);
    }

    public async Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<AttachmentRow>(AttachmentRow.Find, new { attachmentId }), cancellationToken);
        return row?.ToAttachment();
    }
}
