using System.Collections.Immutable;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// What follows from everything that happened in a conversation, folded so that its size stays bounded. Immutable:
/// applying an event gives the next one.
/// </summary>
public sealed record Conversation
{
    /// <summary>Earlier turns kept for reading the next one in context.</summary>
    public const int EarlierTurnsKept = 6;

    /// <summary>After so many refused proofs of ownership nothing more is tried in this conversation.</summary>
    public const int OwnershipTries = 5;

    private const int AmendsKept = 20;

    public required string Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>
    /// BCP 47 tag of the customer's language: the channel's at first, then what their messages are written in
    /// (<see cref="ConversationLanguage"/>). Content answers in it, or in the language it falls back on.
    /// </summary>
    public required string Locale { get; init; }

    /// <summary>The language of the last message that was long enough to tell it, or null.</summary>
    public string? LanguageHeard { get; init; }

    /// <summary>True once the customer was told that their language is not spoken here.</summary>
    public bool ToldNotSpoken { get; init; }

    /// <summary>True when the customer uses the polite form of address ("usted") and is answered with it.</summary>
    public bool Formal { get; init; }

    public bool IsGreeted { get; init; }

    /// <summary>True once the customer switched the reading of mood off.</summary>
    public bool ReadingOff { get; init; }

    /// <summary>True once the customer asked for no sympathy.</summary>
    public bool SkipSympathy { get; init; }

    public EmotionalJourney Journey { get; init; } = EmotionalJourney.Empty;

    public AcknowledgementHistory Acknowledgements { get; init; } = AcknowledgementHistory.Empty;

    /// <summary>The matter being dealt with now.</summary>
    public Episode Episode { get; init; } = Episode.First;

    /// <summary>The article or procedure last told or begun: what "and the other one?" refers to. Outlives its episode.</summary>
    public ContentCandidate? LastMatter { get; init; }

    /// <summary>The order whose owner the customer has shown to be, or null.</summary>
    public string? ProvenOrder { get; init; }

    public int OwnershipRefusals { get; init; }

    /// <summary>Incidents for which amends were offered, so that none is offered twice; the latest twenty.</summary>
    public ImmutableList<string> AmendsOfferedFor { get; init; } = [];

    /// <summary>True once the customer was asked how it went: that is asked once.</summary>
    public bool IsFeedbackAsked { get; init; }

    /// <summary>What the question how it went waits for; over with the next message, whatever that is.</summary>
    public FeedbackWait FeedbackWaits { get; init; }

    /// <summary>Who holds the conversation.</summary>
    public HandoffHold Handoff { get; init; } = HandoffHold.None;

    /// <summary>How far talk of a callback has come.</summary>
    public CallbackTalk Callback { get; init; }

    /// <summary>By when a person gets in touch, once that is promised.</summary>
    public DateTimeOffset? CallbackBy { get; init; }

    public ImmutableList<EarlierTurn> EarlierTurns { get; init; } = [];

    /// <summary>
    /// True when nothing of it goes into the customer's memory: several people write in it, or the customer wanted to be
    /// forgotten.
    /// </summary>
    public bool Unremembered { get; init; }

    /// <summary>True where several people read along, such as a group or a channel of Teams: see <see cref="SharedPlace"/>.</summary>
    public bool IsShared { get; init; }

    /// <summary>True once an open case of an earlier contact was mentioned.</summary>
    public bool IsCaseMentioned { get; init; }

    /// <summary>The customer's messages since they were asked whether to be forgotten; null when they were not.</summary>
    public int? MessagesSinceForgetAsked { get; init; }

    /// <summary>True when this message answers the question whether to be forgotten.</summary>
    public bool ForgetWaiting => MessagesSinceForgetAsked == 1;

    /// <summary>How the last turn with a reading was decided, so that "why did you say that?" can be answered.</summary>
    public LastReading? Last { get; init; }

    /// <summary>A new conversation in which nothing has happened.</summary>
    public static Conversation Begin(string id, string channel, string locale) => new() { Id = id, Channel = channel, Locale = locale };

    /// <summary>The conversation after these events.</summary>
    public Conversation Apply(IEnumerable<ConversationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(this, (conversation, happened) => conversation.Apply(happened));
    }

    /// <summary>The conversation after this event.</summary>
    public Conversation Apply(ConversationEvent happened) => happened switch
    {
        Greeted => this with { IsGreeted = true },
        CustomerSaid said => Remember("customer", said.Text) with
        {
            Episode = Episode.After(said),
            Locale = ConversationLanguage.After(this, said.Language, said.Text),
            LanguageHeard = said.Language ?? LanguageHeard,
            Formal = said.Formal ?? Formal,
            MessagesSinceForgetAsked = MessagesSinceForgetAsked is { } asked and < 1 ? asked + 1 : null,
            Journey = said.Reading is { IsSure: true } reading ? Journey.With(said.TurnId, reading) : Journey,
            // What "why did you say that?" asks about is the last message in which something was felt.
            Last = said.Reading is null or { Primary: Emotion.Neutral } ? Last : new LastReading(said.TurnId, said.Reading, null),
        },
        BotSaid said => Remember("bot", said.Text),
        AgentSaid said => Remember("agent", said.Text),
        Acknowledged acknowledged => this with
        {
            Acknowledgements = Acknowledgements.After(acknowledged),
            Last = Last?.TurnId == acknowledged.TurnId ? Last with { Acknowledged = acknowledged } : Last,
        },
        PersonOffered { Reason: HandoffReason.OtherLanguage } offered => this with { ToldNotSpoken = true, Episode = Episode.After(offered) },
        OwnershipProven proven => this with { ProvenOrder = proven.OrderNumber },
        OwnershipRefused => this with { OwnershipRefusals = OwnershipRefusals + 1 },
        AmendsOffered offered => this with { AmendsOfferedFor = [.. AmendsOfferedFor.TakeLast(AmendsKept - 1), offered.Incident] },
        ReadingCorrected corrected => this with { Journey = Journey.WithoutLast(corrected.NotThis, corrected.TurnId), Last = null },
        ReadingSwitched { On: true } => this with { ReadingOff = false, Last = null },
        ReadingSwitched => Moodless.Of(this) with { ReadingOff = true },
        FeedbackAsked => this with { IsFeedbackAsked = true, FeedbackWaits = FeedbackWait.Answer },
        FeedbackGiven given => this with
        {
            FeedbackWaits = given is { Rating: not null, Words: null } ? FeedbackWait.Words : FeedbackWait.None,
            Episode = Episode.After(given),
        },
        // What is decided on the next message ends the waiting; who answers it has been heard by then.
        // An offered callback stays open while the customer waits; after that only for the next message.
        Decided => this with
        {
            FeedbackWaits = FeedbackWait.None,
            Callback = Handoff.TicketId is null ? CallbackTalk.None : Callback,
            CallbackBy = Handoff.TicketId is null ? null : CallbackBy,
        },
        CallbackTalked talked => this with { Callback = talked.To, CallbackBy = talked.PromisedBy },
        SympathySkipped => this with { SkipSympathy = true },
        ArticleTold told => this with { Episode = Episode.After(told), LastMatter = new(ContentKind.Article, told.ArticleId, told.Title, 1) },
        ProcedureStarted started => this with
        {
            Episode = Episode.After(started),
            LastMatter = new(ContentKind.Procedure, started.ProcedureId, started.Title, 1),
        },
        CustomerRecognised recognised => Following(recognised),
        CaseMentioned => this with { IsCaseMentioned = true },
        ForgettingAsked => this with { MessagesSinceForgetAsked = 0 },
        CustomerForgotten => this with { Unremembered = true, MessagesSinceForgetAsked = null },
        HandoffMoved moved => AfterMove(moved, HandoffHold.From(moved)),
        _ => this with { Episode = Episode.After(happened) },
    };

    /// <summary>Talk of a callback lives as long as its ticket waits.</summary>
    private Conversation AfterMove(HandoffMoved moved, HandoffHold hold)
    {
        var goesOn = hold.IsWaiting && hold.TicketId == Handoff.TicketId;
        return this with
        {
            Handoff = hold,
            Episode = Episode.After(moved),
            Callback = goesOn ? Callback : CallbackTalk.None,
            CallbackBy = goesOn ? CallbackBy : null,
        };
    }

    private Conversation Following(CustomerRecognised wanted) => (wanted.ReadingOff ? Moodless.Of(this) : this) with
    {
        ReadingOff = ReadingOff || wanted.ReadingOff,
        SkipSympathy = SkipSympathy || wanted.SkipSympathy,
        Locale = wanted.Locale ?? Locale,
        Formal = wanted.Formal ?? Formal,
    };

    private Conversation Remember(string role, string text) => this with
    {
        EarlierTurns = [.. EarlierTurns.TakeLast(EarlierTurnsKept - 1), new EarlierTurn(role, Shorten(text))],
    };

    private static string Shorten(string text) => text.Length <= 1000 ? text : text[..1000];
}

/// <summary>The last message that was read, and how it was acknowledged.</summary>
public sealed record LastReading(string TurnId, EmotionReading Reading, Acknowledged? Acknowledged);
