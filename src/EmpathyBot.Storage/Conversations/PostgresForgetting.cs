using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Takes what was read of a customer's mood, and all that would tell of it, out of everything that is stored of them.</summary>
internal static class PostgresForgetting
{
    /// <summary>Forgets in all conversations of the customer; those that are not the commit's own also get their state without mood.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, TurnCommit commit, string channel, string userId)
    {
        await InEventsAndTicketsAsync(connection, commit.ConversationId);
        // A group is not one person's: what one of them wants holds here only.
        if (commit.State.Unremembered)
            return;
        var others = await connection.QueryAsync<(string Id, string State)>(
            "select id, state from conversations where channel = @channel and user_id = @userId and id <> @ConversationId for update",
            new { channel, userId, commit.ConversationId });
        foreach (var other in others.AsList())
        {
            await InEventsAndTicketsAsync(connection, other.Id);
            // The version moves on: a turn that runs there now must read again, or it would bring the mood back.
            await connection.ExecuteAsync(
                "update conversations set state = @state, version = version + 1 where id = @Id",
                new { other.Id, state = StorageJson.Write(Moodless.Of(StorageJson.ReadConversation(other.State))) });
        }
    }

    private static async Task InEventsAndTicketsAsync(NpgsqlConnection connection, string conversationId)
    {
        var forgetting = new Forgetting(
            await connection.QueryAsync<(long, string)>("select number, json from events where conversation_id = @conversationId order by number", new { conversationId }),
            await connection.QueryAsync<string>("select json from tickets where conversation_id = @conversationId", new { conversationId }));
        await connection.ExecuteAsync(
            """
            update events set json = forgotten.json from unnest(@numbers, @jsons) as forgotten (number, json)
            where conversation_id = @conversationId and events.number = forgotten.number
            """,
            new { conversationId, numbers = forgetting.Events.Select(row => row.Number).ToArray(), jsons = forgetting.Events.Select(row => row.Json).ToArray() });
        foreach (var ticket in forgetting.Tickets)
            await connection.ExecuteAsync("update tickets set need = @Need, version = @Version, json = @Json where id = @Id", ticket);
    }
}
