using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>What a turn says of a handoff: nothing is claimed of the desk that is not so at this moment.</summary>
internal static class HandoffWords
{
    /// <summary>Says that a person is asked for, and what that means right now.</summary>
    /// <returns>True when a callback was offered with it.</returns>
    public static bool SayRequested(HandoffTicket ticket, DeskMoment moment, ReplyDraft reply, TurnUnitOfWork work)
    {
        var variables = With(("ticket", ticket.Id), ("helpLine", work.HelpLine));
        var situation = moment.SituationFor(ticket.Id);
        var language = work.Content.LanguageOf(work.Locale);
        var isAtRisk = ticket.Reason == HandoffReason.AtRisk;
        var key = situation switch
        {
            DeskSituation.Nobody => ContentMessages.HandoffRequestedNobody,
            DeskSituation.Closed => ContentMessages.HandoffRequestedClosed,
            DeskSituation.Full => ContentMessages.HandoffRequestedFull,
            _ => null,
        };

        // Who writes in a language without content is told what there are words for.
        if (key is null || isAtRisk || IsNotSpoken(work))
        {
            reply.Say(work.Message(ContentMessages.HandoffRequested(ticket.Reason), variables));
            if (isAtRisk && moment.IsNobodyThere)
                reply.Say(work.Message(ContentMessages.HandoffAtRiskAlone, variables));
            return false;
        }

        var by = moment.By(language);
        reply.Say(work.Message(key, With(
            ("ticket", ticket.Id), ("by", by), ("opens", moment.Opens(language)), ("waiting", moment.WaitingBeside(ticket.Id)))));
        return by is not null;
    }

    public static string Waiting(HandoffTicket? ticket, DeskMoment moment, TurnUnitOfWork work)
    {
        if (ticket?.Callback is { } callback && !IsNotSpoken(work))
        {
            var by = PromisedTime.Say(callback.PromisedBy, moment.Times.Hours.Zone, work.Content.LanguageOf(work.Locale));
            return work.Message(
                ContentMessages.CallbackStands, With(("phone", callback.Contact.Kind == ContactKind.Phone), ("by", by), ("ticket", ticket.Id)));
        }

        return work.Message(ContentMessages.HandoffWaiting, With(
            ("ticket", ticket?.Id), ("position", ticket is null ? null : moment.PositionOf(ticket.Id)), ("nobody", moment.IsNobodyThere)));
    }

    public static string Promised(HandoffTicket ticket, DeskMoment moment, TurnUnitOfWork work) => work.Message(
        ContentMessages.CallbackPromised,
        With(
            ("contact", ticket.Callback!.Contact.Value), ("phone", ticket.Callback.Contact.Kind == ContactKind.Phone), ("ticket", ticket.Id),
            ("by", moment.By(work.Content.LanguageOf(work.Locale)))));

    /// <summary>The promise as agents read it.</summary>
    public static string Promise(CustomerContact contact, DeskMoment moment, TurnUnitOfWork work) => work.Message(
        ContentMessages.CallbackPromise,
        With(("phone", contact.Kind == ContactKind.Phone), ("by", moment.By(work.Content.LanguageOf(work.Locale)))));

    private static bool IsNotSpoken(TurnUnitOfWork work) => work.Content.CanSayNotSpoken(Domain.Conversations.ConversationLanguage.CodeOf(work.Locale));

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] variables) =>
        variables.ToDictionary(variable => variable.Name, variable => variable.Value);
}
