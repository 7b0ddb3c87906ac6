using Dapper;
using EmpathyBot.Domain.Conversations;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>What every beginning and every commit appends to a conversation, made ready before the writer's turn.</summary>
internal sealed class StreamWrites(
    string conversationId, IReadOnlyList<ConversationEvent> events, IReadOnlyList<OutgoingActivity> activities, DateTimeOffset now)
{
    private readonly string[] _events = [.. events.Select(StorageJson.Write)];
    private readonly long _now = now.ToUnixTimeMilliseconds();

    public int EventCount => _events.Length;

    public int ActivityCount => activities.Count;

    /// <summary>Appends, ending with these numbers, which the conversation's row has counted up to already.</summary>
    public void Append(SqliteConnection connection, long lastSequence, long lastEvent)
    {
        var (sequence, number) = (lastSequence - activities.Count, lastEvent - _events.Length);
        if (_events.Length > 0)
        {
            connection.Execute(
                "insert into events (conversation_id, number, json) values (@conversationId, @number, @json)",
                _events.Select(json => new { conversationId, number = ++number, json }));
        }

        if (activities.Count == 0)
            return;

        var rows = activities.Select(activity => new { conversationId, sequence = ++sequence, activity.Json, activity.Deliver, now = _now }).ToList();
        connection.Execute("insert into stream (conversation_id, sequence, json) values (@conversationId, @sequence, @Json)", rows);
        if (activities.Any(activity => activity.Deliver))
        {
            connection.Execute(
                "insert into outbox (conversation_id, sequence, due_at) values (@conversationId, @sequence, @now)",
                rows.Where(row => row.Deliver));
        }
    }
}
