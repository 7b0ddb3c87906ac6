using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Solving;

/// <summary>Decides how the matter moves one step: answer, procedure, one clarifying question, an honest "not understood".</summary>
public static class SolvingPolicy
{
    private const int MostWordsOfAFeeling = 15;

    /// <summary>The step for the matter, when nothing more urgent was asked.</summary>
    public static TurnDecision Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var episode = conversation.Episode;

        if (turn.ProcedureWaits && !turn.AnswersProcedure && turn.Match.Sure is null && TakesLeave(turn))
            return new(new CloseMatter(), "took-leave");
        // "What does that mean?" is for the procedure that waits; "and for 10023?" begins it anew.
        var isForProcedure = turn.Match.Sure is null || (turn.Match.RefersBack && !turn.Match.MeansAnother);
        if (turn.ProcedureWaits && (turn.AnswersProcedure || isForProcedure))
            return new(new ContinueProcedure(), turn.AnswersProcedure ? "answers-question" : "procedure-waits");

        // Who waits for a person and asks for nothing more is not sent through a procedure meanwhile.
        if (conversation.Handoff.IsWaiting && (IsPureThanks(turn) || !Asking.May(turn.Text, turn.Words.Asking)))
            return new(new SayWaiting(), "waiting-for-person");

        if (turn.Reading is { IsSure: true } glad && glad.Primary.IsPositive() && IsShort(turn.Text) && !Asking.May(turn.Text, turn.Words.Asking))
            return new(new CloseMatter(), "glad-and-asks-nothing");

        if (turn.Choice is { } choice)
            return new(Step.For(choice), "choice-taken");

        if (turn.Match.Several is { Count: > 1 } several)
        {
            var heaviest = several.OrderByDescending(matter => matter.Weight).ToList();
            return new(new BeginWith(heaviest[0], heaviest[1..]), "asked-for-several");
        }

        if (turn.Match is { MeansAnother: true, Sure: { Kind: ContentKind.Procedure } same })
            return new(new StartProcedure(same.Id, AboutAnother: true), "asked-for-another");

        if (turn.Match.Sure is { } sure)
        {
            return Told(episode, sure) && turn.Request == CustomerRequest.NotSolved
                ? new(new OfferPerson(HandoffReason.NotUnderstood), "answer-did-not-help")
                : new(Step.For(sure), turn.Match.RefersBack ? "follows-up" : "asked-for");
        }

        if (conversation.Handoff.IsWaiting)
            return new(new SayWaiting(), "waiting-for-person");

        return turn.Request switch
        {
            CustomerRequest.Goodbye or CustomerRequest.Solved => new(new CloseMatter(), "matter-settled"),
            CustomerRequest.NotSolved when episode.ArticlesTold.Count > 0 => new(new OfferPerson(HandoffReason.NotUnderstood), "answer-did-not-help"),
            CustomerRequest.NotSolved => new(new AdmitNotSolved(), "not-solved"),
            CustomerRequest.Greeting => new(new ReturnGreeting(), "greeting"),
            CustomerRequest.No when episode.ArticlesTold.Count > 0 || !episode.ProblemOpen => new(new CloseMatter(), "nothing-more"),
            CustomerRequest.Yes when !episode.ProblemOpen => new(new AskWhatHappened(), "yes-to-nothing"),
            _ => Unclear(episode, turn),
        };
    }

    /// <summary>What is taken up when a step of this turn is done: a matter that was put off, one at a time; null when there is none.</summary>
    public static TurnDecision? Next(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var episode = conversation.Episode;
        var isDone = turn.Happened.Any(happened => happened is ArticleTold or ProcedureEnded { Outcome: ProcedureOutcome.Solved or ProcedureOutcome.Unsolved });
        return isDone && episode is { Procedure: null, OfferWaiting: false, PutOff: [var next, ..] }
            ? new(new TakeUp(next), "put-off-before")
            : null;
    }

    private static TurnDecision Unclear(Episode episode, Turn turn)
    {
        if (turn.Text.Length == 0)
            return new(new SayCannotRead(), "no-words");
        if (IsPureThanks(turn))
            return new(new CloseMatter(), "pure-thanks");
        // Lost a third time, with the offer unanswered: asking again would trap the customer with a bot that cannot help.
        if (episode.OfferWaiting)
            return new(new HandOver(HandoffReason.NotUnderstood), "lost-after-offer");
        if (turn.Match.Likely is { } likely && !Told(episode, likely))
            return new(Step.For(likely), "likely-meant");
        if (episode.NotUnderstoodInARow >= 1 || episode.Choices.Count > 0)
            return new(new OfferPerson(HandoffReason.NotUnderstood), "twice-not-understood");
        if (turn.Match.Possible.Count > 0)
            return new(new AskWhich(turn.Match.Possible), "may-mean-several");
        // Who asks has said what is wanted: "what happened?" would be no answer.
        return turn.Reading is { IsSure: true } felt && felt.Primary.IsNegative() && !episode.ProblemOpen && IsShort(turn.Text) && !HasQuestion(turn)
            ? new(new AskWhatHappened(), "felt-but-nothing-asked")
            : new(new AskToRephrase(), "not-understood");
    }

    private static bool TakesLeave(Turn turn) => turn.Request is CustomerRequest.Goodbye or CustomerRequest.Solved || IsPureThanks(turn);

    // Thanks may be said at length; a joy at length is mostly about something, and a question wants its answer.
    private static bool IsPureThanks(Turn turn) => turn.Reading is { IsSure: true } reading && !HasQuestion(turn)
        && (reading.Primary == Emotion.Gratitude || (reading.Primary.IsPositive() && IsShort(turn.Text)));

    private static bool HasQuestion(Turn turn) => turn.Text.Contains('?', StringComparison.Ordinal);

    // Longer messages say more than a feeling: there is something in them that we did not get.
    private static bool IsShort(string text) => text.Split(' ', MostWordsOfAFeeling + 1, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfAFeeling;

    private static bool Told(Episode episode, ContentCandidate candidate) =>
        candidate.Kind == ContentKind.Article && episode.ArticlesTold.Contains(candidate.Id);
}
