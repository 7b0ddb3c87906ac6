using Dapper;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

/// <summary>A ticket ready to be written in a conversation's commit.</summary>
internal sealed record TicketRow(
    string Id, string ConversationId, bool IsOpen, double Need, long RequestedAt, long MovedAt, int Version, string Json)
{
    public static TicketRow Of(HandoffTicket ticket) => new(
        ticket.Id, ticket.ConversationId, ticket.IsOpen, ticket.Need, ticket.RequestedAt.ToUnixTimeMilliseconds(), ticket.MovedAt.ToUnixTimeMilliseconds(),
        ticket.Version, StorageJson.Write(ticket));

    /// <summary>Makes the ticket, or changes it when it still has the version before this one; no row is touched when somebody was faster.</summary>
    public const string Write =
        """
        insert into tickets (id, conversation_id, is_open, need, requested_at, moved_at, version, json)
        values (@Id, @ConversationId, @IsOpen, @Need, @RequestedAt, @MovedAt, @Version, @Json)
        on conflict (id) do update set
          is_open = excluded.is_open, need = excluded.need, moved_at = excluded.moved_at, version = excluded.version, json = excluded.json
        where tickets.version = excluded.version - 1 and tickets.conversation_id = excluded.conversation_id
        """;

    /// <returns>False when somebody was faster.</returns>
    public bool TryWrite(SqliteConnection connection) => connection.Execute(Write, this) == 1;
}
