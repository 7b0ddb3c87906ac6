namespace EmpathyBot.Simulator.Replay;

/// <summary>What came of one recorded dialogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">The conversation it was played in, or null when none could be started.</param>
/// <param name="Turns">The turns played; fewer than recorded after a handoff.</param>
/// <param name="HandedOver">True when it ended with a handoff.</param>
/// <param name="Error">Why it could not be played to its end, or null.</param>
internal sealed record PlayedDialogue(string Id, string? ConversationId, IReadOnlyList<PlayedTurn> Turns, bool HandedOver, string? Error)
{
    public int UnansweredTurns => Turns.Count(turn => turn.Replies.Count == 0);
}

/// <summary>One customer turn: what was read, decided and answered.</summary>
internal sealed record PlayedTurn(
    string TurnId, string Text, string? Emotion, double Intensity, double Confidence, IReadOnlyList<string> Signals,
    string? Act, string? Reason, string? PhraseId, string? Step, string? StepReason, IReadOnlyList<string> Replies, double Milliseconds)
{
    /// <summary>Why a person was offered in it; null when none was.</summary>
    public string? OfferedFor { get; init; }
}
