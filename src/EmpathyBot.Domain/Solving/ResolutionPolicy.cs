using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Solving;

/// <summary>
/// Is it solved? Asked once in a matter and lightly, where there is reason to ask; and whatever the customer does next
/// tells what became of the answer.
/// </summary>
public static class ResolutionPolicy
{
    private sealed record Gate(string Reason, Func<Conversation, Turn, bool> Holds);

    /// <summary>What speaks against asking: the first that holds decides.</summary>
    private static readonly Gate[] AgainstAsking =
    [
        new("person-has-it", (conversation, _) => conversation.Handoff.TicketId is not null),
        new("nothing-answered", (_, turn) => !turn.Happened.Any(IsAnswer)),
        new("asked-before", (conversation, _) => conversation.Episode.IsResolutionAsked),
        // One question at a time: "yes" must have one meaning.
        new("another-question", (conversation, _) => conversation.Episode is { OfferWaiting: true } or { Procedure: not null } or { Choices.IsEmpty: false }),
        new("more-to-do", (conversation, _) => !conversation.Episode.PutOff.IsEmpty),
        new("at-risk", (_, turn) => turn.Signals.AtRisk),
        new("said-already", (_, turn) => turn.Request is CustomerRequest.Goodbye or CustomerRequest.Solved || IsGlad(turn)),
        new("strong-anger", (_, turn) => Felt(turn) is { Primary: Emotion.Anger, Intensity: >= AcknowledgementRules.StrongAnger }),
        new("upset-after-failure", (conversation, turn) => FeelsBad(turn) && FailedBefore(conversation, turn)),
        // What was promised for a later day is not settled today, and the customer knows that.
        new("promise-open", (conversation, _) => conversation.Episode.HasPromise),
        // Who asks what shipping costs and is told needs no check whether that was it.
        new("plain-question", (conversation, turn) => !turn.Happened.Any(happened => happened is ProcedureEnded) && !HadTrouble(conversation, turn)),
    ];

    /// <summary>Whether the reply of this turn ends with the question.</summary>
    /// <param name="conversation">The conversation with everything this turn brought.</param>
    /// <param name="turn">What the turn brought, what happened in it included.</param>
    public static QuestionDecision Ask(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        return Array.Find(AgainstAsking, gate => gate.Holds(conversation, turn)) is { } against ? new(false, against.Reason) : new(true, "answered");
    }

    /// <summary>The step that an answer to the question leads to; null when the message is none.</summary>
    public static TurnDecision? Answered(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var episode = conversation.Episode;
        // "It works now" refers back to the matter and asks nothing of it; a matter of its own goes first.
        if (conversation.Handoff.TicketId is not null || turn.ProcedureWaits || turn.Choice is not null || turn.Match is { Sure: not null, RefersBack: false })
            return null;
        return turn.Request switch
        {
            CustomerRequest.Solved or CustomerRequest.Goodbye when episode.Answer is not null => new(new CloseMatter(), "matter-settled"),
            CustomerRequest.Yes when episode.ResolutionWaits => new(new CloseMatter(), "said-solved"),
            CustomerRequest.No or CustomerRequest.NotSolved when episode.ResolutionWaits => AfterFailure(episode),
            _ => null,
        };
    }

    /// <summary>What became of the answer that was given before this turn, once the step shows it; null while it is open.</summary>
    /// <param name="conversation">The conversation with this turn's message applied.</param>
    /// <param name="turn">What the turn brought.</param>
    /// <param name="step">The step that was decided on for it.</param>
    public static ResolutionDecision? OutcomeOf(Conversation conversation, Turn turn, Step step)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(step);
        var episode = conversation.Episode;
        if (episode.Answer is null || conversation.Handoff.TicketId is not null || turn.Signals.AtRisk)
            return null;
        return step switch
        {
            CloseMatter => Closing(episode, turn),
            HandOver => new(Resolution.Failed, "went-to-a-person"),
            TellArticle or StartProcedure or BeginWith or TakeUp or AskWhich or AdmitNotSolved or OfferPerson or OfferNextBest when SaysNo(episode, turn) =>
                new(Resolution.Failed, "said-no"),
            TellArticle told when told.ArticleId != episode.Answer => new(Resolution.Assumed, "went-on"),
            BeginWith or TakeUp => new(Resolution.Assumed, "went-on"),
            StartProcedure started when started.AboutAnother || started.ProcedureId != episode.Answer => new(Resolution.Assumed, "went-on"),
            _ => null,
        };
    }

    /// <summary>The next best answer while there is one, then a person; and whoever refused a person is asked what is missing.</summary>
    private static TurnDecision AfterFailure(Episode episode)
    {
        if (episode.NextBest is { } next)
            return new(new OfferNextBest(next), "next-best-answer");
        return episode.Offers == 0
            ? new(new OfferPerson(HandoffReason.NotUnderstood), "answer-did-not-help")
            : new(new AdmitNotSolved(), "not-solved");
    }

    private static ResolutionDecision Closing(Episode episode, Turn turn)
    {
        if (turn.Request == CustomerRequest.Solved)
            return new(Resolution.Confirmed, "said-solved");
        if (episode.ResolutionWaits && turn.Request is CustomerRequest.Yes or CustomerRequest.Goodbye)
            return new(Resolution.Confirmed, "said-yes");
        if (IsGlad(turn))
            return new(Resolution.Confirmed, "said-thanks");
        return new(Resolution.Assumed, turn.Request == CustomerRequest.No ? "nothing-more" : "left");
    }

    private static bool SaysNo(Episode episode, Turn turn) => turn.Request == CustomerRequest.NotSolved
        || (turn.Request == CustomerRequest.No && episode.ResolutionWaits);

    private static bool IsAnswer(ConversationEvent happened) =>
        happened is ArticleTold or ProcedureEnded { Outcome: ProcedureOutcome.Solved };

    /// <summary>The customer came with trouble, had to ask more than once, or was only guessed at.</summary>
    private static bool HadTrouble(Conversation conversation, Turn turn) =>
        FeelsBad(turn) || turn.Signals.Repeat || turn.Choice is not null || conversation.Episode.ArticlesTold.Count > 1
        || conversation.Episode.BotFailures > 0;

    private static bool FailedBefore(Conversation conversation, Turn turn) => conversation.Episode.BotFailures > 0
        || turn.Happened.Any(happened => happened is BackOfficeCalled { Outcome: BackOfficeOutcome.Unavailable });

    private static bool FeelsBad(Turn turn) => Felt(turn) is { } felt && felt.Primary.IsNegative();

    private static bool IsGlad(Turn turn) => Felt(turn) is { } felt && felt.Primary.IsPositive();

    private static EmotionReading? Felt(Turn turn) => turn.Reading is { IsSure: true } reading ? reading : null;
}
