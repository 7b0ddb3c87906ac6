using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Mathematics;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Benchmarks;

/// <summary>The spread from message to message: each of thousands of readings is timed by itself and none is left out.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 5_000, iterationCount: 5_000, invocationCount: 1)]
[Outliers(Perfolizer.Mathematics.OutlierDetection.OutlierMode.DontRemove)]
[GcForce(false)]
[PercentileColumns]
public class EachMessageBenchmarks : ReadingBenchmarks;
