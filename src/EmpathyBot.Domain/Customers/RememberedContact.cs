using System.Collections.Immutable;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Customers;

/// <summary>How a contact ended, as far as it has.</summary>
public enum ContactEnding
{
    /// <summary>Nothing came of it yet.</summary>
    Open = 0,
    /// <summary>Something was answered; nobody said whether it helped.</summary>
    Answered,
    /// <summary>The matter was settled.</summary>
    Solved,
    /// <summary>It went to a person who has not closed it.</summary>
    WithPerson,
    /// <summary>A person closed it.</summary>
    ClosedByPerson,
}

/// <summary>What a contact was about.</summary>
/// <param name="Kind">Article or procedure.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title as it was then.</param>
public sealed record RememberedMatter(ContentKind Kind, string Id, string Title);

/// <summary>
/// One contact: a conversation, or in one that never ends (Teams, a page that is kept open for months) the messages of
/// one visit.
/// </summary>
/// <param name="ConversationId">Where.</param>
/// <param name="BeganAt">The first message.</param>
/// <param name="LastAt">The customer's last message.</param>
public sealed record RememberedContact(string ConversationId, DateTimeOffset BeganAt, DateTimeOffset LastAt)
{
    /// <summary>After so long without a word from the customer the next one begins a new contact.</summary>
    public static readonly TimeSpan NewContactAfter = TimeSpan.FromHours(6);

    private const int MattersKept = 5;
    private const int PhrasesKept = 20;

    /// <summary>What it was about, the latest last; at most five.</summary>
    public ImmutableList<RememberedMatter> Matters { get; init; } = [];

    public ContactEnding Ending { get; init; }

    /// <summary>The mood last read for sure; null when reading was off or nothing was sure.</summary>
    public Emotion? Mood { get; init; }

    /// <summary>Phrases of acknowledgement used, at most twenty.</summary>
    public ImmutableList<string> PhraseIds { get; init; } = [];

    /// <summary>What was apologised for, without the number of the episode: <c>wait</c>, <c>product:jacket</c>.</summary>
    public ImmutableList<string> ApologisedFor { get; init; } = [];

    /// <summary>What it was last about, or null.</summary>
    public RememberedMatter? Matter => Matters.LastOrDefault();

    /// <summary>True while a message at this moment still belongs to it. Who waits for a person may wait for days.</summary>
    public bool GoesOnAt(DateTimeOffset at) => at - LastAt < NewContactAfter || Ending == ContactEnding.WithPerson;

    /// <summary>Whether it was about one of these.</summary>
    public bool IsAbout(IReadOnlyCollection<string> matterIds) => Matters.Exists(matter => matterIds.Contains(matter.Id));

    internal RememberedContact Heard(DateTimeOffset at, Emotion? mood) => this with { LastAt = at > LastAt ? at : LastAt, Mood = mood ?? Mood };

    internal RememberedContact WithoutMood() => this with { Mood = null, PhraseIds = [], ApologisedFor = [] };

    internal RememberedContact After(ConversationEvent happened) => happened switch
    {
        ArticleTold told => About(new(ContentKind.Article, told.ArticleId, told.Title)) with { Ending = ContactEnding.Answered },
        ProcedureStarted started => About(new(ContentKind.Procedure, started.ProcedureId, started.Title)) with { Ending = ContactEnding.Open },
        ProcedureEnded { Outcome: var outcome } =>
            this with { Ending = outcome == ProcedureOutcome.Solved ? ContactEnding.Answered : ContactEnding.Open },
        MatterSolved when Matters.Count > 0 => this with { Ending = ContactEnding.Solved },
        ReadingCorrected corrected when corrected.NotThis == Mood => this with { Mood = null },
        HandoffMoved moved => this with
        {
            Ending = HandoffHold.From(moved).TicketId is not null ? ContactEnding.WithPerson
                : moved.State == HandoffState.Closed ? ContactEnding.ClosedByPerson : ContactEnding.Open,
        },
        Acknowledged { PhraseId: { } phrase } said => this with
        {
            PhraseIds = [.. PhraseIds.Remove(phrase).TakeLast(PhrasesKept - 1), phrase],
            ApologisedFor = said is { Act: AcknowledgementAct.Apologise, Incident: { } incident } && !ApologisedFor.Contains(Incidents.WithoutEpisode(incident))
                ? [.. ApologisedFor.TakeLast(PhrasesKept - 1), Incidents.WithoutEpisode(incident)]
                : ApologisedFor,
        },
        _ => this,
    };

    private RememberedContact About(RememberedMatter matter) =>
        this with { Matters = [.. Matters.RemoveAll(known => known.Id == matter.Id).TakeLast(MattersKept - 1), matter] };
}
