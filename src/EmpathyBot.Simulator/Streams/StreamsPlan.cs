namespace EmpathyBot.Simulator.Streams;

/// <summary>How many streams stand open, and what is said on a few of them.</summary>
/// <param name="Streams">Streams open at once, each of a conversation of its own.</param>
/// <param name="Talking">On how many of them messages are sent; the others only stand.</param>
/// <param name="Rate">Messages a second, due whatever the server does.</param>
/// <param name="For">How long is measured.</param>
/// <param name="Urls">The nodes. With several, a message is posted to another node than the one its stream is open on.</param>
internal sealed record StreamsPlan(int Streams, int Talking, double Rate, TimeSpan For, IReadOnlyList<Uri> Urls)
{
    /// <summary>Messages sent before the measuring begins and not counted.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>How long a message and its answer are waited for on the stream.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);
}
