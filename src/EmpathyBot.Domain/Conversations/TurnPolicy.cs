using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Decides each step of a turn. Pure: the same conversation and turn give the same decision, and nothing but this needs
/// to be read to know why the bot did what it did.
/// </summary>
public static class TurnPolicy
{
    /// <summary>Steps a turn may take; the bot cannot loop.</summary>
    public const int StepsPerTurn = 4;

    /// <summary>The next step of the turn.</summary>
    /// <param name="conversation">The conversation with everything that happened, this turn's events included.</param>
    /// <param name="turn">What this turn brought.</param>
    public static TurnDecision Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        if (conversation.IsShared)
            return SharedPlace.Decide(conversation, turn);
        if (turn.Happened.Count > 0)
            return FollowUp(conversation, turn);

        var first = First(conversation, turn);
        return first with
        {
            Acknowledgement = AcknowledgementPolicy.Decide(conversation, turn, first.Step),
            CaseToMention = ReturningCustomer.CaseToMention(conversation, turn, first.Step),
        };
    }

    /// <summary>The first step: who must be heard before anything else, then what was asked of us, then the matter.</summary>
    private static TurnDecision First(Conversation conversation, Turn turn)
    {
        if (conversation.Handoff.IsHeldByPerson)
        {
            // The switch is the customer's whoever is there; it is thrown without a word from the bot.
            return turn.Request is CustomerRequest.StopReading or CustomerRequest.ResumeReading
                ? new(new SwitchReading(turn.Request == CustomerRequest.ResumeReading), "asked-while-held")
                : new(new LeaveToPerson(), "held-by-person");
        }


        var handoff = HandoffPolicy.Decide(conversation, turn);
        if (handoff.HandOverFor != HandoffReason.AtRisk && CallbackPolicy.Decide(conversation, turn) is { } callback)
            return callback;
        if (handoff.HandOverFor is { } now)
        {
            var raises = now == HandoffReason.AtRisk && conversation.Handoff.Reason != HandoffReason.AtRisk;
            return conversation.Handoff.IsWaiting && !raises
                ? new(new SayWaiting(), "waiting-for-person")
                : new(new HandOver(now), handoff.Reason);
        }


        if (OfConversation(conversation, turn) is { } asked)
            return asked;

        if (OfLanguage(conversation, turn) is { } language)
            return language;

        var matter = FeedbackPolicy.Hear(conversation, turn) ?? ResolutionPolicy.Answered(conversation, turn) ?? SolvingPolicy.Decide(conversation, turn);
        return (handoff.OfferFor, matter.Step) switch
        {
            (null, _) or (_, OfferPerson or HandOver) => matter,
            // Where nothing was understood the offer is the better question; two at once would be one too many.
            ({ } offer, AskToRephrase or OfferNextBest) => new(new OfferPerson(offer), handoff.Reason),
            ({ } offer, _) => matter with { OfferToo = offer },
        };
    }

    /// <summary>Requests that concern the conversation itself come before the matter.</summary>
    private static TurnDecision? OfConversation(Conversation conversation, Turn turn) => turn.Request switch
    {
        CustomerRequest.StopReading => new(new SwitchReading(false), "asked-to-stop-reading"),
        CustomerRequest.ResumeReading => new(new SwitchReading(true), "asked-to-read-again"),
        CustomerRequest.WhySaid => new(new ExplainReading(), "asked-why"),
        CustomerRequest.WhatKnown => new(new TellMemory(), "asked-what-is-known"),
        CustomerRequest.Yes or CustomerRequest.ForgetMe when conversation.ForgetWaiting => new(new ForgetCustomer(), "forgetting-confirmed"),
        CustomerRequest.No or CustomerRequest.Stop when conversation.ForgetWaiting => new(new KeepMemory(), "forgetting-declined"),
        CustomerRequest.ForgetMe => new(new AskForget(), "asked-to-forget"),
        CustomerRequest.CorrectReading when NamesNoMatter(turn) => new(new TakeCorrection(), "corrected"),
        CustomerRequest.SkipSympathy when !conversation.SkipSympathy && NamesNoMatter(turn) => new(new DropSympathy(), "no-sympathy-wanted"),
        CustomerRequest.LeaveQueue or CustomerRequest.Stop when conversation.Handoff.IsWaiting => new(new LeaveQueue(), "left-queue"),
        CustomerRequest.Stop when turn.ProcedureWaits => new(new LeaveProcedure(), "asked-to-stop"),
        CustomerRequest.Yes when conversation.Episode.OfferWaiting => new(new HandOver(HandoffReason.AcceptedOffer), "offer-accepted"),
        CustomerRequest.No or CustomerRequest.Stop when conversation.Episode.OfferWaiting => new(new AcceptRefusal(), "offer-declined"),
        _ => null,
    };

    // "Just fix it" goes on about the matter before and names none of its own.
    private static bool NamesNoMatter(Turn turn) => turn.Match.Sure is null || turn.Match.RefersBack;

    /// <summary>
    /// In a language that is not spoken: told so once and offered a person, who comes when the customer goes on without an
    /// answer. It is no misunderstanding of one message and is not counted as one.
    /// </summary>
    private static TurnDecision? OfLanguage(Conversation conversation, Turn turn)
    {
        if (!turn.NotSpoken || turn.AnswersProcedure || conversation.Handoff.IsWaiting)
            return null;
        if (!conversation.ToldNotSpoken)
            return new(new OfferPerson(HandoffReason.OtherLanguage), "language-not-spoken");
        // A word that is the same everywhere ("tracking") may still say what is wanted.
        if (turn.Match.Sure is not null)
            return null;
        return conversation.Episode.OfferWaiting
            ? new(new HandOver(HandoffReason.OtherLanguage), "goes-on-in-own-language")
            : new(new SayLanguages(), "language-not-spoken-told");
    }

    /// <summary>What follows from what a step of this turn brought.</summary>
    private static TurnDecision FollowUp(Conversation conversation, Turn turn)
    {
        foreach (var happened in turn.Happened.Reverse())
        {
            switch (happened)
            {
                case MatterSolved:
                    return new(new Done(), "matter-closed");
                case PersonOffered or HandoffMoved or PersonDeclined:
                    return new(new Done(), "person-is-the-next-step");
                case ProcedureEnded { Outcome: ProcedureOutcome.NeedsPerson }:
                    return new(new OfferPerson(HandoffReason.ProcedureNeedsPerson), "procedure-needs-person");
                case FeedbackGiven when FeedbackPolicy.AsksMore(turn) && turn.Happened.OfType<Decided>().Count() == 1:
                    return SolvingPolicy.Decide(conversation, turn);
                case BackOfficeCalled { Outcome: BackOfficeOutcome.Unavailable } when conversation.Episode.Procedure is null:
                    return new(new OfferPerson(HandoffReason.BackOfficeDown), "back-office-unavailable");
            }
        }

        return SolvingPolicy.Next(conversation, turn) ?? new(new Done(), "step-taken");
    }
}
