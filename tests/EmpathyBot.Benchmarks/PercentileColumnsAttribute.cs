using BenchmarkDotNet.Attributes;

namespace EmpathyBot.Benchmarks;

/// <summary>Shows the median and the slowest hundredth of the measurements.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PercentileColumnsAttribute() : ColumnConfigBaseAttribute(new Percentile(50), new Percentile(99));
