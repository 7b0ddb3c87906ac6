using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Domain.Tests.Acknowledgements;
using EmpathyBot.Domain.Tests.Handoffs;
using FsCheck;
using FsCheck.Fluent;

namespace EmpathyBot.Domain.Tests.Solving;

/// <summary>One turn, or one act of an agent's, of a generated conversation.</summary>
internal sealed record PlayedClosing(
    Conversation Before, Turn Turn, IReadOnlyList<Step> Steps, IReadOnlyList<ConversationEvent> Happened, Conversation After, HandoffTicket? Ticket)
{
    public bool AsksResolution => Happened.Any(happened => happened is ResolutionAsked);

    public bool AsksFeedback => Happened.Any(happened => happened is FeedbackAsked);

    public EmotionReading? Felt => Turn.Reading is { IsSure: true } reading ? reading : null;

    public override string ToString() => Ticket is not null
        ? $"agent: {Ticket.State} {Ticket.Outcome} {string.Join(", ", Happened.Select(happened => happened.GetType().Name))}"
        : $"\"{Turn.Text}\" {Turn.Request} {Turn.Reading?.Primary} {Turn.Feedback} {string.Join(" > ", Steps)} -> {string.Join(", ", Happened.Select(happened => happened.GetType().Name))}";
}

/// <summary>Thousands of conversations made by chance, decided by the turn policy and carried out as the bot does, with agents between.</summary>
internal static class PlayedClosings
{
    private const int Many = 2_000;

    private static readonly string[] Texts =
        ["where is it", "thanks", "no", "yes", "that did not help", "quick answer", "4", "is this a question?", "my password is hunter2", "the lamp", ""];

    private static readonly ContentCandidate[] Contents =
    [
        new(ContentKind.Article, "a", "returns", 0.9), new(ContentKind.Article, "b", "delivery", 0.8), new(ContentKind.Procedure, "p", "the status of an order", 0.9),
        new(ContentKind.Article, "a", "returns", 0.4), new(ContentKind.Article, "c", "gift cards", 0.3),
    ];

    private static readonly Lazy<IReadOnlyList<IReadOnlyList<PlayedClosing>>> Made = new(() =>
        [.. Gen.Choose(0, int.MaxValue - 1).ArrayOf(16).Sample(Many, new Rnd(20261122), 16).Select(Play)]);

    public static IReadOnlyList<IReadOnlyList<PlayedClosing>> All => Made.Value;

    private static List<PlayedClosing> Play(int[] chances)
    {
        var conversation = Some.Conversation();
        var played = new List<PlayedClosing>();
        foreach (var (chance, number) in chances.Select((chance, number) => (chance, number)))
        {
            var dice = new Random(chance);
            if (conversation.Handoff.TicketId is not null && dice.Next(2) == 0)
                played.Add(Act(conversation, dice, number));
            else
                played.Add(Take(conversation, TurnOf(conversation, dice, number), dice));
            conversation = played[^1].After;
        }

        return played;
    }

    private static PlayedClosing Act(Conversation before, Random dice, int number)
    {
        var hold = before.Handoff;
        var state = hold.IsWaiting ? HandoffState.Accepted : dice.Next(4) == 0 ? HandoffState.Returned : HandoffState.Closed;
        var chat = new Chat().Says("a person please");
        var ticket = new HandoffTicket(
            hold.TicketId!, before.Id, state, hold.Reason, 0.5, Some.Time, Some.Time, "ann", "Ann", chat.Brief(hold.Reason),
            state == HandoffState.Closed ? (HandoffOutcome)dice.Next(4) : null);
        List<ConversationEvent> happened = [new HandoffMoved($"x{number}", Some.Time, ticket.Id, state, ticket.Reason, "Ann")];
        var after = before.Apply(happened);
        if (FeedbackPolicy.AskAfter(after, ticket).Asks)
            happened.Add(new FeedbackAsked($"x{number}", Some.Time));
        return new(before, Some.Turn(), [], happened, before.Apply(happened), ticket);
    }

    private static Turn TurnOf(Conversation conversation, Random dice, int number)
    {
        var emotion = dice.Next(2) == 0 ? Emotion.Neutral : (Emotion)dice.Next(10);
        var candidate = Contents[dice.Next(Contents.Length)];
        var text = Texts[dice.Next(Texts.Length)];
        var waits = conversation.Episode.Procedure is not null;
        return Some.Turn(text) with
        {
            Id = $"t{number}",
            Reading = conversation.ReadingOff ? null : Some.Reading(emotion, Math.Round(0.2 + (0.8 * dice.NextDouble()), 2), confidence: dice.Next(6) == 0 ? 0.3 : 0.8),
            Signals = new() { AtRisk = dice.Next(40) == 0, WantsHuman = dice.Next(12) == 0, Repeat = dice.Next(8) == 0 },
            Request = dice.Next(2) == 0 ? (CustomerRequest)dice.Next(Enum.GetValues<CustomerRequest>().Length) : CustomerRequest.None,
            Match = dice.Next(2) == 0 ? ContentMatch.None : new([candidate, .. Contents.Where(other => other.Score < 0.5 && other.Id != candidate.Id)])
            {
                Several = candidate.Score > 0.5 && dice.Next(8) == 0 ? [.. Contents.Take(3)] : [],
                RefersBack = dice.Next(8) == 0,
            },
            Choice = conversation.Episode.Choices is [var first, ..] && dice.Next(2) == 0 ? first : null,
            ProcedureWaits = waits,
            AnswersProcedure = waits && dice.Next(2) == 0,
            Feedback = conversation.FeedbackWaits == FeedbackWait.None || dice.Next(2) == 0
                ? FeedbackHeard.Nothing
                : new(dice.Next(3) == 0 ? null : dice.Next(1, 6), dice.Next(2) == 0, dice.Next(2) == 0),
        };
    }

    /// <summary>Takes the turn as the bot does: decide, carry out, decide again, and a question at the end.</summary>
    private static PlayedClosing Take(Conversation before, Turn turn, Random dice)
    {
        List<ConversationEvent> happened = [new CustomerSaid(turn.Id, turn.At, turn.Text, turn.Reading, [])];
        var steps = new List<Step>();
        var now = () => before.Apply(happened);

        var decision = TurnPolicy.Decide(now(), turn);
        var offer = decision.OfferToo;
        if (ResolutionPolicy.OutcomeOf(now(), turn, decision.Step) is { } known)
            happened.Add(new ResolutionRecorded(turn.Id, turn.At, known.Outcome, known.Reason, null));
        var first = happened.Count;
        for (var taken = 0; taken < TurnPolicy.StepsPerTurn && decision.Step is not Done; taken++)
        {
            steps.Add(decision.Step);
            happened.Add(new Decided(turn.Id, turn.At, decision.Step.Name, decision.Reason));
            happened.AddRange(Events(decision.Step, now(), turn, dice));
            decision = TurnPolicy.Decide(now(), turn with { Happened = [.. happened.Skip(first)] });
        }

        if (offer is { } reason && now() is { Episode: { Procedure: null, OfferWaiting: false }, Handoff.TicketId: null })
            happened.Add(new PersonOffered(turn.Id, turn.At, reason));
        var ended = turn with { Happened = happened };
        if (ResolutionPolicy.Ask(now(), ended).Asks)
            happened.Add(new ResolutionAsked(turn.Id, turn.At, turn.Match.Possible.FirstOrDefault(candidate => candidate.Id != now().Episode.Answer)));
        else if (FeedbackPolicy.Ask(now(), ended).Asks)
            happened.Add(new FeedbackAsked(turn.Id, turn.At));
        return new(before, turn, steps, happened, now(), null);
    }

    private static IEnumerable<ConversationEvent> Events(Step step, Conversation now, Turn turn, Random dice)
    {
        var (id, at) = (turn.Id, turn.At);
        if (step is CloseMatter or OfferPerson or HandOver or LeaveProcedure or StartProcedure && now.Episode.Procedure is { } running)
            yield return new ProcedureEnded(id, at, running, running, ProcedureOutcome.Left);
        switch (step)
        {
            case TellArticle told:
                yield return new ArticleTold(id, at, told.ArticleId, told.ArticleId);
                break;
            case BeginWith several:
                yield return new MattersPutOff(id, at, several.Others);
                foreach (var happened in Events(several.FirstStep, now, turn, dice))
                    yield return happened;
                break;
            case TakeUp next:
                yield return new MatterTakenUp(id, at, next.Matter);
                foreach (var happened in Events(next.OwnStep, now, turn, dice))
                    yield return happened;
                break;
            case StartProcedure or ContinueProcedure:
                var procedure = step is StartProcedure started ? started.ProcedureId : now.Episode.Procedure!;
                if (step is StartProcedure)
                    yield return new ProcedureStarted(id, at, procedure, procedure);
                if (dice.Next(2) == 0)
                    break;
                if (dice.Next(4) == 0)
                    yield return new PromiseMade(id, at, "an answer by Monday");
                yield return new ProcedureEnded(id, at, procedure, procedure, (ProcedureOutcome)dice.Next(3));
                break;
            case AskWhich which:
                yield return new ClarificationAsked(id, at, which.Choices);
                break;
            case OfferNextBest next:
                yield return new ClarificationAsked(id, at, [next.Choice]);
                break;
            case AskToRephrase:
                yield return new NotUnderstood(id, at);
                break;
            case OfferPerson person:
                yield return new PersonOffered(id, at, person.Reason);
                break;
            case HandOver over:
                yield return new HandoffMoved(id, at, "k", HandoffState.Queued, over.Reason, null);
                break;
            case LeaveQueue:
                yield return new HandoffMoved(id, at, "k", HandoffState.Abandoned, now.Handoff.Reason, null);
                break;
            case AcceptRefusal:
                yield return new PersonDeclined(id, at);
                break;
            case CloseMatter:
                yield return new MatterSolved(id, at);
                break;
            case DropSympathy:
                yield return new SympathySkipped(id, at);
                break;
            case SwitchReading { On: var on }:
                yield return new ReadingSwitched(id, at, on);
                break;
            case TakeFeedback feedback:
                yield return new FeedbackGiven(id, at, feedback.Rating, feedback.WithWords ? turn.Text : null);
                break;
            case EndFeedback:
                yield return new FeedbackDeclined(id, at);
                break;
        }
    }
}
