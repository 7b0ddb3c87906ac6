using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Solving;

/// <summary>
/// Asks for feedback at most once in a conversation, after a matter was confirmed as settled or a person closed it; and
/// tells feedback from everything else that may come instead. In doubt it is a matter, not feedback.
/// </summary>
public static class FeedbackPolicy
{
    /// <summary>Up to this rating something went wrong, and the answer says so.</summary>
    public const int LowUpTo = 2;

    private sealed record Gate(string Reason, Func<Conversation, bool> Holds);

    /// <summary>What speaks against asking in any case: the first that holds decides.</summary>
    private static readonly Gate[] AgainstAsking =
    [
        new("person-has-it", conversation => conversation.Handoff.TicketId is not null),
        new("asked-before", conversation => conversation.IsFeedbackAsked),
        // Who wanted nothing but the solution does not want this either.
        new("no-sympathy-wanted", conversation => conversation.SkipSympathy),
        new("strong-anger", conversation => conversation.Journey.Current is { Emotion: Emotion.Anger, Intensity: >= AcknowledgementRules.StrongAnger }),
        new("another-question", conversation => conversation.Episode is { OfferWaiting: true } or { Procedure: not null } or { Choices.IsEmpty: false }),
    ];

    /// <summary>Whether the reply of this turn ends with the question.</summary>
    /// <param name="conversation">The conversation with everything this turn brought.</param>
    /// <param name="turn">What the turn brought, what happened in it included.</param>
    public static QuestionDecision Ask(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        if (!turn.Happened.Any(happened => happened is ResolutionRecorded { Outcome: Resolution.Confirmed }))
            return new(false, "nothing-confirmed");
        if (turn.Signals.AtRisk)
            return new(false, "at-risk");
        return turn.Request == CustomerRequest.SkipSympathy ? new(false, "no-sympathy-wanted") : Ask(conversation, "confirmed");
    }

    /// <summary>Whether the customer is asked when a person has ended the handoff.</summary>
    /// <param name="conversation">The conversation after that.</param>
    /// <param name="ticket">The ticket as it ended.</param>
    public static QuestionDecision AskAfter(Conversation conversation, HandoffTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.State != HandoffState.Closed)
            return new(false, "not-closed");
        if (ticket.Reason == HandoffReason.AtRisk)
            return new(false, "at-risk");
        return ticket.Outcome is HandoffOutcome.Solved or HandoffOutcome.Partly
            ? Ask(conversation, "handoff-closed")
            : new(false, "matter-open");
    }

    /// <summary>The step that answers the question, or ends it; null when the message is about something else.</summary>
    public static TurnDecision? Hear(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        if (conversation.FeedbackWaits == FeedbackWait.None || conversation.Handoff.TicketId is not null || turn.Text.Length == 0)
            return null;
        if (turn.Feedback.Rating is { } rating && !(IsQuestion(turn) && !AsksMore(turn) && !turn.Feedback.IsAll))
            return new(new TakeFeedback(rating, !turn.Feedback.IsAll && !AsksMore(turn)), "rated");
        if (IsOwnWords(conversation, turn))
            return new(new TakeFeedback(null, true), "own-words");
        return turn.Request switch
        {
            CustomerRequest.No or CustomerRequest.Stop => new(new EndFeedback(), "feedback-declined"),
            CustomerRequest.Yes or CustomerRequest.Goodbye when turn.Match.Sure is null => new(new CloseMatter(), "feedback-left"),
            _ => null,
        };
    }

    /// <summary>True when the message asks for something beside its rating: that is answered in the same turn.</summary>
    public static bool AsksMore(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return !turn.Feedback.IsAll && HasMatter(turn);
    }

    private static QuestionDecision Ask(Conversation conversation, string because) =>
        Array.Find(AgainstAsking, gate => gate.Holds(conversation)) is { } against ? new(false, against.Reason) : new(true, because);

    private static bool IsOwnWords(Conversation conversation, Turn turn)
    {
        if (IsQuestion(turn) || HasMatter(turn) || turn.Choice is not null || IsUpset(turn)
            || turn.Request is not (CustomerRequest.None or CustomerRequest.Solved or CustomerRequest.Goodbye))
            return false;
        if (turn.Feedback.Appraises)
            return true;
        // Words that say nothing of how it was may be a new matter that was not found: taken only when they ask for nothing.
        return turn.Request == CustomerRequest.None && turn.Match.Possible.Count == 0
            && (conversation.FeedbackWaits == FeedbackWait.Words || !Asking.May(turn.Text, turn.Words.Asking));
    }

    /// <summary>What speaks of the conversation seems to refer back to its matter; only a matter of its own is one.</summary>
    private static bool HasMatter(Turn turn) => turn.Match.Sure is not null
        && !(turn.Match.RefersBack && (turn.Feedback.Rating is not null || turn.Feedback.Appraises));

    private static bool IsQuestion(Turn turn) => turn.Text.Contains('?', StringComparison.Ordinal);

    private static bool IsUpset(Turn turn) => turn.Signals.Repeat
        || turn.Reading is { IsSure: true, Intensity: >= HandoffPolicy.FeltClearly } felt && felt.Primary.IsNegative();
}
