using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>One entry of the transcript.</summary>
/// <param name="Id">Unique in the transcript; for a customer's the turn id that briefs cite.</param>
/// <param name="Role">customer, bot or agent.</param>
/// <param name="Name">The agent's name; null for others.</param>
/// <param name="Text">What was said, secrets masked.</param>
/// <param name="At">When.</param>
/// <param name="Reading">What was read; null for others than the customer, and when reading is off.</param>
/// <param name="Signals">What was noticed apart from feeling.</param>
/// <param name="Decision">What the assistant decided on it, and why; null when it decided nothing.</param>
internal sealed record DeskTurn(
    string Id, string Role, string? Name, string Text, DateTimeOffset At,
    DeskReading? Reading = null, IReadOnlyList<string>? Signals = null, DeskDecision? Decision = null)
{
    /// <summary>Files that were sent with it; null when there are none.</summary>
    public IReadOnlyList<DeskFile>? Files { get; init; }
}

/// <summary>A reading as the desk shows it; cues lie in the text as it is shown.</summary>
internal sealed record DeskReading(
    string Primary, string? Secondary, double Intensity, double Urgency, double Confidence, string Target,
    IReadOnlyList<Cue> Cues, string ReadBy, bool Sure);

/// <summary>How a turn was decided: how it acknowledged and why, what it did and why; and why a person was offered in it, if one was.</summary>
internal sealed record DeskDecision(string Act, string Reason, string? PhraseId, string Step, string StepReason, string? Offered = null);
