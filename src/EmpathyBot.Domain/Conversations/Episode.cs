using System.Collections.Immutable;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// One matter of the customer's, from its first message to its end. After a closed handoff or a solved matter the next
/// message opens a new one, so that old trouble cannot set off a new handoff.
/// </summary>
public sealed record Episode
{
    /// <summary>More is not kept in mind: who asks for so much is better served by a person.</summary>
    public const int MostPutOff = 4;

    public int Number { get; init; } = 1;

    /// <summary>The first message about the matter; null until there is one.</summary>
    public string? FirstTurnId { get; init; }

    /// <summary>True from a message that asks for something until it is solved.</summary>
    public bool ProblemOpen { get; init; }

    /// <summary>True when the matter is at its end and the next message opens a new episode.</summary>
    public bool Ended { get; init; }

    /// <summary>Messages of the customer in this episode.</summary>
    public int Turns { get; init; }

    /// <summary>Misunderstandings in a row.</summary>
    public int NotUnderstoodInARow { get; init; }

    /// <summary>How often the bot itself failed.</summary>
    public int BotFailures { get; init; }

    /// <summary>Title of what is being dealt with, for example "the status of an order"; null until known.</summary>
    public string? Matter { get; init; }

    /// <summary>Articles told in this episode.</summary>
    public ImmutableList<string> ArticlesTold { get; init; } = [];

    /// <summary>The procedure that is running, or null. Its position lives in the dialog stack.</summary>
    public string? Procedure { get; init; }

    /// <summary>The choices of a clarifying question that waits for an answer.</summary>
    public ImmutableList<ContentCandidate> Choices { get; init; } = [];

    /// <summary>What was asked for along with what is dealt with now, in the order it will be taken up.</summary>
    public ImmutableList<ContentCandidate> PutOff { get; init; } = [];

    /// <summary>True while the offer of a person waits for an answer.</summary>
    public bool OfferWaiting { get; init; }

    /// <summary>Offers of a person made so far.</summary>
    public int Offers { get; init; }

    /// <summary>Why the last offer was made.</summary>
    public HandoffReason? OfferedFor { get; init; }

    /// <summary>The turn of the last offer: whether things got worse is measured from there.</summary>
    public string? OfferedInTurn { get; init; }

    /// <summary>The article or procedure that answered last, until it is known what became of the answer; null when nothing is open.</summary>
    public string? Answer { get; init; }

    /// <summary>True once the customer was asked whether that settles it: once in a matter.</summary>
    public bool IsResolutionAsked { get; init; }

    /// <summary>True while that question waits for an answer.</summary>
    public bool ResolutionWaits { get; init; }

    /// <summary>True once something was promised for a later day: the matter is not settled today.</summary>
    public bool HasPromise { get; init; }

    /// <summary>What else the answered message may have meant.</summary>
    public ContentCandidate? NextBest { get; init; }

    /// <summary>Facts collected, by name.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The first matter of a conversation.</summary>
    public static Episode First { get; } = new();

    /// <summary>The episode after this event.</summary>
    public Episode After(ConversationEvent happened) => happened switch
    {
        CustomerSaid said when Ended => new Episode { Number = Number + 1, FirstTurnId = said.TurnId, Turns = 1 },
        CustomerSaid said => this with { FirstTurnId = FirstTurnId ?? said.TurnId, Turns = Turns + 1 },
        ArticleTold told => Understood() with
        {
            ArticlesTold = ArticlesTold.Contains(told.ArticleId) ? ArticlesTold : ArticlesTold.Add(told.ArticleId),
            Matter = told.Title,
            ProblemOpen = true,
            Answer = told.ArticleId,
            PutOff = PutOff.RemoveAll(matter => matter.Kind == ContentKind.Article && matter.Id == told.ArticleId),
        },
        ProcedureStarted started => Understood() with
        {
            Procedure = started.ProcedureId,
            Matter = started.Title,
            ProblemOpen = true,
            PutOff = PutOff.RemoveAll(matter => matter.Kind == ContentKind.Procedure && matter.Id == started.ProcedureId),
        },
        MattersPutOff more => this with { PutOff = [.. PutOff.Concat(more.Matters).DistinctBy(matter => (matter.Kind, matter.Id)).Take(MostPutOff)] },
        MatterTakenUp taken => this with { PutOff = PutOff.RemoveAll(taken.Matter.IsSameAs) },
        ProcedureEnded ended => this with { Procedure = null, Answer = ended.Outcome == ProcedureOutcome.Solved ? ended.ProcedureId : Answer },
        FactCollected fact => this with { Facts = Facts.SetItem(fact.Name, fact.Value) },
        FactForgotten fact => this with { Facts = Facts.Remove(fact.Name) },
        ClarificationAsked asked => this with { Choices = [.. asked.Choices], ProblemOpen = true, OfferWaiting = false, ResolutionWaits = false },
        NotUnderstood => this with { NotUnderstoodInARow = NotUnderstoodInARow + 1, ProblemOpen = true, Choices = [], ResolutionWaits = false },
        PersonOffered offered => this with { OfferWaiting = true, Offers = Offers + 1, OfferedFor = offered.Reason, OfferedInTurn = offered.TurnId, Choices = [], ResolutionWaits = false },
        PersonDeclined => this with { OfferWaiting = false },
        PromiseMade => this with { HasPromise = true },
        BotFailed => this with { BotFailures = BotFailures + 1 },
        ResolutionAsked asked => this with { IsResolutionAsked = true, ResolutionWaits = true, NextBest = asked.NextBest },
        ResolutionRecorded recorded => this with
        {
            Answer = null,
            ResolutionWaits = false,
            NextBest = null,
            BotFailures = recorded is { Outcome: Resolution.Failed, Reason: "said-no" } ? BotFailures + 1 : BotFailures,
        },
        // Telling how it went opens no matter: what comes next is one of its own.
        FeedbackGiven or FeedbackDeclined when !ProblemOpen => this with { Ended = true },
        MatterSolved => this with { ProblemOpen = false, Ended = true, OfferWaiting = false, Choices = [] },
        HandoffMoved { State: HandoffState.Closed or HandoffState.Returned or HandoffState.Abandoned or HandoffState.TimedOut } =>
            this with { Ended = true, ProblemOpen = false, OfferWaiting = false, Choices = [], Procedure = null },
        HandoffMoved => this with { OfferWaiting = false, Choices = [], Procedure = null, Answer = null, ResolutionWaits = false },
        _ => this,
    };

    private Episode Understood() => this with { NotUnderstoodInARow = 0, Choices = [], OfferWaiting = false, ResolutionWaits = false };
}
