using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteAttachmentStore(SqliteDatabase database) : IAttachmentStore
{
    public Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var row = AttachmentRow.Of(attachment);
        return database.WriteAsync(connection => connection.Execute(AttachmentRow.Insert, row), cancellationToken);
    }

    public async Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<AttachmentRow>(AttachmentRow.Find, new { attachmentId }), cancellationToken);
        return row?.ToAttachment();
    }
}
