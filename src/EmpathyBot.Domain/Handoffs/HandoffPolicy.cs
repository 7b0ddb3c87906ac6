using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Decides when a person is offered (once per episode, again only when things got worse) and when one comes at once.
/// A table: the first rule that holds decides. Facts it asks about are in <see cref="HandoffFacts"/>.
/// </summary>
public static class HandoffPolicy
{
    /// <summary>From this intensity of anger a person is offered at once.</summary>
    public const double StrongAnger = 0.6;

    /// <summary>From this intensity a negative emotion counts, when it rises or when the customer had to come back.</summary>
    public const double FeltClearly = 0.5;

    /// <summary>Things got worse since an offer when the emotion is stronger than then by at least this much.</summary>
    public const double Worse = 0.2;

    /// <summary>Messages in one episode after which a person is offered.</summary>
    public const int LoopTurns = 3;

    /// <summary>Failures of the bot in one episode after which a person is offered.</summary>
    public const int BotFailures = 2;

    private sealed record Rule(string Code, HandoffReason Reason, Func<HandoffFacts, bool> Holds);

    /// <summary>What brings a person at once, whatever else is going on.</summary>
    private static readonly Rule[] AtOnce =
    [
        new("at-risk", HandoffReason.AtRisk, facts => facts.AtRisk),
        new("asked-for-person", HandoffReason.AskedForPerson, facts => facts.AsksForPerson),
        new("topic-needs-person", HandoffReason.TopicNeedsPerson, facts => facts.TopicNeedsPerson),
    ];

    /// <summary>What makes us offer a person, gravest first.</summary>
    private static readonly Rule[] Offers =
    [
        new("bot-failed", HandoffReason.BotFailed, facts => facts.BotFailedRepeatedly),
        new("strong-anger", HandoffReason.RisingAnger, facts => facts.StrongAnger),
        new("getting-worse", HandoffReason.RisingAnger, facts => facts.RisingDistress),
        new("repeated-contact", HandoffReason.RepeatedContact, facts => facts.BackAgainAndUpset),
        new("same-matter-within-week", HandoffReason.RepeatedContact, facts => facts.BackSoonAndUpset),
        new("back-after-a-person", HandoffReason.RepeatedContact, facts => facts.BackAfterPerson),
        new("third-time-within-week", HandoffReason.RepeatedContact, facts => facts.BackAgainAndAgain),
        new("going-in-circles", HandoffReason.NotUnderstood, facts => facts.GoingInCircles),
    ];

    /// <summary>What is needed, given the conversation and this turn.</summary>
    /// <param name="conversation">The conversation with this turn's message applied.</param>
    /// <param name="turn">What the turn brought.</param>
    public static HandoffDecision Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var facts = new HandoffFacts(conversation, turn);

        if (First(AtOnce, facts) is { } now)
            return new(now.Code, HandOverFor: now.Reason);
        if (conversation.Handoff.TicketId is not null)
            return new("person-is-coming");
        if (First(Offers, facts) is not { } offer)
            return HandoffDecision.Nothing;
        if (conversation.Episode.OfferWaiting)
            return new("offer-waits");
        return conversation.Episode.Offers == 0 || facts.GotWorseSinceOffer(offer.Reason)
            ? new(offer.Code, OfferFor: offer.Reason)
            : new("offered-before");
    }

    private static Rule? First(Rule[] rules, HandoffFacts facts) => Array.Find(rules, rule => rule.Holds(facts));
}
