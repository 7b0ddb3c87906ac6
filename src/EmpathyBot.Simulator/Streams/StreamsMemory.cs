using System.Globalization;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Streams;

/// <summary>The first node's memory, in megabytes as the system counts it. Null is what could not be learnt.</summary>
/// <param name="Before">Before the first stream was opened.</param>
/// <param name="Standing">When all stood and nothing had been said.</param>
/// <param name="Most">The most from then on.</param>
/// <param name="KilobytesPerStream">What a standing stream added, the conversation that it began included.</param>
internal sealed record StreamsMemory(double? Before, double? Standing, double? Most, double? KilobytesPerStream)
{
    private const double Megabyte = 1024 * 1024;

    public StreamsMemory(long? before, long? standing, long? most, int streams)
        : this(before / Megabyte, standing / Megabyte, most / Megabyte, (standing - before) / 1024.0 / streams)
    {
    }

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"server memory before {ServerCost.Or(Before, "0", " MB")}, with all open {ServerCost.Or(Standing, "0", " MB")}, most {ServerCost.Or(Most, "0", " MB")}, a stream {ServerCost.Or(KilobytesPerStream, "0.0", " KB")}");
}
