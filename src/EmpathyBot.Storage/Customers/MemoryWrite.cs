using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Customers;

/// <summary>
/// What a commit leaves in the customer's memory. Read, folded and written inside the commit, so that two conversations
/// of one customer lose nothing of each other.
/// </summary>
internal sealed class MemoryWrite(Conversation conversation, IReadOnlyList<ConversationEvent> events, DateTimeOffset now, TimeSpan keptFor)
{
    private readonly bool _forgets = events.Any(happened => happened is CustomerForgotten);

    public void Write(SqliteConnection connection, string channel, string userId)
    {
        if (_forgets)
            connection.Execute("delete from customers where channel = @channel and user_id = @userId", new { channel, userId });
        if (conversation.Unremembered || events.Count == 0)
            return;

        var stored = connection.QuerySingleOrDefault<string>(
            "select json from customers where channel = @channel and user_id = @userId", new { channel, userId });
        var before = stored is null ? CustomerMemory.Empty : MemoryTexts.Read(stored);
        var after = before.After(conversation, events);
        if (ReferenceEquals(before, after) || keptFor == TimeSpan.Zero && stored is null)
            return;

        connection.Execute(
            """
            insert into customers (channel, user_id, last_at, json) values (@channel, @userId, @at, @json)
            on conflict (channel, user_id) do update set last_at = excluded.last_at, json = excluded.json
            """,
            new { channel, userId, at = now.ToUnixTimeMilliseconds(), json = MemoryTexts.Write(after.AsOf(now, keptFor)) });
        connection.Execute("delete from customers where last_at <= @oldest", new { oldest = (now - keptFor).ToUnixTimeMilliseconds() });
    }
}
