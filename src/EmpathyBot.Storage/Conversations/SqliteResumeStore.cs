using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteResumeStore(SqliteDatabase database, TimeProvider time) : IResumeStore
{
    /// <summary>Two tabs that open at once hold the same value; the slower one still comes in.</summary>
    private static readonly TimeSpan StillAccepted = TimeSpan.FromMinutes(2);

    private const string Insert =
        "insert into resumes (hash, conversation_id, user_id) values (@Hash, @ConversationId, @UserId)";

    public Task KeepAsync(string resumeHash, string conversationId, string userId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(resumeHash);
        return database.WriteAsync(
            connection => connection.Execute(Insert, new { Hash = resumeHash, ConversationId = conversationId, UserId = userId }),
            cancellationToken);
    }

    public Task<ResumedConversation?> ExchangeAsync(string resumeHash, string nextHash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(nextHash);
        var now = time.GetUtcNow();
        var (at, oldest) = (now.ToUnixTimeMilliseconds(), (now - StillAccepted).ToUnixTimeMilliseconds());
        return database.WriteAsync(
            connection =>
            {
                var row = connection.QuerySingleOrDefault<Row>(
                    """
                    update resumes set replaced_at = coalesce(replaced_at, @at)
                    where hash = @resumeHash and (replaced_at is null or replaced_at >= @oldest)
                    returning conversation_id as ConversationId, user_id as UserId
                    """,
                    new { resumeHash, at, oldest });
                if (row is null)
                    return null;

                connection.Execute(Insert, new { Hash = nextHash, row.ConversationId, row.UserId });
                connection.Execute(
                    "delete from resumes where conversation_id = @ConversationId and replaced_at < @oldest",
                    new { row.ConversationId, oldest });
                return new ResumedConversation(row.ConversationId, row.UserId);
            },
            cancellationToken);
    }

    private sealed record Row
    {
        public required string ConversationId { get; init; }
        public required string UserId { get; init; }
    }
}
