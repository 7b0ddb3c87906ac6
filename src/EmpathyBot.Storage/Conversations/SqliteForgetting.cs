using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Takes what was read of a customer's mood, and all that would tell of it, out of everything that is stored of them.</summary>
internal static class SqliteForgetting
{
    /// <summary>Forgets in these conversations; those that are not the commit's own also get their state without mood.</summary>
    public static void Write(SqliteConnection connection, TurnCommit commit, string channel, string userId)
    {
        // What older forms of the rows held is overwritten, not only no longer pointed to.
        connection.Execute("pragma secure_delete = on");
        InEventsAndTickets(connection, commit.ConversationId);
        // A group is not one person's: what one of them wants holds here only.
        var others = commit.State.Unremembered ? [] : connection.Query<ConversationRow>(
            """
            select id as Id, channel as Channel, user_id as UserId, reference as Reference, state as State, dialogs as Dialogs,
              version as Version, created_at as CreatedAt
            from conversations where channel = @channel and user_id = @userId and id <> @ConversationId
            """,
            new { channel, userId, commit.ConversationId }).AsList();
        foreach (var other in others)
        {
            InEventsAndTickets(connection, other.Id);
            // The version moves on: a turn that runs there now must read again, or it would bring the mood back.
            connection.Execute(
                "update conversations set state = @state, version = version + 1 where id = @Id",
                new { other.Id, state = StorageJson.Write(Moodless.Of(StorageJson.ReadConversation(other.State))) });
        }

        connection.Execute("pragma secure_delete = off");
    }

    private static void InEventsAndTickets(SqliteConnection connection, string conversationId)
    {
        var forgetting = new Forgetting(
            connection.Query<(long, string)>("select number, json from events where conversation_id = @conversationId order by number", new { conversationId }),
            connection.Query<string>("select json from tickets where conversation_id = @conversationId", new { conversationId }));
        connection.Execute(
            "update events set json = @Json where conversation_id = @conversationId and number = @Number",
            forgetting.Events.Select(changed => new { conversationId, changed.Number, changed.Json }));
        connection.Execute("update tickets set need = @Need, version = @Version, json = @Json where id = @Id", forgetting.Tickets);
    }
}
