using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace EmpathyBot.Benchmarks;

/// <summary>A percentile of the single measurements, in microseconds.</summary>
internal sealed class Percentile(int percent) : IColumn
{
    public string Id => $"{nameof(Percentile)}{percent}";

    public string ColumnName => $"p{percent}";

    public string Legend => $"{percent} % of the messages took no longer";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => percent;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Time;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } measured
            ? string.Create(CultureInfo.InvariantCulture, $"{measured.Percentiles.Percentile(percent) / 1000:0.0} μs")
            : "-";
}
