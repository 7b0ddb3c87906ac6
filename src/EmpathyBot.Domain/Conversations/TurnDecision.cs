using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Conversations;

/// <summary>What to do next, and why.</summary>
/// <param name="Step">The next step.</param>
/// <param name="Reason">A stable code that says why this step.</param>
/// <param name="OfferToo">A person is offered along with the step, for this reason; null when not.</param>
public sealed record TurnDecision(Step Step, string Reason, HandoffReason? OfferToo = null)
{
    /// <summary>How the turn acknowledges; decided once a turn, with its first decision.</summary>
    public AcknowledgementPlan Acknowledgement { get; init; } = AcknowledgementPlan.Nothing("no-words");

    /// <summary>An open case of an earlier contact that is mentioned along with the step, or null.</summary>
    public OpenCase? CaseToMention { get; init; }
}
