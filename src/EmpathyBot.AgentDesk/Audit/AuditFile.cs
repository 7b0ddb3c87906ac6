using System.Globalization;
using System.Text;
using System.Text.Json;
using EmpathyBot.Domain.Audit;

namespace EmpathyBot.AgentDesk.Audit;

/// <summary>The audit log as a file: JSON lines, or CSV for a spreadsheet. Newest first.</summary>
public static class AuditFile
{
    private const int EntriesAtOnce = 500;

    private static readonly string[] Columns = ["id", "at", "act", "agentId", "agent", "from", "ticketId", "conversationId", "accountId", "detail"];

    /// <summary>Writes every entry that fits the query, whatever its limit.</summary>
    /// <param name="to">Where it goes; stays open.</param>
    /// <param name="log">The log.</param>
    /// <param name="query">Which entries.</param>
    /// <param name="csv">True for CSV, else JSON lines.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(Stream to, IAuditLog log, AuditQuery query, bool csv, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(query);
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (csv)
            await writer.WriteLineAsync(string.Join(',', Columns));
        IReadOnlyList<AuditEntry> entries;
        do
        {
            entries = await log.ReadAsync(query with { Limit = EntriesAtOnce }, cancellationToken);
            foreach (var entry in entries)
                await writer.WriteLineAsync(csv ? Line(entry) : JsonSerializer.Serialize(entry, JsonSerializerOptions.Web));
            await writer.FlushAsync(cancellationToken);
            query = query with { BeforeId = entries.Count > 0 ? entries[^1].Id : 0 };
        }
        while (entries.Count == EntriesAtOnce);
    }

    private static string Line(AuditEntry entry) => string.Join(',', new[]
    {
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.ToString("O", CultureInfo.InvariantCulture), entry.Act, entry.AgentId, entry.Agent,
        entry.From, entry.TicketId, entry.ConversationId, entry.AccountId, entry.Detail,
    }.Select(Cell));

    /// <summary>Quoted, and never what a spreadsheet would take for a formula.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
