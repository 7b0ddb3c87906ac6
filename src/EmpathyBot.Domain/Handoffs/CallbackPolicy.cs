using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Understands a customer who may be called back instead of waiting: leaves a contact, wants a callback, or would rather
/// wait. A contact counts only where one was spoken of, so that an e-mail address given for an order stays what it is.
/// </summary>
public static class CallbackPolicy
{
    /// <summary>The step that talk of a callback leads to; null when the message is about something else.</summary>
    public static TurnDecision? Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var talk = conversation.Callback;
        var isAsked = talk is CallbackTalk.ContactAsked or CallbackTalk.ContactAskedAgain;
        if (turn.AnswersProcedure && !isAsked)
            return null;
        if (turn.Contact is { } contact && (isAsked || talk == CallbackTalk.Offered || turn.Request == CustomerRequest.CallBack))
            return new(new TakeCallback(contact), "contact-given");
        return turn.Request switch
        {
            CustomerRequest.CallBack when talk != CallbackTalk.Promised => new(new AskContact(), "asked-for-callback"),
            CustomerRequest.CallBack => new(new SayWaiting(), "callback-promised"),
            CustomerRequest.Yes when talk == CallbackTalk.Offered && NothingElseWaits(conversation) => new(new AskContact(), "callback-wanted"),
            CustomerRequest.No when talk == CallbackTalk.Offered && NothingElseWaits(conversation) => new(new DeclineCallback(), "callback-declined"),
            CustomerRequest.No or CustomerRequest.Stop or CustomerRequest.DoesNotHave when isAsked => new(new DeclineCallback(), "no-contact-wanted"),
            // Once more, and then let be: who writes something else again has left the subject.
            _ when talk == CallbackTalk.ContactAsked && CustomerContact.IsTried(turn.Text) => new(new AskContact(Again: true), "contact-unclear"),
            _ => null,
        };
    }

    /// <summary>"Yes" must have one meaning, and the question asked last has the first right to it.</summary>
    private static bool NothingElseWaits(Conversation conversation) => !conversation.ForgetWaiting
        && conversation.FeedbackWaits == FeedbackWait.None
        && conversation.Episode is { OfferWaiting: false, ResolutionWaits: false, Choices.IsEmpty: true };
}
