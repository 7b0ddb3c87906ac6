using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

internal sealed record ConversationRow
{
    public const string Find =
        """
        select id as Id, channel as Channel, user_id as UserId, reference as Reference, state as State, dialogs as Dialogs,
          version as Version, created_at as CreatedAt
        from conversations where id = @conversationId
        """;

    /// <summary>Whether one that is kept is the newest. Of two conversations that had the same id one after the other, the beginning tells.</summary>
    public const string IsNewest =
        "select exists (select 1 from conversations where id = @Id and version = @Version and created_at = @createdAt)";

    public const string FindPlace =
        "select channel as Channel, user_id as UserId, reference as Reference from conversations where id = @conversationId";

    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string UserId { get; init; }
    public string? Reference { get; init; }
    public required string State { get; init; }
    public string? Dialogs { get; init; }
    public required long Version { get; init; }
    public required long CreatedAt { get; init; }

    public StoredConversation ToStored() => new(
        Id, Channel, UserId, StorageJson.ReadConversation(State), Dialogs, Version, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt))
    {
        Reference = Reference,
    };
}

internal sealed record PendingTurnRow
{
    public const string Next =
        """
        select accepted.activity_id as ActivityId, coalesce(accepted.json, stream.json) as Json, accepted.accepted_at as AcceptedAt
        from accepted
        left join stream on stream.conversation_id = accepted.conversation_id and stream.sequence = accepted.sequence
        where accepted.conversation_id = @conversationId and accepted.turn = 0
        order by accepted.id limit 1
        """;

    public required string ActivityId { get; init; }
    public required string Json { get; init; }
    public required long AcceptedAt { get; init; }

    public PendingTurn ToPending(string conversationId) =>
        new(conversationId, ActivityId, Json, DateTimeOffset.FromUnixTimeMilliseconds(AcceptedAt));
}
