using System.CommandLine;
using System.Globalization;
using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.Domain.Audit;

namespace EmpathyBot.Host.Commands;

/// <summary><c>desk-audit</c>: the audit log of the desk to standard output, newest first.</summary>
internal static class DeskAuditCommand
{
    public static Command Create(IServiceProvider services, CommandStreams streams)
    {
        var from = Time("--from", "Not before this time, such as 2026-11-01");
        var to = Time("--to", "Before this time");
        var act = new Option<string?>("--act") { Description = "Only this act, such as took or sign-in-failed" };
        var csv = new Option<bool>("--csv") { Description = "CSV instead of JSON lines" };
        var command = new Command("desk-audit", "Who did what at the desk, newest first, as JSON lines.") { from, to, act, csv };
        command.SetAction(async (parsed, cancel) =>
        {
            var log = services.GetRequiredService<IAuditLog>();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            await log.AppendAsync(AuditedBy.CommandLine.Entry(now, AuditActs.Exported) with { Detail = "audit-log" }, cancel);
            var query = new AuditQuery(1) { From = parsed.GetValue(from), To = parsed.GetValue(to), Act = parsed.GetValue(act) };
            await AuditFile.WriteAsync(streams.Output, log, query, parsed.GetValue(csv), cancel);
            return 0;
        });
        return command;
    }

    private static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = given =>
        {
            var text = given.Tokens[0].Value;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
            given.AddError($"\"{text}\" is no time. Give one such as 2026-11-01 or 2026-11-01T08:00:00Z.");
            return null;
        },
    };
}
