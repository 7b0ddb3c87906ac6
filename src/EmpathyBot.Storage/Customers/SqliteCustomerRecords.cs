using System.Text.Json;
using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Conversations;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Customers;

internal sealed class SqliteCustomerRecords(SqliteDatabase database, RecentConversations recent, IConversationFeed feed) : ICustomerRecords
{
    private static readonly string Old = ConversationTables.IsOld("is_open = 1");

    /// <summary>One pass over each table for all of them.</summary>
    private static readonly string[] Deletes =
    [
        .. ConversationTables.Names.Select(name => $"delete from {name} where conversation_id in (select value from json_each(@ids))"),
        "delete from conversations where id in (select value from json_each(@ids))",
    ];

    public Task<CustomerKey?> WhoseAsync(string conversationId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<CustomerKey>(ConversationTables.Whose, new { conversationId }), cancellationToken);

    public Task<CustomerRecord> ReadAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return database.ReadAsync(connection => Read(connection, customer), cancellationToken);
    }

    public async Task<ErasedCustomer> EraseAsync(CustomerKey customer, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(audit);
        var entry = AuditRow.Of(audit);
        var (ids, memory) = await database.WriteAsync(
            connection =>
            {
                var ids = connection.Query<string>(ConversationTables.Ids, customer).AsList();
                Delete(connection, ids);
                connection.Execute(ConversationTables.DeleteResumes, customer);
                var remembered = connection.Execute(ConversationTables.DeleteMemory, customer) > 0;
                entry.Append(connection);
                return (ids, remembered);
            },
            cancellationToken);
        foreach (var id in ids)
        {
            recent.Forget(id);
            feed.Announce(id);
        }

        return new(ids.Count, memory, await database.OverwriteDeletedAsync(cancellationToken));
    }

    public async Task<int> DeleteConversationsAsync(DateTimeOffset nothingSince, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var oldest = nothingSince.ToUnixTimeMilliseconds();
        // Looking through all of them is long; only what was found is looked at again where nobody can write meanwhile.
        var found = await database.ReadAsync(
            connection => connection.Query<string>($"select id from conversations where {Old} order by created_at limit @limit", new { oldest, limit }).AsList(),
            cancellationToken);
        return found.Count == 0 ? 0 : await database.WriteAsync(
            connection =>
            {
                var ids = connection.Query<string>(
                    $"select id from conversations where id in (select value from json_each(@found)) and {Old}",
                    new { oldest, found = JsonSerializer.Serialize(found) }).AsList();
                Delete(connection, ids);
                return ids.Count;
            },
            cancellationToken);
    }

    public Task<int> DeleteMemoriesAsync(DateTimeOffset nothingSince, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(ConversationTables.DeleteOldMemories, new { oldest = nothingSince.ToUnixTimeMilliseconds() }), cancellationToken);

    private static void Delete(SqliteConnection connection, List<string> ids)
    {
        if (ids.Count == 0)
            return;
        connection.Execute("pragma secure_delete = on");
        foreach (var sql in Deletes)
            connection.Execute(sql, new { ids = JsonSerializer.Serialize(ids) });
        connection.Execute("pragma secure_delete = off");
    }

    private static CustomerRecord Read(SqliteConnection connection, CustomerKey customer)
    {
        // One moment for all of it, whatever is written meanwhile.
        connection.Execute("begin deferred");
        try
        {
            var memory = connection.QuerySingleOrDefault<string>(ConversationTables.Memory, customer);
            return new(customer, memory, [.. connection.Query<ConversationRow>(ConversationTables.Rows, customer).AsList().Select(row => Read(connection, row))]);
        }
        finally
        {
            connection.Execute("commit");
        }
    }

    private static ConversationRecord Read(SqliteConnection connection, ConversationRow row)
    {
        var parts = new Queue<string>(ConversationTables.OfOne.Split(';'));
        return ConversationTables.Record(row, Part<string>, Part<FileRow>, Part<long?>);

        IEnumerable<T> Part<T>() => connection.Query<T>(parts.Dequeue(), new { row.Id });
    }
}
