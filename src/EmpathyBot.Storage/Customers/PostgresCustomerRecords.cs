using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Storage.Customers;

internal sealed class PostgresCustomerRecords(PostgresDatabase database, RecentConversations recent, IConversationFeed feed) : ICustomerRecords
{
    private static readonly string DeleteAll = string.Join(
        ";\n", ConversationTables.Names.Append("turn_leases").Select(name => $"delete from {name} where conversation_id = any(@ids)").Append("delete from conversations where id = any(@ids)"));

    public Task<CustomerKey?> WhoseAsync(string conversationId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<CustomerKey>(ConversationTables.Whose, new { conversationId }), cancellationToken);

    public Task<CustomerRecord> ReadAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return database.ReadAsync(connection => ReadAsync(connection, customer), cancellationToken);
    }

    public async Task<ErasedCustomer> EraseAsync(CustomerKey customer, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(audit);
        var entry = AuditRow.Of(audit);
        var (ids, memory) = await database.TransactAsync(
            async connection =>
            {
                // Locked first: a turn that commits meanwhile then finds its conversation gone.
                var ids = (await connection.QueryAsync<string>($"{ConversationTables.Ids} for update", customer)).ToArray();
                await connection.ExecuteAsync(DeleteAll, new { ids });
                await connection.ExecuteAsync(ConversationTables.DeleteResumes, customer);
                var remembered = await connection.ExecuteAsync(ConversationTables.DeleteMemory, customer) > 0;
                await connection.ExecuteAsync(AuditRow.Insert, entry);
                return (ids, remembered);
            },
            cancellationToken);
        foreach (var id in ids)
        {
            recent.Forget(id);
            feed.Announce(id);
        }

        return new(ids.Length, memory, Finished: true);
    }

    public Task<int> DeleteConversationsAsync(DateTimeOffset nothingSince, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var oldest = nothingSince.ToUnixTimeMilliseconds();
        return database.TransactAsync(
            async connection =>
            {
                // Several nodes look at the same time: what one has locked the others leave to it.
                var ids = (await connection.QueryAsync<string>(
                    $"select id from conversations where {ConversationTables.IsOld("is_open")} order by created_at limit @limit for update skip locked",
                    new { oldest, limit })).ToArray();
                if (ids.Length > 0)
                    await connection.ExecuteAsync(DeleteAll, new { ids });
                return ids.Length;
            },
            cancellationToken);
    }

    public Task<int> DeleteMemoriesAsync(DateTimeOffset nothingSince, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(ConversationTables.DeleteOldMemories, new { oldest = nothingSince.ToUnixTimeMilliseconds() }), cancellationToken);

    private static async Task<CustomerRecord> ReadAsync(NpgsqlConnection connection, CustomerKey customer)
    {
        // One moment for all of it, whatever is written meanwhile.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var memory = await connection.QuerySingleOrDefaultAsync<string>(ConversationTables.Memory, customer);
        var conversations = new List<ConversationRecord>();
        foreach (var row in (await connection.QueryAsync<ConversationRow>(ConversationTables.Rows, customer)).AsList())
        {
            using var all = await connection.QueryMultipleAsync(ConversationTables.OfOne, new { row.Id });
            conversations.Add(ConversationTables.Record(row, () => all.Read<string>(), () => all.Read<FileRow>(), () => all.Read<long?>()));
        }

        await moment.CommitAsync();
        return new(customer, memory, conversations);
    }
}
