using Dapper;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Takes what was read of the customer's mood, and the reasons and phrases that would tell of it, out of stored events.</summary>
internal static class PostgresForgetting
{
    public static async Task WriteAsync(NpgsqlConnection connection, string conversationId)
    {
        // Not with the server's JSON functions: they refuse a NUL, which a customer may have sent.
        var rows = await connection.QueryAsync<(long Number, string Json)>(
            "select number, json from events where conversation_id = @conversationId", new { conversationId });
        var changed = rows.Select(row => (row.Number, Happened: StorageJson.ReadEvent(row.Json)))
            .Select(row => (row.Number, row.Happened, Forgotten: Without(row.Happened)))
            .Where(row => !ReferenceEquals(row.Happened, row.Forgotten)).ToList();
        if (changed.Count == 0)
            return;
        await connection.ExecuteAsync(
            """
            update events set json = forgotten.json from unnest(@numbers, @jsons) as forgotten (number, json)
            where conversation_id = @conversationId and events.number = forgotten.number
            """,
            new
            {
                conversationId,
                numbers = changed.Select(row => row.Number).ToArray(),
                jsons = changed.Select(row => StorageJson.Write(row.Forgotten)).ToArray(),
            });
    }

    private static ConversationEvent Without(ConversationEvent happened) => happened switch
    {
        CustomerSaid { Reading: not null } said => said with { Reading = null },
        Acknowledged acknowledged => acknowledged with { Act = AcknowledgementAct.None, Reason = "forgotten", PhraseId = null, Incident = null },
        ReadingCorrected corrected => corrected with { NotThis = Emotion.Neutral },
        _ => happened,
    };
}
