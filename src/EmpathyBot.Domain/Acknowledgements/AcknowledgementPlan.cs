namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>How a turn acknowledges, before words are chosen.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Reason">A stable code, for example <c>neutral</c>, <c>anger-at-wait</c>, <c>apology-spent</c>.</param>
/// <param name="Incident">
/// For an apology or the bot's own failure, what it is for: the same incident is apologised for or owned up to once.
/// </param>
/// <param name="Mention">The concrete things of the customer's that the words may name.</param>
public sealed record AcknowledgementPlan(AcknowledgementAct Act, string Reason, string? Incident, ConcreteMention Mention)
{
    /// <summary>Says nothing, for this reason.</summary>
    public static AcknowledgementPlan Nothing(string reason) => new(AcknowledgementAct.None, reason, null, ConcreteMention.Nothing);
}
