using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Benchmarks;

/// <summary>From nothing to the first reading, each time in a fresh process: opening what is built in, checking it, compiling the code.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[PercentileColumns]
public class StartUpBenchmarks
{
    private static readonly MessageToRead Message = new("where is my order please", []);

    [Benchmark]
    public IEmotionDetector Open() => Detectors.Open();

    [Benchmark]
    public MessageReading OpenAndRead() => Detectors.Open().Read(Message);
}
