using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;

namespace EmpathyBot.Storage.Customers;

/// <summary>
/// What a commit leaves in the customer's memory. Read, folded and written inside the commit and behind a lock of that
/// customer's, so that two conversations of one customer lose nothing of each other.
/// </summary>
internal sealed class PostgresMemoryWrite(Conversation conversation, IReadOnlyList<ConversationEvent> events, DateTimeOffset now, TimeSpan keptFor)
{
    // A customer of whom nothing is kept has no row to lock, hence the lock by name.
    private const string ReadLocked =
        """
        select pg_advisory_xact_lock(hashtextextended(channel || chr(10) || user_id, 0))::text from conversations where id = @ConversationId;
        select customers.json from customers
        join conversations on conversations.channel = customers.channel and conversations.user_id = customers.user_id
        where conversations.id = @ConversationId;
        """;

    private const string Delete = "delete from customers where channel = @channel and user_id = @userId;";

    // Of what is too old a piece goes with each write; a row that somebody is writing is not waited for.
    private const string Write =
        """
        insert into customers (channel, user_id, last_at, json) values (@channel, @userId, @memoryAt, @memory)
        on conflict (channel, user_id) do update set last_at = excluded.last_at, json = excluded.json;
        with old as (select channel, user_id from customers where last_at <= @oldest order by last_at limit 100 for update skip locked)
        delete from customers using old where customers.channel = old.channel and customers.user_id = old.user_id;
        """;

    private readonly bool _forgets = events.Any(happened => happened is CustomerForgotten);
    private readonly bool _remembers = !conversation.Unremembered && events.Count > 0;

    /// <summary>Statements that read what is kept of the customer of <c>@ConversationId</c>.</summary>
    public string Read => _remembers ? ReadLocked : "";

    /// <summary>What those found.</summary>
    public async Task<string?> ReadAsync(SqlMapper.GridReader answers)
    {
        if (!_remembers)
            return null;
        await answers.ReadAsync<string>();
        return await answers.ReadSingleOrDefaultAsync<string>();
    }

    /// <summary>Statements that write; what they need is added to the parameters.</summary>
    public string Add(DynamicParameters parameters, string channel, string userId, string? stored)
    {
        if (_forgets)
            stored = null;
        var before = stored is null ? CustomerMemory.Empty : MemoryTexts.Read(stored);
        var after = _remembers ? before.After(conversation, events) : before;
        var writes = !ReferenceEquals(before, after) && (keptFor > TimeSpan.Zero || stored is not null);
        parameters.AddDynamicParams(new
        {
            channel, userId, memoryAt = now.ToUnixTimeMilliseconds(), oldest = (now - keptFor).ToUnixTimeMilliseconds(),
            memory = writes ? MemoryTexts.Write(after.AsOf(now, keptFor)) : null,
        });
        return (_forgets ? Delete : "") + (writes ? Write : "");
    }
}
