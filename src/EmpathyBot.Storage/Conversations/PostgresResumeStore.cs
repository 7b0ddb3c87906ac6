using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresResumeStore(PostgresDatabase database, TimeProvider time) : IResumeStore
{
    /// <summary>Two tabs that open at once hold the same value; the slower one still comes in.</summary>
    private static readonly TimeSpan StillAccepted = TimeSpan.FromMinutes(2);

    public Task KeepAsync(string resumeHash, string conversationId, string userId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(resumeHash);
        return database.WriteAsync(
            connection => connection.ExecuteAsync(
                "insert into resumes (hash, conversation_id, user_id) values (@resumeHash, @conversationId, @userId)",
                new { resumeHash, conversationId, userId }),
            cancellationToken);
    }

    public Task<ResumedConversation?> ExchangeAsync(string resumeHash, string nextHash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(nextHash);
        var now = time.GetUtcNow();
        var (at, oldest) = (now.ToUnixTimeMilliseconds(), (now - StillAccepted).ToUnixTimeMilliseconds());
        return database.WriteAsync(
            connection => connection.QuerySingleOrDefaultAsync<ResumedConversation>(
                """
                with found as (
                  update resumes set replaced_at = coalesce(replaced_at, @at)
                  where hash = @resumeHash and (replaced_at is null or replaced_at >= @oldest)
                  returning conversation_id, user_id),
                next as (insert into resumes (hash, conversation_id, user_id) select @nextHash, conversation_id, user_id from found),
                old as (delete from resumes using found where resumes.conversation_id = found.conversation_id and replaced_at < @oldest)
                select conversation_id as ConversationId, user_id as UserId from found
                """,
                new { resumeHash, nextHash, at, oldest }),
            cancellationToken);
    }
}
