using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What the handoff policy wants: nothing, an offer, or a person now.</summary>
/// <param name="Reason">A stable code.</param>
/// <param name="OfferFor">Offer a person, for this reason.</param>
/// <param name="HandOverFor">Hand over now, for this reason.</param>
public sealed record HandoffDecision(string Reason, HandoffReason? OfferFor = null, HandoffReason? HandOverFor = null)
{
    /// <summary>No person is needed.</summary>
    public static HandoffDecision Nothing { get; } = new("no-need");
}

/// <summary>Decides when a person is offered (once per episode, again only when things got worse) and when one comes at once.</summary>
public static class HandoffPolicy
{
    /// <summary>From this intensity of anger a person is offered at once.</summary>
    public const double StrongAnger = 0.6;

    /// <summary>Messages in one episode after which a person is offered.</summary>
    public const int LoopTurns = 3;

    /// <summary>What is needed, given the conversation and this turn.</summary>
    public static HandoffDecision Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Signals.AtRisk)
            return new("at-risk", HandOverFor: HandoffReason.AtRisk);
        if (turn.Signals.WantsHuman)
            return new("asked-for-person", HandOverFor: HandoffReason.AskedForPerson);
        return HandoffDecision.Nothing;
    }
}
