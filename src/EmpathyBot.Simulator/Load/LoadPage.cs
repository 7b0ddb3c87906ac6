using System.Globalization;
using System.Net;
using System.Text;

namespace EmpathyBot.Simulator.Load;

/// <summary>The result as a page that can be read without anything else: HTML with its charts, or Markdown with the charts beside it.</summary>
internal static class LoadPage
{
    /// <summary>Writes the page, in the form that the file's ending says.</summary>
    public static async Task WriteAsync(LoadResult result, FileInfo file, CancellationToken cancellationToken)
    {
        file.Directory?.Create();
        var charts = Charts(result);
        if (IsHtml(file))
        {
            await File.WriteAllTextAsync(file.FullName, Html(result, charts), cancellationToken);
            return;
        }

        var name = Path.GetFileNameWithoutExtension(file.Name);
        foreach (var (suffix, chart) in charts)
            await File.WriteAllTextAsync(Path.Combine(file.DirectoryName!, $"{name}-{suffix}.svg"), chart.ToSvg(), cancellationToken);
        await File.WriteAllTextAsync(file.FullName, Markdown(result, name, charts), cancellationToken);
    }

    /// <summary>True when the file's ending names a form that is written here.</summary>
    public static bool IsPage(FileInfo file) => IsHtml(file) || file.Extension.ToUpperInvariant() is ".MD";

    private static bool IsHtml(FileInfo file) => file.Extension.ToUpperInvariant() is ".HTML" or ".HTM";

    private static (string Suffix, LoadChart Chart)[] Charts(LoadResult result) =>
    [
        ("turns", new("Turns a second", "turns/s", "seconds",
            [("due", "#999", [.. result.Seconds.Select(second => (double)second.Due)]), ("answered", "#06c", [.. result.Seconds.Select(second => (double)second.Answered)])])),
        ("latency", new("From due to answered", "ms", "seconds",
            [("p50", "#06c", [.. result.Seconds.Select(second => second.P50)]), ("p99", "#c30", [.. result.Seconds.Select(second => second.P99)])])),
    ];

    private static string Html(LoadResult result, (string Suffix, LoadChart Chart)[] charts)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Load</title><style>body{font-family:sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{padding:.25rem .75rem;text-align:right;border-bottom:1px solid #ddd}td:first-child,th:first-child{text-align:left}</style><h1>Load</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(result.Settings.Describe())}.</p>");
        foreach (var table in Tables(result))
        {
            page.Append("<table>");
            foreach (var (index, row) in table.Index())
                page.Append("<tr>").AppendJoin("", row.Select(cell => index == 0 ? $"<th>{cell}</th>" : $"<td>{cell}</td>")).Append("</tr>");
            page.Append("</table><br>");
        }

        foreach (var (_, chart) in charts)
            page.Append(chart.ToSvg());
        return page.Append("</html>\n").ToString();
    }

    private static string Markdown(LoadResult result, string name, (string Suffix, LoadChart Chart)[] charts)
    {
        var page = new StringBuilder("# Load\n\n").Append(result.Settings.Describe()).Append(".\n\n");
        foreach (var table in Tables(result))
        {
            page.Append(Row(table[0])).Append(Row([.. table[0].Select((_, index) => index == 0 ? "---" : "--:")]));
            foreach (var row in table.Skip(1))
                page.Append(Row(row));
            page.Append('\n');
        }

        foreach (var (suffix, chart) in charts)
            page.Append(CultureInfo.InvariantCulture, $"![{chart.Title}]({name}-{suffix}.svg)\n");
        return page.ToString();

        static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";
    }

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables(LoadResult result) =>
    [
        [["milliseconds from due", "p50", "p95", "p99", "p99.9", "max"], Row("acknowledged", result.Acknowledged), Row("answered", result.Answered), Row("sent", result.SentLate)],
        [
            ["what", "how much"],
            ["turns due", Number(result.Turns)], ["answered a second", Number(result.TurnsPerSecond)], ["conversations", Number(result.Conversations)],
            ["errors", Number(result.Errors)], ["unanswered", Number(result.Unanswered)], ["sent again", Number(result.SentAgain)],
            ["lost", Number(result.Lost)], ["doubled", Number(result.Doubled)], ["out of order", Number(result.OutOfOrder)],
            ["lost in streams", Number(result.InStreams.Lost)], ["doubled in streams", Number(result.InStreams.Doubled)], ["out of order in streams", Number(result.InStreams.OutOfOrder)],
            ["nodes killed", Number(result.Killed)],
            ["allocated a turn", ServerCost.Or(result.Server.AllocatedKilobytesPerTurn, "0.0", " KB")],
            ["processor a turn", ServerCost.Or(result.Server.ProcessorMillisecondsPerTurn, "0.00", " ms")],
            ["most memory", ServerCost.Or(result.Server.MostResidentMegabytes, "0", " MB")],
        ],
    ];

    private static IReadOnlyList<string> Row(string name, Latencies latencies) =>
        [name, Number(latencies.P50), Number(latencies.P95), Number(latencies.P99), Number(latencies.P999), Number(latencies.Max)];

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
