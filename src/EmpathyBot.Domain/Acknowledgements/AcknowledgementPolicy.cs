using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>Decides how a turn acknowledges what the customer feels. Rules and sources: docs/acknowledging.md.</summary>
public static class AcknowledgementPolicy
{
    /// <summary>The act for this turn, before words are chosen.</summary>
    /// <param name="conversation">The conversation, this message's event included.</param>
    /// <param name="turn">What the turn brought.</param>
    /// <param name="step">What the bot does next: an acknowledgement is never alone while a problem is open.</param>
    public static AcknowledgementPlan Decide(Conversation conversation, Turn turn, Step step)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(step);
        return turn.Reading is { IsSure: true, Primary: not Emotion.Neutral }
            ? new(AcknowledgementAct.Reflect, "felt", null, ConcreteMention.Nothing)
            : AcknowledgementPlan.Nothing("neutral");
    }
}
