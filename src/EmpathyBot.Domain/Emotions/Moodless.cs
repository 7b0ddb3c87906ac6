using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Emotions;

/// <summary>
/// What is left of what was stored once the customer wants no mood read: readings are gone, and so are the reasons, phrases,
/// acts and orders of a queue that would tell of them. What was said stays, as it was said.
/// </summary>
public static class Moodless
{
    /// <summary>Stands where a reason stood that told of mood.</summary>
    public const string Reason = "forgotten";

    /// <summary>The event without mood; the same one when there is none in it.</summary>
    public static ConversationEvent Of(ConversationEvent happened) => happened switch
    {
        CustomerSaid { Reading: not null } said => said with { Reading = null },
        Acknowledged { Reason: not Reason } acknowledged => acknowledged with { Act = AcknowledgementAct.None, Reason = Reason, PhraseId = null, Incident = null },
        ReadingCorrected { NotThis: not Emotion.Neutral } corrected => corrected with { NotThis = Emotion.Neutral },
        Decided { Reason: not Reason } decided => decided with { Reason = Reason },
        PersonOffered { Reason: HandoffReason.RisingAnger } offered => offered with { Reason = HandoffReason.AcceptedOffer },
        HandoffMoved { Reason: HandoffReason.RisingAnger } moved => moved with { Reason = HandoffReason.AcceptedOffer },
        _ => happened,
    };

    /// <summary>The conversation without mood. What was apologised for stays: it is about what happened, and is not said twice.</summary>
    public static Conversation Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation with
        {
            Journey = EmotionalJourney.Empty,
            Last = null,
            Acknowledgements = conversation.Acknowledgements.WithoutMood(),
            Episode = conversation.Episode.OfferedFor == HandoffReason.RisingAnger
                ? conversation.Episode with { OfferedFor = HandoffReason.AcceptedOffer }
                : conversation.Episode,
            Handoff = conversation.Handoff.Reason == HandoffReason.RisingAnger
                ? conversation.Handoff with { Reason = HandoffReason.AcceptedOffer }
                : conversation.Handoff,
        };
    }

    /// <summary>The ticket with its brief written anew, as of then, from what is left.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="events">All events of its conversation, oldest first, without mood.</param>
    public static HandoffTicket Of(HandoffTicket ticket, IReadOnlyList<ConversationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        IReadOnlyList<ConversationEvent> until = [.. events.Where(happened => happened.At <= ticket.Brief.WrittenAt)];
        var reason = ticket.Reason == HandoffReason.RisingAnger ? HandoffReason.AcceptedOffer : ticket.Reason;
        var then = Of(Conversation.Begin(ticket.ConversationId, ticket.Brief.Customer.Channel, ticket.Brief.Customer.Locale).Apply(until)) with { ReadingOff = true };
        return ticket with
        {
            Reason = reason,
            Need = HandoffNeed.Of(then, reason),
            Brief = HandoffBriefWriter.Write(then, until, reason, ticket.Brief.WrittenAt) with { Customer = ticket.Brief.Customer, Earlier = ticket.Brief.Earlier },
        };
    }
}
