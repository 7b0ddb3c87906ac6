using Dapper;
using EmpathyBot.Domain.Conversations;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>What every beginning and every commit appends to a conversation, made ready before the writer's turn.</summary>
internal sealed class StreamWrites(
    string conversationId, IReadOnlyList<ConversationEvent> events, IReadOnlyList<OutgoingActivity> activities, DateTimeOffset now)
{
    private readonly byte[] _events = events.Count > 0 ? StorageJson.WriteUtf8(events) : [];
    private readonly byte[] _activities = activities.Count > 0 ? StorageJson.WriteUtf8(activities) : [];
    private readonly long _now = now.ToUnixTimeMilliseconds();

    public int EventCount => events.Count;

    public int ActivityCount => activities.Count;

    /// <summary>
    /// Appends, ending with these numbers, which the conversation's row has counted up to already: each list in one statement,
    /// as the writer is one and every statement is paid for by all who wait.
    /// </summary>
    public void Append(SqliteConnection connection, long lastSequence, long lastEvent)
    {
        if (events.Count > 0)
        {
            connection.Execute(
                """
                insert into events (conversation_id, number, json)
                select @conversationId, @first + key, value from json_each(cast(@json as text))
                """,
                new { conversationId, first = lastEvent - events.Count + 1, json = _events });
        }

        if (activities.Count == 0)
            return;

        var first = lastSequence - activities.Count + 1;
        connection.Execute(
            "insert into stream (conversation_id, sequence, json) select @conversationId, @first + key, value from json_each(cast(@json as text))",
            new { conversationId, first, json = _activities });
        if (activities.Any(activity => activity.Deliver))
        {
            connection.Execute(
                "insert into outbox (conversation_id, sequence, due_at) select @conversationId, value, @now from json_each(@sequences) order by key",
                new { conversationId, sequences = $"[{string.Join(',', Delivered(first))}]", now = _now });
        }
    }

    private IEnumerable<long> Delivered(long first) => activities.Index().Where(each => each.Item.Deliver).Select(each => first + each.Index);
}
