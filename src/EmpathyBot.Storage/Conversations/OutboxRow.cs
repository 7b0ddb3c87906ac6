using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

internal sealed record OutboxRow
{
    public required long Id { get; init; }
    public required string ConversationId { get; init; }
    public required string Json { get; init; }
    public required long Attempts { get; init; }
    public string? Reference { get; init; }

    public OutboxItem ToItem() => new(Id, ConversationId, Json, (int)Attempts) { Reference = Reference };
}
