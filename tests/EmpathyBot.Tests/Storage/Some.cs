using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Storage;

/// <summary>Values that do not matter, and rich ones.</summary>
internal static class Some
{
    /// <summary>Without a NUL, which JSON and databases do not hold unescaped.</summary>
    public const string WeirdText = "Où est mon colis ?! 🤦🏽‍♀️ \"quoted\" \\ \u0001\t\r\n\u2028 שלום ‏ 你好 \uFFFD 'or 1=1;-- Z͑ͫ̓ͪ";

    public static DateTimeOffset Moment { get; } = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 891, TimeSpan.FromHours(2)).AddTicks(2345);

    public static EmotionReading Reading { get; } = new(
        Emotion.Anger, Emotion.Disappointment, 2 / 3.0, 0.1, 0.87654321, EmotionTarget.OwnLoss, [new Cue(3, 5, "third")], "lexicon");

    public static NewConversation Beginning(string id = "c1", params OutgoingActivity[] welcome) => new(
        id, "directline", "dl_user", "en-GB", welcome, Conversation.Begin(id, "directline", "en-GB"), []);

    public static InboundActivity Message(string activityId, string? clientKey = null, string conversationId = "c1") =>
        new(conversationId, activityId, clientKey, Json(activityId), ShownOnStream: true, RunsTurn: true);

    public static OutgoingActivity Reply(string activityId, bool deliver = false) => new(activityId, Json(activityId), deliver);

    public static string Json(string activityId) => $$"""{"type":"message","id":"{{activityId}}"}""";

    public static TurnCommit Commit(StoredConversation read, string? turnId = null) =>
        new() { ConversationId = read.Id, Version = read.Version, TurnId = turnId, State = read.State };

    public static HandoffTicket Ticket(string id = "t1", string conversationId = "c1", double need = 0.5) => new(
        id, conversationId, HandoffState.Queued, HandoffReason.RisingAnger, need, Moment, Moment.AddSeconds(1), null, null, Brief);

    /// <summary>Events of many kinds.</summary>
    public static IReadOnlyList<ConversationEvent> Events { get; } =
    [
        new Greeted("u0", Moment),
        new CustomerSaid("u1", Moment, WeirdText + "\0", Reading, ["repeat", "urgent"]),
        new Decided("u1", Moment, "TellArticle", "sure-match"),
        new Acknowledged("u1", Moment, AcknowledgementAct.DeEscalate, "strong-anger", "calm-1", "That is the third time.", "incident-1"),
        new Acknowledged("u1", Moment, AcknowledgementAct.Apologise, "our-failure", "sorry-1", "Sorry for that.", "late-parcel"),
        new ArticleTold("u1", Moment, "returns", "returning something"),
        new ProcedureStarted("u1", Moment, "refund-status", "the status of a refund"),
        new BackOfficeCalled("u1", Moment, "find_refund", BackOfficeOutcome.NotFound),
        new FactCollected("u1", Moment, "order_number", "10042"),
        new OwnershipProven("u1", Moment, "10042"),
        new OwnershipRefused("u1", Moment),
        new PromiseMade("u1", Moment, "The refund arrives by Friday."),
        new AmendsOffered("u1", Moment, "order 10042, late", "a voucher of €5.00", "late-days"),
        new AmendsSettled("u1", Moment, "order 10042, late", "a voucher of €5.00", AmendsOutcome.Given),
        new ProcedureEnded("u1", Moment, "refund-status", "the status of a refund", ProcedureOutcome.NeedsPerson),
        new NotUnderstood("u2", Moment),
        new BotFailed("u2", Moment, "timeout"),
        new PersonOffered("u2", Moment, HandoffReason.NotUnderstood),
        new PersonDeclined("u2", Moment),
        new ResolutionAsked("u2", Moment, new(ContentKind.Article, "refunds", "refunds", 0.4)),
        new ResolutionRecorded("u2", Moment, Resolution.Confirmed, "said-yes", "returns"),
        new MatterSolved("u2", Moment),
        new CallbackTalked("u2", Moment, CallbackTalk.Promised, Moment),
        new FeedbackAsked("u2", Moment),
        new FeedbackGiven("u2", Moment, 4, "quick"),
        new FeedbackDeclined("u2", Moment),
        new ReadingCorrected("u2", Moment, Emotion.Joy),
        new ReadingSwitched("u2", Moment, true),
        new SympathySkipped("u2", Moment),
        new HandoffMoved("u3", Moment, "t1", HandoffState.Accepted, HandoffReason.AtRisk, "Ada"),
        new AgentSaid("u3", Moment, "ada", "Ada", "I have it."),
        new BotSaid("u3", Moment, "Ada has it."),
        new ProcedureStarted("u4", Moment, "order-status", "the status of an order"),
        new CustomerRecognised("u4", Moment, false, true, "es", true),
        new CaseMentioned("u4", Moment),
        new ForgettingAsked("u4", Moment),
        new ClarificationAsked("u4", Moment, [new ContentCandidate(ContentKind.Procedure, "order-status", "the status of an order", 0.55)]),
    ];

    /// <summary>A conversation in which much happened.</summary>
    public static Conversation Rich { get; } = Conversation.Begin("c1", "directline", "en-GB").Apply(Events) with
    {
        ReadingOff = true,
        Last = new LastReading("u1", Reading, (Acknowledged)Events[3]),
        Episode = Conversation.Begin("c1", "directline", "en-GB").Apply(Events).Episode with { FirstTurnId = "u1", ArticlesTold = ["returns"] },
        Journey = EmotionalJourney.Empty.With("u1", Reading) with { Trend = EmotionTrend.Rising },
    };

    /// <summary>A ticket that went its way.</summary>
    public static HandoffTicket RichTicket { get; } = Ticket() with
    {
        State = HandoffState.Closed, AgentId = "ada", AgentName = "Ada", Outcome = HandoffOutcome.Callback, Note = WeirdText, Version = 7, TransferredTo = "billing",
        TransferredToId = "team:billing", TakenAt = Moment,
    };

    private static HandoffBrief Brief => new()
    {
        Headline = new("Wants a refund that was promised twice.", ["u1"]),
        Summary = [new("Wants the refund of order 10042.", ["u1", "u2"]), new("The bot looked it up.", ["u2"])],
        Customer = new("Kim", "directline", "en-GB", 3),
        EmotionNow = new(Emotion.Anger, 0.7, "third time", "u1"),
        EmotionPeak = new(Emotion.Anxiety, 0.9, "I need it today", "u2"),
        Trend = EmotionTrend.Rising,
        Tried = [new("Looked the refund up: not found.", ["u2"])],
        DoNotAskAgain = [new("order_number", "10042", "u1")],
        Acknowledged = [new("Sorry for that.", ["u1"])],
        Promised = [new("By Friday.", ["u1"])],
        OpenQuestion = new("Where is it?", ["u2"]),
        Reason = HandoffReason.RisingAnger,
        SuggestedReply = "Hello Kim, I am looking at 10042 now.",
        Tone = "calm and brief",
        Masked = ["card number"],
    };
}
