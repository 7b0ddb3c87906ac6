namespace EmpathyBot.Domain.Handoffs;

/// <summary>What a waiting customer has been told, so that nothing is told twice and nothing too often.</summary>
/// <param name="Since">Since when this waiting counts: the request, or when an agent was lost.</param>
/// <param name="ToldAt">When they were last told how it stands.</param>
/// <param name="Told">How often they were told since then without asking.</param>
/// <param name="CallbackOffered">True once a callback was offered: once in a handoff.</param>
public sealed record HandoffWait(DateTimeOffset Since, DateTimeOffset ToldAt, int Told = 0, bool CallbackOffered = false)
{
    /// <summary>Told just now, because they asked or because their state changed.</summary>
    public HandoffWait AfterAnswer(DateTimeOffset at) => this with { ToldAt = at };

    /// <summary>Told at the rhythm, without being asked.</summary>
    public HandoffWait AfterUpdate(DateTimeOffset at) => this with { ToldAt = at, Told = Told + 1 };

    /// <summary>In line again, and told so.</summary>
    public HandoffWait Again(DateTimeOffset at) => this with { Since = at, ToldAt = at, Told = 0 };
}
