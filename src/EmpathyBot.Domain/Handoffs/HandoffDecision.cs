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
