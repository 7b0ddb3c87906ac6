using Dapper;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

/// <summary>What every beginning and every commit appends to a conversation: whole lists with a statement each.</summary>
internal sealed class PostgresAppends(
    IReadOnlyList<ConversationEvent> events, IReadOnlyList<OutgoingActivity> activities, DateTimeOffset now)
{
    private const string Events =
        """
        insert into events (conversation_id, number, json)
        select @ConversationId, @lastEvent - cardinality(@events) + place, json from unnest(@events) with ordinality as added (json, place);
        """;

    private const string Stream =
        """
        insert into stream (conversation_id, sequence, json)
        select @ConversationId, @lastSequence - cardinality(@activities) + place, json from unnest(@activities) with ordinality as added (json, place);
        """;

    private const string Outbox =
        """
        insert into outbox (conversation_id, sequence, due_at)
        select @ConversationId, @lastSequence - cardinality(@activities) + place, @appendedAt from unnest(@delivered) as place order by place;
        """;

    private readonly string[] _events = [.. events.Select(StorageJson.Write)];

    public int EventCount => _events.Length;

    public int ActivityCount => activities.Count;

    /// <summary>
    /// Statements that append to <c>@ConversationId</c>, ending with these numbers, which the conversation's row has counted up
    /// to already; what they need is added to the parameters.
    /// </summary>
    public string Add(DynamicParameters parameters, long lastSequence, long lastEvent)
    {
        int[] delivered = [.. activities.Index().Where(each => each.Item.Deliver).Select(each => each.Index + 1)];
        parameters.AddDynamicParams(new
        {
            lastSequence, lastEvent, events = _events, activities = activities.Select(activity => activity.Json).ToArray(),
            delivered, appendedAt = now.ToUnixTimeMilliseconds(),
        });
        return (_events.Length > 0 ? Events : "") + (activities.Count > 0 ? Stream : "") + (delivered.Length > 0 ? Outbox : "");
    }
}
