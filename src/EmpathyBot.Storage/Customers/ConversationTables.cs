using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Storage.Conversations;

namespace EmpathyBot.Storage.Customers;

/// <summary>All tables that hold something of a conversation, and the SQL both engines share. A test compares the names with the schema.</summary>
internal static class ConversationTables
{
    public const string Whose = "select channel as Channel, user_id as UserId from conversations where id = @conversationId";

    public const string Ids = "select id from conversations where channel = @Channel and user_id = @UserId";

    public const string Memory = "select json from customers where channel = @Channel and user_id = @UserId";

    public const string DeleteMemory = "delete from customers where channel = @Channel and user_id = @UserId";

    public const string DeleteOldMemories = "delete from customers where last_at <= @oldest";

    /// <summary>A page that asked for a token and never wrote has no conversation yet.</summary>
    public const string DeleteResumes = "delete from resumes where user_id = @UserId";

    public const string Rows =
        """
        select id as Id, channel as Channel, user_id as UserId, reference as Reference, state as State, dialogs as Dialogs,
          version as Version, created_at as CreatedAt
        from conversations where channel = @Channel and user_id = @UserId order by created_at, id
        """;

    /// <summary>What belongs to one conversation, in the order in which <see cref="Record"/> reads it.</summary>
    public const string OfOne =
        """
        select json from stream where conversation_id = @Id order by sequence;
        select json from accepted where conversation_id = @Id and json is not null order by id;
        select json from events where conversation_id = @Id order by number;
        select json from tickets where conversation_id = @Id order by requested_at;
        select id as Id, name as Name, content_type as ContentType, content as Content from attachments where conversation_id = @Id order by id;
        select left_at from customer_presence where conversation_id = @Id
        """;

    public static IReadOnlyList<string> Names { get; } =
        ["stream", "accepted", "events", "outbox", "hub_outbox", "changes", "tickets", "resumes", "attachments", "customer_presence"];

    /// <summary>Nothing happened since <c>@oldest</c>, and nobody waits.</summary>
    /// <param name="isOpen">How the engine says that a ticket is open.</param>
    public static string IsOld(string isOpen) =>
        $"""
        created_at < @oldest
          and not exists (select 1 from accepted where conversation_id = conversations.id and accepted_at >= @oldest)
          and id not in (select conversation_id from tickets where {isOpen} or moved_at >= @oldest)
        """;

    /// <summary>Puts together what <see cref="OfOne"/> finds.</summary>
    public static ConversationRecord Record(
        ConversationRow row, Func<IEnumerable<string>> texts, Func<IEnumerable<FileRow>> files, Func<IEnumerable<long?>> left)
    {
        IReadOnlyList<string> activities = [.. texts(), .. texts()];
        IReadOnlyList<string> events = [.. texts()];
        IReadOnlyList<string> tickets = [.. texts()];
        IReadOnlyList<StoredAttachment> kept = [.. files().Select(file => new StoredAttachment(file.Id, row.Id, file.Name, file.ContentType, file.Content))];
        var pages = left().ToList();
        return new(row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), row.State, row.Dialogs, row.Reference, activities, events, tickets, kept)
        {
            LeftAt = pages.Count > 0 && pages.TrueForAll(page => page is not null) ? DateTimeOffset.FromUnixTimeMilliseconds(pages.Max()!.Value) : null,
        };
    }
}

internal sealed record FileRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
}
