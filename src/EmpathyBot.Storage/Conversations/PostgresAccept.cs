using Dapper;
using EmpathyBot.Domain.Conversations;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Something that came in, written with one command.</summary>
internal sealed class PostgresAccept(InboundActivity activity, string node, DateTimeOffset now)
{
    // The conversation's row is locked first: what the second statement sees is then all that came in before. The version
    // stays, since a customer who writes while the bot thinks must not make its commit fail.
    private const string Sql =
        """
        select id from conversations where id = @ConversationId for update;
        with first as (
          select activity_id from accepted
          where conversation_id = @ConversationId and (client_key = @ClientKey or activity_id = @ActivityId)
          limit 1),
        counted as (
          update conversations set last_sequence = last_sequence + case when @ShownOnStream then 1 else 0 end
          where id = @ConversationId and not exists (select 1 from first)
          returning last_sequence),
        shown as (
          insert into stream (conversation_id, sequence, json)
          select @ConversationId, last_sequence, @Json from counted where @ShownOnStream),
        kept as (
          insert into accepted (conversation_id, activity_id, client_key, sequence, json, turn, accepted_at, node)
          select @ConversationId, @ActivityId, @ClientKey, case when @ShownOnStream then last_sequence end,
            case when @ShownOnStream then null else @Json end, case when @RunsTurn then 0 end, @at, @node
          from counted)
        select activity_id from first;
        """;

    /// <returns>The receipt, or null when there is no such conversation.</returns>
    public async Task<AcceptedActivity?> WriteAsync(NpgsqlConnection connection)
    {
        await using var answers = await connection.QueryMultipleAsync(
            Sql,
            new
            {
                activity.ConversationId, activity.ActivityId, activity.ClientKey, activity.Json, activity.ShownOnStream, activity.RunsTurn,
                at = now.ToUnixTimeMilliseconds(), node,
            });
        var conversation = await answers.ReadSingleOrDefaultAsync<string>();
        var first = await answers.ReadSingleOrDefaultAsync<string>();
        if (conversation is null)
            return null;
        return first is null ? new(activity.ActivityId, IsRepeat: false) : new(first, IsRepeat: true);
    }
}
