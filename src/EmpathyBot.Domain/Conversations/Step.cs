using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>What the bot does next in a turn. The policy names it; the bot carries it out.</summary>
public abstract record Step
{
    /// <summary>The name it is recorded under.</summary>
    public string Name => GetType().Name;

    /// <summary>The step that deals with an article or procedure.</summary>
    public static Step For(ContentCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Kind == ContentKind.Article ? new TellArticle(candidate.Id) : new StartProcedure(candidate.Id);
    }
}

/// <summary>Nothing (more) is to be done this turn.</summary>
public sealed record Done : Step;

/// <summary>A person holds the conversation: the words go to them and the bot says nothing.</summary>
public sealed record LeaveToPerson : Step;

/// <summary>Returns a greeting and asks what is needed.</summary>
public sealed record ReturnGreeting : Step;

/// <summary>Tells an article.</summary>
public sealed record TellArticle(string ArticleId) : Step;

/// <summary>Begins a procedure; with <c>AboutAnother</c> for another order than the one known, which is asked anew.</summary>
public sealed record StartProcedure(string ProcedureId, bool AboutAnother = false) : Step;

/// <summary>Names what a message asks for, begins with the first and keeps the others in mind.</summary>
public sealed record BeginWith(ContentCandidate First, IReadOnlyList<ContentCandidate> Others) : Step
{
    /// <summary>How the first is dealt with.</summary>
    public Step FirstStep => For(First);
}

/// <summary>Takes up a matter that was put off.</summary>
public sealed record TakeUp(ContentCandidate Matter) : Step
{
    /// <summary>How it is dealt with.</summary>
    public Step OwnStep => For(Matter);
}

/// <summary>Gives the message to the procedure that waits for it.</summary>
public sealed record ContinueProcedure : Step;

/// <summary>Leaves the procedure that is running.</summary>
public sealed record LeaveProcedure : Step;

/// <summary>Asks one clarifying question with these choices.</summary>
public sealed record AskWhich(IReadOnlyList<ContentCandidate> Choices) : Step;

/// <summary>Says plainly that it was not understood and asks once to say it another way.</summary>
public sealed record AskToRephrase : Step;

/// <summary>Asks what the matter is: something is felt or wrong, but nothing was asked for yet.</summary>
public sealed record AskWhatHappened : Step;

/// <summary>Offers a person.</summary>
public sealed record OfferPerson(HandoffReason Reason) : Step;

/// <summary>Says once more which languages are spoken, to who goes on in another.</summary>
public sealed record SayLanguages : Step;

/// <summary>Hands over to a person now.</summary>
public sealed record HandOver(HandoffReason Reason) : Step;

/// <summary>Takes the refusal of an offer and goes on.</summary>
public sealed record AcceptRefusal : Step;

/// <summary>The customer waits for a person: says honestly how that stands.</summary>
public sealed record SayWaiting : Step;

/// <summary>The customer leaves the queue for a person.</summary>
public sealed record LeaveQueue : Step;

/// <summary>Others read along: offers to go on alone; with <c>AtRisk</c> also says where help is.</summary>
public sealed record GoPrivate(bool AtRisk) : Step;

/// <summary>Asks where the customer can be reached; <c>Again</c> when what they wrote was no address and no number.</summary>
public sealed record AskContact(bool Again = false) : Step;

/// <summary>Notes where the customer can be reached and promises a time.</summary>
public sealed record TakeCallback(CustomerContact Contact) : Step;

/// <summary>The customer would rather wait than be called back.</summary>
public sealed record DeclineCallback : Step;

/// <summary>Closes the matter: thanks were said, or it is solved.</summary>
public sealed record CloseMatter : Step;

/// <summary>The last answer did not help: says so and asks what is missing.</summary>
public sealed record AdmitNotSolved : Step;

/// <summary>The last answer did not help: owns up to it and offers what else may have been meant.</summary>
public sealed record OfferNextBest(ContentCandidate Choice) : Step;

/// <summary>Takes what the customer tells of how it went: a rating, their own words, or both.</summary>
/// <param name="Rating">1 to 5, or null.</param>
/// <param name="WithWords">True when the message holds words of their own that are kept.</param>
public sealed record TakeFeedback(int? Rating, bool WithWords) : Step;

/// <summary>The customer does not want to say how it went, and is left in peace.</summary>
public sealed record EndFeedback : Step;

/// <summary>Explains what was read and which words made it so.</summary>
public sealed record ExplainReading : Step;

/// <summary>Switches the reading of mood.</summary>
public sealed record SwitchReading(bool On) : Step;

/// <summary>Takes a correction of the last reading.</summary>
public sealed record TakeCorrection : Step;

/// <summary>Obeys the wish for no sympathy.</summary>
public sealed record DropSympathy : Step;

/// <summary>Something came that the bot cannot use (a picture without words, an empty message): says what it can use.</summary>
public sealed record SayCannotRead : Step;

/// <summary>Tells the customer what is kept of them.</summary>
public sealed record TellMemory : Step;

/// <summary>Asks whether what is kept of the customer shall be deleted.</summary>
public sealed record AskForget : Step;

/// <summary>Deletes what is kept of the customer.</summary>
public sealed record ForgetCustomer : Step;

/// <summary>The customer wants to be remembered after all.</summary>
public sealed record KeepMemory : Step;
