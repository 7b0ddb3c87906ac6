using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Storage.Handoffs;

/// <summary>A notice for another hub as it is stored.</summary>
internal sealed record HubOutboxRow
{
    /// <summary>Adds one in a commit's transaction.</summary>
    public const string Insert =
        """
        insert into hub_outbox (conversation_id, activity_id, ticket_id, kind, turn_id, due_at)
        values (@conversationId, @ActivityId, @TicketId, @kind, @TurnId, @at)
        """;

    public required long Id { get; init; }
    public required string ConversationId { get; init; }
    public required string ActivityId { get; init; }
    public required string TicketId { get; init; }
    public required string Kind { get; init; }
    public string? TurnId { get; init; }
    public required long Attempts { get; init; }

    /// <summary>What <see cref="Insert"/> needs.</summary>
    public static IEnumerable<object> Of(string conversationId, IEnumerable<HubNotice> notices, DateTimeOffset now) => notices.Select(notice => new
    {
        conversationId, notice.ActivityId, notice.TicketId, kind = Code(notice.Kind), notice.TurnId, at = now.ToUnixTimeMilliseconds(),
    });

    public HubOutboxItem ToItem() => new(Id, ConversationId, new(ActivityId, TicketId, KindOf(Kind), TurnId), (int)Attempts);

    private static string Code(HubNoticeKind kind) => kind switch
    {
        HubNoticeKind.Initiate => "initiate",
        HubNoticeKind.Message => "message",
        _ => "end",
    };

    private static HubNoticeKind KindOf(string code) => code switch
    {
        "initiate" => HubNoticeKind.Initiate,
        "message" => HubNoticeKind.Message,
        _ => HubNoticeKind.End,
    };
}
