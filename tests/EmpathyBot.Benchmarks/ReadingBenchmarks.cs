using BenchmarkDotNet.Attributes;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Benchmarks;

/// <summary>Mean time and allocation of a reading: many messages in a row.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ReadingBenchmarks
{
    private readonly IEmotionDetector _detector = Detectors.Open();
    private MessageToRead[] _messages = [];
    private int _next;

    [Params(MessageLength.Brief, MessageLength.Typical, MessageLength.Lengthy)]
    public MessageLength Message { get; set; }

    [Params(false, true)]
    public bool Context { get; set; }

    [GlobalSetup]
    public void Prepare() => _messages = Messages.Of(Message, Context);

    [Benchmark]
    public MessageReading Read() => _detector.Read(_messages[_next++ & 7]);
}
