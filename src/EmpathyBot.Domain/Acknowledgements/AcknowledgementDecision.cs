namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>How this turn acknowledges, and why. Recorded for agent and auditor.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Reason">A stable code, for example <c>neutral</c>, <c>anger-at-wait</c>, <c>apology-spent</c>.</param>
/// <param name="PhraseId">The phrase it was said with, or null when nothing is said.</param>
/// <param name="Text">The words, or null when nothing is said.</param>
public sealed record AcknowledgementDecision(AcknowledgementAct Act, string Reason, string? PhraseId = null, string? Text = null)
{
    /// <summary>Says nothing, for this reason.</summary>
    public static AcknowledgementDecision Nothing(string reason) => new(AcknowledgementAct.None, reason);
}
