namespace EmpathyBot.Simulator.Load;

/// <summary>By which door customers come.</summary>
internal enum LoadChannel
{
    /// <summary>The website's: token, WebSocket stream, posts.</summary>
    DirectLine,

    /// <summary><c>/api/messages</c>, with a connector that this program serves.</summary>
    Messages,
}

/// <summary>How many customers, for how long, where.</summary>
/// <param name="Customers">Customers at once, each with one message on its way at most.</param>
/// <param name="For">How long is measured.</param>
/// <param name="Urls">The nodes; customers are spread over them, and go on to the next when theirs does not answer.</param>
/// <param name="Channel">The door.</param>
internal sealed record LoadPlan(int Customers, TimeSpan For, IReadOnlyList<Uri> Urls, LoadChannel Channel)
{
    /// <summary>Played before the measuring begins and not counted: code is compiled, connections are opened.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>
    /// Messages a second of all customers together, due at times that do not ask how the server is doing (open loop).
    /// Null lets each customer write again as soon as they are answered (closed loop).
    /// </summary>
    public double? Rate { get; init; }

    /// <summary>A customer who has said so many is done, however long is left; null: they write until the time is over.</summary>
    public int? MessagesEach { get; init; }

    /// <summary>Messages of one conversation; then the customer begins another.</summary>
    public int TurnsEach { get; init; } = 10;

    /// <summary>How long an answer is waited for before the customer goes on without.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one of the nodes, in turn, is killed and started again; null: never.</summary>
    public TimeSpan? KillEvery { get; init; }

    /// <summary>What is said, and when, is drawn from it.</summary>
    public int Seed { get; init; } = 1;
}
