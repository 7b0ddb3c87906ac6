using Dapper;
using EmpathyBot.Domain.Conversations;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>The beginning of a conversation, ready for the writer.</summary>
internal sealed class CreateWrite(NewConversation conversation, DateTimeOffset now)
{
    private readonly byte[] _state = StorageJson.WriteUtf8(conversation.State);
    private readonly StreamWrites _appended = new(conversation.Id, conversation.Events, conversation.Activities, now);

    /// <returns>False when it was there already.</returns>
    public bool TryWrite(SqliteConnection connection)
    {
        var created = connection.Execute(
            """
            insert into conversations (id, channel, user_id, reference, state, version, last_sequence, last_event, created_at)
            values (@Id, @Channel, @UserId, @Reference, cast(@state as text), 1, @activities, @events, @at)
            on conflict (id) do nothing
            """,
            new
            {
                conversation.Id,
                conversation.Channel,
                conversation.UserId,
                conversation.Reference,
                state = _state,
                activities = _appended.ActivityCount,
                events = _appended.EventCount,
                at = now.ToUnixTimeMilliseconds(),
            });
        if (created == 0)
            return false;
        _appended.Append(connection, _appended.ActivityCount, _appended.EventCount);
        return true;
    }
}
