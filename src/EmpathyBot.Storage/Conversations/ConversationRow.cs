using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

internal sealed record ConversationRow
{
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
    public required string ActivityId { get; init; }
    public required string Json { get; init; }
    public required long AcceptedAt { get; init; }

    public PendingTurn ToPending(string conversationId) =>
        new(conversationId, ActivityId, Json, DateTimeOffset.FromUnixTimeMilliseconds(AcceptedAt));
}
