using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteConversationStore(
    SqliteDatabase database, RecentConversations recent, IConversationFeed feed, IOptions<StorageOptions> options, TimeProvider time) : IConversationStore
{
    public async Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var write = new CreateWrite(conversation, time.GetUtcNow());
        var created = await database.TryWriteAsync(write.TryWrite, cancellationToken);
        if (created)
            feed.Announce(conversation.Id);
        return created;
    }

    public async Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var write = new AcceptWrite(activity, time.GetUtcNow());
        var accepted = await database.WriteAsync(write.Write, cancellationToken)
            ?? throw new ConversationNotFoundException(activity.ConversationId);
        if (!accepted.IsRepeat)
            feed.Announce(activity.ConversationId);
        return accepted;
    }

    public async Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var write = new CommitWrite(commit, time.GetUtcNow(), TimeSpan.FromDays(options.Value.MemoryDays));
        var committed = await database.TryWriteAsync(write.TryWrite, cancellationToken);
        if (!committed)
            return false;
        recent.Keep(commit);
        feed.Announce(commit.ConversationId);
        return true;
    }

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken) => recent.FindAsync(
        conversationId,
        kept => database.ReadAsync(connection => connection.ExecuteScalar<bool>(ConversationRow.IsNewest, kept), cancellationToken),
        () => database.ReadAsync(
            connection => connection.QuerySingleOrDefault<ConversationRow>(ConversationRow.Find, new { conversationId }), cancellationToken));

    public Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<ConversationPlace>(ConversationRow.FindPlace, new { conversationId }), cancellationToken);

    public async Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<PendingTurnRow>(PendingTurnRow.Next, new { conversationId }),
            cancellationToken);
        return row?.ToPending(conversationId);
    }

    public async Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        connection => connection.Query<string>(
            "select conversation_id from accepted where turn = 0 group by conversation_id order by min(id)").AsList(),
        cancellationToken);

    public async Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.ReadAsync(
            connection => connection.Query<StoredActivity>(
                """
                select sequence as Sequence, json as Json from stream
                where conversation_id = @conversationId and sequence > @after order by sequence limit @limit
                """,
                new { conversationId, after, limit }).AsList(),
            cancellationToken);
    }

    public async Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.Query<string>(
                "select json from events where conversation_id = @conversationId order by number", new { conversationId }).AsList(),
            cancellationToken);
        return [.. rows.Select(StorageJson.ReadEvent)];
    }

    public async Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.ReadAsync(
            connection => connection.Query<ConversationChange>(
                """
                select sequence as Sequence, conversation_id as ConversationId, ticket_id as TicketId from changes
                where sequence > @after order by sequence limit @limit
                """,
                new { after, limit }).AsList(),
            cancellationToken);
    }

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalar<long>("select coalesce(max(sequence), 0) from changes"), cancellationToken);
}
