using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Solving;

/// <summary>
/// The messages that content must hold, by key, with the variables each may use. Loading refuses content that lacks one,
/// so saying one never fails.
/// </summary>
public static class ContentMessages
{
    /// <summary>Picks among the variants of a message: the same seed gives the same variant. May be given with any message.</summary>
    public const string Seed = "seed";

    /// <summary>True when the customer is addressed politely ("usted"). Every template may ask for it.</summary>
    public const string Formal = "formal";

    public const string Welcome = "welcome";
    public const string WelcomeUnread = "welcome-unread";
    /// <summary>Said once where several people read along.</summary>
    public const string WelcomeShared = "welcome-shared";
    /// <summary>Others read along: offers to go on alone.</summary>
    public const string GoPrivate = "go-private";
    /// <summary>The same to someone who speaks of harm: with where help is.</summary>
    public const string GoPrivateAtRisk = "go-private-at-risk";
    public const string GreetingBack = "greeting-back";
    /// <summary>Where someone at risk finds help when no help line is set: part of a sentence.</summary>
    public const string EmergencyServices = "emergency-services";
    public const string AskWhatHappened = "ask-what-happened";
    /// <summary>Asked instead of what happened when the customer has told that already.</summary>
    public const string AskWhatWouldHelp = "ask-what-would-help";
    public const string AskRephrase = "ask-rephrase";
    public const string AskTopic = "ask-topic";
    public const string AskWhether = "ask-whether";
    public const string AskWhich = "ask-which";
    public const string SeveralNamed = "several-named";
    public const string AlsoAsked = "also-asked";
    public const string NotRead = "not-read";
    public const string CloseThanks = "close-thanks";
    public const string CloseSolved = "close-solved";
    public const string AdmitNotSolved = "admit-not-solved";
    public const string ExplainReading = "explain-reading";
    public const string ExplainNothingRead = "explain-nothing-read";
    public const string ExplainOff = "explain-off";
    public const string ReadingOff = "reading-off";
    public const string ReadingOn = "reading-on";
    public const string CorrectionTaken = "correction-taken";
    public const string SympathyDropped = "sympathy-dropped";
    public const string MemoryTold = "memory-told";
    public const string MemoryNothing = "memory-nothing";
    public const string MemoryContact = "memory-contact";
    public const string MemoryOlder = "memory-older";
    public const string MemoryCase = "memory-case";
    public const string MemoryPromise = "memory-promise";
    public const string MemoryReadingOff = "memory-reading-off";
    public const string MemoryNoSympathy = "memory-no-sympathy";
    public const string MemoryLanguage = "memory-language";
    public const string MemoryFormal = "memory-formal";
    public const string MemoryName = "memory-name";
    public const string MemoryForgetAsk = "memory-forget-ask";
    public const string MemoryForgotten = "memory-forgotten";
    public const string MemoryKept = "memory-kept";
    public const string CaseMention = "case-mention";
    public const string ProcedureLeft = "procedure-left";
    public const string ProcedureGivenUp = "procedure-given-up";
    public const string ProcedureInterrupted = "procedure-interrupted";
    public const string OfferToo = "offer-too";
    /// <summary>Names a person beside a question that waits for its own answer; no question itself.</summary>
    public const string OfferBeside = "offer-beside";
    public const string OfferDeclined = "offer-declined";
    /// <summary>Said to who goes on in a language that is not spoken, after the offer of a person was declined.</summary>
    public const string OtherLanguageAgain = "other-language-again";
    public const string HandoffWaiting = "handoff-waiting";
    /// <summary>Told at the rhythm, without being asked.</summary>
    public const string HandoffUpdate = "handoff-update";
    public const string HandoffOfferCallback = "handoff-offer-callback";

    /// <summary>Said instead of the words for the reason when nobody is at the desk, it is closed, or too many wait.</summary>
    public const string HandoffRequestedNobody = "handoff-requested-nobody";
    public const string HandoffRequestedClosed = "handoff-requested-closed";
    public const string HandoffRequestedFull = "handoff-requested-full";

    /// <summary>Added for someone at risk while nobody is at the desk.</summary>
    public const string HandoffAtRiskAlone = "handoff-at-risk-alone";
    public const string HandoffAgentLost = "handoff-agent-lost";
    /// <summary>The other engagement hub did not take it; it stands at our own desk now.</summary>
    public const string HandoffHubFailed = "handoff-hub-failed";

    public const string HandoffTransferUntaken = "handoff-transfer-untaken";
    public const string HandoffTimedOut = "handoff-timed-out";
    public const string HandoffCustomerGone = "handoff-customer-gone";
    public const string CallbackAsk = "callback-ask";
    public const string CallbackAskAgain = "callback-ask-again";
    public const string CallbackPromised = "callback-promised";
    public const string CallbackDeclined = "callback-declined";

    /// <summary>What is promised, as agents read it.</summary>
    public const string CallbackPromise = "callback-promise";

    /// <summary>Said to who asks how it stands after a callback was promised.</summary>
    public const string CallbackStands = "callback-stands";

    public const string HandoffAccepted = "handoff-accepted";
    public const string HandoffTransferred = "handoff-transferred";
    public const string HandoffReturned = "handoff-returned";
    /// <summary>The same, when the agent left a word for the customer.</summary>
    public const string HandoffReturnedWord = "handoff-returned-word";
    public const string HandoffClosed = "handoff-closed";
    public const string HandoffLeftQueue = "handoff-left-queue";
    public const string TurnFailed = "turn-failed";
    public const string StopNothing = "stop-nothing";

    /// <summary>Asks whether the answer settles it; "yes" must mean that it does.</summary>
    public const string ResolutionQuestion = "resolution-question";
    public const string ResolutionNextBest = "resolution-next-best";
    public const string FeedbackQuestion = "feedback-question";
    public const string FeedbackTaken = "feedback-taken";
    public const string FeedbackTakenLow = "feedback-taken-low";
    public const string FeedbackDeclined = "feedback-declined";

    /// <summary>What a button says that answers a yes-or-no question.</summary>
    public const string AnswerYes = "answer-yes";
    public const string AnswerNo = "answer-no";

    /// <summary>What a button says that takes or declines the offer of a person.</summary>
    public const string AnswerYesPerson = "answer-yes-person";
    public const string AnswerNoThanks = "answer-no-thanks";

    /// <summary>What a button says that asks for a person.</summary>
    public const string AnswerPerson = "answer-person";

    /// <summary>Every key that must be there, with the variables its text may use.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Required { get; } = MakeRequired();

    /// <summary>The key of the offer of a person for this reason.</summary>
    public static string OfferPerson(HandoffReason reason) => $"offer-person-{reason.ToCode()}";

    /// <summary>The key of what is said when the conversation goes to a person for this reason.</summary>
    public static string HandoffRequested(HandoffReason reason) => $"handoff-requested-{reason.ToCode()}";

    /// <summary>The key of what a button says that gives this rating, 1 to 5.</summary>
    public static string Rating(int rating) => $"rating-{rating}";

    /// <summary>The keys of all ratings, worst first.</summary>
    public static IReadOnlyList<string> Ratings { get; } =
        [.. Enumerable.Range(FeedbackHeard.Worst, FeedbackHeard.Best).Select(Rating)];

    /// <summary>The key of an emotion's plain word, for saying what was read: "worry".</summary>
    public static string EmotionWord(Emotion emotion) => $"emotion-{emotion.ToString().ToLowerInvariant()}";

    /// <summary>The key of the welcome: who had reading switched off is not told that it is on.</summary>
    public static string WelcomeFor(bool readingOff) => readingOff ? WelcomeUnread : Welcome;

    /// <summary>The key of the words for how a contact ended: "answered".</summary>
    public static string MemoryEnded(ContactEnding ending) => $"memory-ended-{ending.ToString().ToLowerInvariant()}";

    private static Dictionary<string, IReadOnlyList<string>> MakeRequired()
    {
        string[] withoutVariables =
        [
            Welcome, WelcomeShared, GoPrivate, GreetingBack, WelcomeUnread, AskWhatHappened, AskWhatWouldHelp, AskRephrase, AskTopic, NotRead, CloseThanks, CloseSolved, AdmitNotSolved,
            ExplainNothingRead, ExplainOff, ReadingOn, ProcedureGivenUp,
            CallbackAsk, CallbackAskAgain,
            OfferToo, OfferBeside, OfferDeclined, OtherLanguageAgain, HandoffLeftQueue, TurnFailed, StopNothing, AnswerYes, AnswerNo, AnswerYesPerson, AnswerNoThanks, AnswerPerson,
            ResolutionQuestion, FeedbackQuestion, FeedbackDeclined, .. Enumerable.Range(FeedbackHeard.Worst, FeedbackHeard.Best).Select(Rating),
            MemoryNothing, MemoryReadingOff, MemoryNoSympathy, MemoryFormal, MemoryKept, EmergencyServices,
            .. Enum.GetValues<Emotion>().Select(EmotionWord), .. Enum.GetValues<ContactEnding>().Select(MemoryEnded),
        ];
        var required = withoutVariables.ToDictionary(key => key, _ => (IReadOnlyList<string>)[], StringComparer.Ordinal);
        required[AskWhether] = ["choice"];
        required[GoPrivateAtRisk] = ["helpLine"];
        required[AskWhich] = ["choices", "last"];
        required[CorrectionTaken] = ["goesOn"];
        required[SympathyDropped] = ["goesOn"];
        required[ReadingOff] = ["goesOn"];
        required[SeveralNamed] = ["first", "others"];
        required[AlsoAsked] = ["title"];
        required[ExplainReading] = ["emotion", "cues"];
        required[ResolutionNextBest] = ["choice"];
        required[FeedbackTaken] = ["words"];
        required[FeedbackTakenLow] = ["words"];
        required[MemoryTold] = ["items", "days"];
        required[MemoryContact] = ["date", "matter", "ended", "mood"];
        required[MemoryOlder] = ["count"];
        required[MemoryCase] = ["date", "matter", "reference"];
        required[MemoryPromise] = ["date", "promise"];
        required[MemoryLanguage] = ["language"];
        required[MemoryName] = ["name"];
        required[MemoryForgetAsk] = ["open"];
        required[MemoryForgotten] = ["open"];
        required[CaseMention] = ["date", "reference"];
        required[ProcedureLeft] = ["title"];
        required[ProcedureInterrupted] = ["title"];
        required[HandoffWaiting] = ["ticket", "position", "nobody"];
        required[HandoffUpdate] = ["ticket", "position", "nobody"];
        required[HandoffOfferCallback] = ["ticket", "position", "nobody", "by"];
        required[HandoffRequestedNobody] = ["ticket", "by"];
        required[HandoffRequestedClosed] = ["ticket", "opens", "by"];
        required[HandoffRequestedFull] = ["ticket", "waiting", "by"];
        required[HandoffAtRiskAlone] = ["helpLine"];
        required[HandoffAgentLost] = ["agent", "ticket"];
        required[HandoffHubFailed] = ["ticket", "nobody", "by"];
        required[HandoffTransferUntaken] = ["ticket"];
        required[HandoffTimedOut] = ["ticket", "by"];
        required[HandoffCustomerGone] = ["ticket"];
        required[CallbackPromised] = ["contact", "phone", "by", "ticket"];
        required[CallbackPromise] = ["phone", "by"];
        required[CallbackDeclined] = ["position"];
        required[CallbackStands] = ["phone", "by", "ticket"];
        required[HandoffAccepted] = ["agent"];
        required[HandoffTransferred] = ["agent"];
        required[HandoffReturned] = ["agent"];
        required[HandoffReturnedWord] = ["agent", "word"];
        required[HandoffClosed] = ["agent", "ticket"];
        foreach (var reason in Enum.GetValues<HandoffReason>())
        {
            required[OfferPerson(reason)] = [];
            required[HandoffRequested(reason)] = ["ticket", "helpLine"];
        }

        return required;
    }
}
