using Dapper;
using EmpathyBot.Domain.Conversations;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Something that came in, ready for the writer.</summary>
internal sealed class AcceptWrite(InboundActivity activity, DateTimeOffset now)
{
    /// <returns>The receipt, or null when there is no such conversation.</returns>
    public AcceptedActivity? Write(SqliteConnection connection)
    {
        var first = connection.QueryFirstOrDefault<string>(
            """
            select activity_id from accepted
            where conversation_id = @ConversationId and (client_key = @ClientKey or activity_id = @ActivityId)
            """,
            activity);
        if (first is not null)
            return new(first, IsRepeat: true);

        // The version stays: a customer who writes while the bot thinks must not make its commit fail.
        var sequence = connection.QuerySingleOrDefault<long?>(
            "update conversations set last_sequence = last_sequence + @shown where id = @ConversationId returning last_sequence",
            new { activity.ConversationId, shown = activity.ShownOnStream ? 1 : 0 });
        if (sequence is null)
            return null;

        var row = new
        {
            activity.ConversationId,
            activity.ActivityId,
            activity.ClientKey,
            activity.Json,
            sequence,
            shown = activity.ShownOnStream,
            turn = activity.RunsTurn ? 0 : (int?)null,
            at = now.ToUnixTimeMilliseconds(),
        };
        if (activity.ShownOnStream)
            connection.Execute("insert into stream (conversation_id, sequence, json) values (@ConversationId, @sequence, @Json)", row);
        connection.Execute(
            """
            insert into accepted (conversation_id, activity_id, client_key, sequence, json, turn, accepted_at)
            values (@ConversationId, @ActivityId, @ClientKey, iif(@shown, @sequence, null), iif(@shown, null, @Json), @turn, @at)
            """,
            row);
        return new(activity.ActivityId, IsRepeat: false);
    }
}
