using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresConversationStore(
    PostgresDatabase database, PostgresNode node, RecentConversations recent, IConversationFeed feed, IOptions<StorageOptions> options, TimeProvider time) : IConversationStore
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromSeconds(10);

    public async Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var write = new PostgresCreate(conversation, time.GetUtcNow());
        var created = await database.TryWriteToTheEndAsync(write.TryWriteAsync, cancellationToken);
        if (created)
            feed.Announce(conversation.Id);
        return created;
    }

    public async Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var write = new PostgresAccept(activity, node.Id, time.GetUtcNow());
        var accepted = await database.WriteAsync(write.WriteAsync, cancellationToken)
            ?? throw new ConversationNotFoundException(activity.ConversationId);
        if (!accepted.IsRepeat)
            feed.Announce(activity.ConversationId);
        return accepted;
    }

    public async Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var write = new PostgresCommit(commit, node.Id, time.GetUtcNow(), TimeSpan.FromDays(options.Value.MemoryDays));
        var committed = await database.TryWriteToTheEndAsync(write.TryWriteAsync, cancellationToken);
        if (!committed)
            return false;
        recent.Keep(commit);
        feed.Announce(commit.ConversationId);
        return true;
    }

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken) => recent.FindAsync(
        conversationId,
        kept => database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(ConversationRow.IsNewest, kept), cancellationToken),
        () => database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<ConversationRow>(ConversationRow.Find, new { conversationId }), cancellationToken));

    public Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<ConversationPlace>(ConversationRow.FindPlace, new { conversationId }), cancellationToken);

    public async Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PendingTurnRow>(PendingTurnRow.Next, new { conversationId }), cancellationToken);
        return row?.ToPending(conversationId);
    }

    /// <summary>
    /// What no living node is about: taken in by one that is gone, or in the hands of one that fell silent; or taken in here some
    /// time ago, when the answer that it is kept may have been lost on the way, so that nobody here knows of it.
    /// </summary>
    public async Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        async connection => (await connection.QueryAsync<string>(
            """
            select accepted.conversation_id from accepted
            left join nodes on nodes.id = accepted.node and nodes.alive_until > clock_timestamp()
            left join turn_leases on turn_leases.conversation_id = accepted.conversation_id
            where accepted.turn = 0 and coalesce(
              turn_leases.until <= clock_timestamp(),
              nodes.id is null or accepted.node = @Id and accepted.accepted_at < extract(epoch from clock_timestamp()) * 1000 - @ForgottenAfter)
            group by accepted.conversation_id order by min(accepted.id)
            """,
            new { node.Id, ForgottenAfter = ForgottenAfter.TotalMilliseconds })).AsList(),
        cancellationToken);

    public async Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.ReadAsync(
            async connection => (await connection.QueryAsync<StoredActivity>(
                """
                select sequence as Sequence, json as Json from stream
                where conversation_id = @conversationId and sequence > @after order by sequence limit @limit
                """,
                new { conversationId, after, limit })).AsList(),
            cancellationToken);
    }

    public async Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                "select json from events where conversation_id = @conversationId order by number", new { conversationId }),
            cancellationToken);
        return [.. rows.Select(StorageJson.ReadEvent)];
    }

    public async Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.WriteAsync(connection => PostgresChanges.ReadAsync(connection, after, limit), cancellationToken);
    }

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => database.WriteAsync(PostgresChanges.LastAsync, cancellationToken);
}
