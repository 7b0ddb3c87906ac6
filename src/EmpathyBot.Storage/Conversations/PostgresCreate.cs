using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>The beginning of a conversation, written in one transaction.</summary>
internal sealed class PostgresCreate(NewConversation conversation, DateTimeOffset now)
{
    private readonly string _state = StorageJson.Write(conversation.State);
    private readonly PostgresAppends _appended = new(conversation.Events, conversation.Activities, now);

    /// <returns>False when it was there already.</returns>
    public async Task<bool> TryWriteAsync(NpgsqlConnection connection, PostgresWait wait)
    {
        var created = await connection.ExecuteAsync(
            """
            insert into conversations (id, channel, user_id, reference, state, version, last_sequence, last_event, created_at)
            values (@Id, @Channel, @UserId, @Reference, @state, 1, @activities, @events, @at)
            on conflict (id) do nothing
            """,
            new
            {
                conversation.Id, conversation.Channel, conversation.UserId, conversation.Reference, state = _state,
                activities = _appended.ActivityCount, events = _appended.EventCount, at = now.ToUnixTimeMilliseconds(),
            });
        if (created == 0 || wait.IsOver)
            return false;
        var parameters = new DynamicParameters(new { ConversationId = conversation.Id });
        await connection.ExecuteAsync(_appended.Add(parameters, _appended.ActivityCount, _appended.EventCount) + "commit", parameters);
        return true;
    }
}
