using System.Text.Json.Serialization;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>Something that happened in a conversation. State is what follows from these; discriminators are what is stored.</summary>
/// <param name="TurnId">The turn it belongs to: the id of the activity that set it off.</param>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Greeted), "greeted")]
[JsonDerivedType(typeof(CustomerSaid), "customer-said")]
[JsonDerivedType(typeof(BotSaid), "bot-said")]
[JsonDerivedType(typeof(AgentSaid), "agent-said")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(ArticleTold), "article-told")]
[JsonDerivedType(typeof(ProcedureStarted), "procedure-started")]
[JsonDerivedType(typeof(ProcedureEnded), "procedure-ended")]
[JsonDerivedType(typeof(BackOfficeCalled), "back-office-called")]
[JsonDerivedType(typeof(FactCollected), "fact-collected")]
[JsonDerivedType(typeof(FactForgotten), "fact-forgotten")]
[JsonDerivedType(typeof(OwnershipProven), "ownership-proven")]
[JsonDerivedType(typeof(OwnershipRefused), "ownership-refused")]
[JsonDerivedType(typeof(PromiseMade), "promise-made")]
[JsonDerivedType(typeof(AmendsOffered), "amends-offered")]
[JsonDerivedType(typeof(AmendsSettled), "amends-settled")]
[JsonDerivedType(typeof(ClarificationAsked), "clarification-asked")]
[JsonDerivedType(typeof(MattersPutOff), "matters-put-off")]
[JsonDerivedType(typeof(MatterTakenUp), "matter-taken-up")]
[JsonDerivedType(typeof(NotUnderstood), "not-understood")]
[JsonDerivedType(typeof(PersonOffered), "person-offered")]
[JsonDerivedType(typeof(PersonDeclined), "person-declined")]
[JsonDerivedType(typeof(BotFailed), "bot-failed")]
[JsonDerivedType(typeof(MatterSolved), "matter-solved")]
[JsonDerivedType(typeof(ResolutionAsked), "resolution-asked")]
[JsonDerivedType(typeof(ResolutionRecorded), "resolution-recorded")]
[JsonDerivedType(typeof(FeedbackAsked), "feedback-asked")]
[JsonDerivedType(typeof(FeedbackGiven), "feedback-given")]
[JsonDerivedType(typeof(FeedbackDeclined), "feedback-declined")]
[JsonDerivedType(typeof(ReadingCorrected), "reading-corrected")]
[JsonDerivedType(typeof(ReadingSwitched), "reading-switched")]
[JsonDerivedType(typeof(SympathySkipped), "sympathy-skipped")]
[JsonDerivedType(typeof(HandoffMoved), "handoff-moved")]
[JsonDerivedType(typeof(HandoffPosted), "handoff-posted")]
[JsonDerivedType(typeof(NoteWritten), "note-written")]
[JsonDerivedType(typeof(CallbackTalked), "callback-talked")]
[JsonDerivedType(typeof(CustomerRecognised), "customer-recognised")]
[JsonDerivedType(typeof(CaseMentioned), "case-mentioned")]
[JsonDerivedType(typeof(ForgettingAsked), "forgetting-asked")]
[JsonDerivedType(typeof(CustomerForgotten), "customer-forgotten")]
public abstract record ConversationEvent(string TurnId, DateTimeOffset At);

/// <summary>The welcome was said.</summary>
public sealed record Greeted(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer wrote; the reading is null when switched off.</summary>
public sealed record CustomerSaid(string TurnId, DateTimeOffset At, string Text, EmotionReading? Reading, IReadOnlyList<string> Signals)
    : ConversationEvent(TurnId, At)
{
    /// <summary>ISO 639-1 code of the language it is written in, or null when too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it addresses us politely ("usted") or familiarly ("tú"); null when it does neither.</summary>
    public bool? Formal { get; init; }
}

/// <summary>The bot's composed answer of a turn.</summary>
public sealed record BotSaid(string TurnId, DateTimeOffset At, string Text) : ConversationEvent(TurnId, At);

/// <summary>An agent wrote.</summary>
public sealed record AgentSaid(string TurnId, DateTimeOffset At, string AgentId, string AgentName, string Text) : ConversationEvent(TurnId, At);

/// <summary>What the turn policy decided, and why: the audit record of a turn.</summary>
public sealed record Decided(string TurnId, DateTimeOffset At, string Step, string Reason) : ConversationEvent(TurnId, At);

/// <summary>How the turn acknowledged; act <c>none</c> is recorded too. <c>Incident</c> names what an apology was for.</summary>
public sealed record Acknowledged(
    string TurnId, DateTimeOffset At, AcknowledgementAct Act, string Reason, string? PhraseId, string? Text, string? Incident)
    : ConversationEvent(TurnId, At);

public sealed record ArticleTold(string TurnId, DateTimeOffset At, string ArticleId, string Title) : ConversationEvent(TurnId, At);

public sealed record ProcedureStarted(string TurnId, DateTimeOffset At, string ProcedureId, string Title) : ConversationEvent(TurnId, At);

public sealed record ProcedureEnded(string TurnId, DateTimeOffset At, string ProcedureId, string Title, ProcedureOutcome Outcome)
    : ConversationEvent(TurnId, At);

public sealed record BackOfficeCalled(string TurnId, DateTimeOffset At, string Operation, BackOfficeOutcome Outcome)
    : ConversationEvent(TurnId, At);

/// <summary>The customer gave a fact that must not be asked again.</summary>
public sealed record FactCollected(string TurnId, DateTimeOffset At, string Name, string Value) : ConversationEvent(TurnId, At);

/// <summary>A fact does not hold for what the customer asks now and is asked anew.</summary>
public sealed record FactForgotten(string TurnId, DateTimeOffset At, string Name) : ConversationEvent(TurnId, At);

public sealed record OwnershipProven(string TurnId, DateTimeOffset At, string OrderNumber) : ConversationEvent(TurnId, At);

/// <summary>A proof of ownership did not fit; five in a conversation end the trying.</summary>
public sealed record OwnershipRefused(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

public sealed record PromiseMade(string TurnId, DateTimeOffset At, string Text) : ConversationEvent(TurnId, At);

/// <summary>The company's failure was found and a remedy offered for it, by a rule of the content.</summary>
/// <param name="TurnId">The turn it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="Incident">What it is for: "order 10005, late".</param>
/// <param name="What">What it is, in words: "a voucher of €5".</param>
/// <param name="Rule">The rule behind it.</param>
public sealed record AmendsOffered(string TurnId, DateTimeOffset At, string Incident, string What, string Rule) : ConversationEvent(TurnId, At);

/// <summary>The offer of amends ended: it was carried out, declined, or could not be carried out.</summary>
public sealed record AmendsSettled(string TurnId, DateTimeOffset At, string Incident, string What, AmendsOutcome Outcome) : ConversationEvent(TurnId, At);

/// <summary>One clarifying question was asked, with these choices.</summary>
public sealed record ClarificationAsked(string TurnId, DateTimeOffset At, IReadOnlyList<ContentCandidate> Choices) : ConversationEvent(TurnId, At);

/// <summary>A message asked for several things; these wait until the first is done.</summary>
public sealed record MattersPutOff(string TurnId, DateTimeOffset At, IReadOnlyList<ContentCandidate> Matters) : ConversationEvent(TurnId, At);

/// <summary>One of the matters that waited is taken up.</summary>
public sealed record MatterTakenUp(string TurnId, DateTimeOffset At, ContentCandidate Matter) : ConversationEvent(TurnId, At);

public sealed record NotUnderstood(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

public sealed record PersonOffered(string TurnId, DateTimeOffset At, HandoffReason Reason) : ConversationEvent(TurnId, At);

public sealed record PersonDeclined(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The bot itself failed.</summary>
public sealed record BotFailed(string TurnId, DateTimeOffset At, string What) : ConversationEvent(TurnId, At);

/// <summary>The customer's matter came to its end; the next message opens a new episode.</summary>
public sealed record MatterSolved(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer was asked whether that settles it.</summary>
/// <param name="TurnId">The turn it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="NextBest">What else the message may have meant, to be offered when it does not; null when nothing.</param>
public sealed record ResolutionAsked(string TurnId, DateTimeOffset At, ContentCandidate? NextBest) : ConversationEvent(TurnId, At);

/// <summary>What became of an answer.</summary>
/// <param name="TurnId">The turn that showed it.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">Confirmed, assumed or failed.</param>
/// <param name="Reason">How that is known, as <see cref="ResolutionDecision.Reason"/>.</param>
/// <param name="Matter">What the answer was about: "returns".</param>
public sealed record ResolutionRecorded(string TurnId, DateTimeOffset At, Resolution Outcome, string Reason, string? Matter)
    : ConversationEvent(TurnId, At);

/// <summary>The customer was asked how it went: once in a conversation.</summary>
public sealed record FeedbackAsked(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer told how it went. A rating may come first and words in the message after it.</summary>
/// <param name="TurnId">The turn it was told in.</param>
/// <param name="At">When.</param>
/// <param name="Rating">1 (poor) to 5 (very good), or null.</param>
/// <param name="Words">Their own words, secrets masked, or null.</param>
public sealed record FeedbackGiven(string TurnId, DateTimeOffset At, int? Rating, string? Words) : ConversationEvent(TurnId, At);

/// <summary>The customer did not want to say how it went.</summary>
public sealed record FeedbackDeclined(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer corrected the last reading ("I'm not angry").</summary>
public sealed record ReadingCorrected(string TurnId, DateTimeOffset At, Emotion NotThis) : ConversationEvent(TurnId, At);

/// <summary>The customer switched the reading of mood off or on again.</summary>
public sealed record ReadingSwitched(string TurnId, DateTimeOffset At, bool On) : ConversationEvent(TurnId, At);

/// <summary>The customer asked for no sympathy; obeyed from here on.</summary>
public sealed record SympathySkipped(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>A handoff was made or moved.</summary>
public sealed record HandoffMoved(
    string TurnId, DateTimeOffset At, string TicketId, HandoffState State, HandoffReason Reason, string? AgentName)
    : ConversationEvent(TurnId, At)
{
    /// <summary>True while the ticket is with another engagement hub.</summary>
    public bool AtHub { get; init; }
}

/// <summary>Agents were told of a handoff in a channel of theirs, or what they were told was changed.</summary>
/// <param name="TurnId">The ticket.</param>
/// <param name="At">When.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="State">What the card says of it.</param>
/// <param name="PlaceId">The thread it stands in; null while it is being posted.</param>
/// <param name="CardId">The card; null while it is being posted.</param>
public sealed record HandoffPosted(
    string TurnId, DateTimeOffset At, string TicketId, string State, string? PlaceId, string? CardId) : ConversationEvent(TurnId, At);

/// <summary>An agent wrote something down for colleagues. The customer never sees it, and no bot reads it.</summary>
/// <param name="TurnId">Its own id.</param>
/// <param name="At">When.</param>
/// <param name="AgentId">Who wrote it.</param>
/// <param name="AgentName">Their name.</param>
/// <param name="Text">The note, secrets masked.</param>
/// <param name="ForHolder">True when a supervisor says it to whoever holds the conversation: they are shown it at once.</param>
public sealed record NoteWritten(string TurnId, DateTimeOffset At, string AgentId, string AgentName, string Text, bool ForHolder)
    : ConversationEvent(TurnId, At);

/// <summary>Talk of a callback came a step further.</summary>
/// <param name="TurnId">The turn it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="To">How far.</param>
/// <param name="PromisedBy">By when a person gets in touch, once that is promised.</param>
public sealed record CallbackTalked(string TurnId, DateTimeOffset At, CallbackTalk To, DateTimeOffset? PromisedBy = null)
    : ConversationEvent(TurnId, At);

/// <summary>A customer came back, and is dealt with as they wanted before; null and false where nothing changes by it.</summary>
public sealed record CustomerRecognised(string TurnId, DateTimeOffset At, bool ReadingOff, bool SkipSympathy, string? Locale, bool? Formal)
    : ConversationEvent(TurnId, At);

/// <summary>An open case of an earlier contact was mentioned.</summary>
public sealed record CaseMentioned(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer wanted to be forgotten and was asked to confirm it.</summary>
public sealed record ForgettingAsked(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);

/// <summary>The customer's memory was deleted; nothing of this conversation goes into it any more.</summary>
public sealed record CustomerForgotten(string TurnId, DateTimeOffset At) : ConversationEvent(TurnId, At);
