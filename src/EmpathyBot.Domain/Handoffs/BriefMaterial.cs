using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What a brief is made from, gathered once: the events of the episode with secrets masked, and nothing else.</summary>
internal sealed class BriefMaterial
{
    /// <summary>Of a very long message the beginning is enough for a brief; the transcript has all of it.</summary>
    private const int MessageAtMost = 4000;

    private readonly List<string> masked = [];

    public BriefMaterial(Conversation conversation, IReadOnlyList<ConversationEvent> events, HandoffReason reason)
    {
        Conversation = conversation;
        // Without reading there is no mood to hand on, not even as a reason.
        Reason = WithoutMood(Prompted(conversation, reason), conversation.ReadingOff);
        Handed = conversation.ReadingOff && reason == HandoffReason.RisingAnger ? HandoffReason.AcceptedOffer : reason;
        Events = [.. OfEpisode(conversation, events).Select(Mask)];
        Messages = [.. Events.OfType<CustomerSaid>().Where(said => !string.IsNullOrWhiteSpace(said.Text))];
        Answers = [.. Events.Where(happened => happened is AgentSaid or BotSaid)];
        Said = SaidClause.Of(Messages, Answers, IsEnglish);
        Answered = SaidClause.Of(Answers, Messages, IsEnglish);
        References = BriefReferences.Of(Events);
        LastTurn = (Messages, Events) switch
        {
            ([.., var said], _) => said.TurnId,
            (_, [.., var happened]) => happened.TurnId,
            _ => conversation.Episode.FirstTurnId ?? conversation.Id,
        };
    }

    public Conversation Conversation { get; }

    /// <summary>What stands in the way: the reason, or for an accepted offer what it was offered for.</summary>
    public HandoffReason Reason { get; }

    /// <summary>The reason code the brief carries.</summary>
    public HandoffReason Handed { get; }

    /// <summary>The episode's events, oldest first.</summary>
    public IReadOnlyList<ConversationEvent> Events { get; }

    /// <summary>What the customer wrote in the episode, oldest first.</summary>
    public IReadOnlyList<CustomerSaid> Messages { get; }

    /// <summary>What bot and agents said to it, oldest first.</summary>
    public IReadOnlyList<ConversationEvent> Answers { get; }

    /// <summary>The customer's sentences, in order.</summary>
    public IReadOnlyList<SaidClause> Said { get; }

    /// <summary>What the company said, sentence by sentence, in order.</summary>
    public IReadOnlyList<SaidClause> Answered { get; }

    /// <summary>Numbers and codes found in the customer's words.</summary>
    public IReadOnlyList<BriefFact> References { get; }

    /// <summary>The turn that led to the handoff; what a sentence rests on when nothing earlier carries it.</summary>
    public string LastTurn { get; }

    /// <summary>Kinds of secrets that were masked.</summary>
    public IReadOnlyList<string> Masked => masked;

    /// <summary>The order the matter is about, if a number was given.</summary>
    public FactCollected? Order => Events.OfType<FactCollected>().LastOrDefault(fact =>
        fact.Name.Contains("order", StringComparison.OrdinalIgnoreCase) && fact.Value.Any(char.IsAsciiDigit));

    /// <summary>Title of what was last dealt with, and where; null when nothing was, or when it was not what they meant.</summary>
    public (string Title, string TurnId)? Matter
    {
        get
        {
            if (Reason == HandoffReason.NotUnderstood)
                return null;
            var titled = Events.Select(happened => happened switch
            {
                ProcedureStarted started => (Title: started.Title, started.TurnId),
                ArticleTold told => (told.Title, told.TurnId),
                _ => default((string Title, string TurnId)?),
            });
            return titled.LastOrDefault(found => found is { } matter && !matter.Title.Any(char.IsDigit));
        }
    }

    /// <summary>What was said in this event.</summary>
    public static string WordsOf(ConversationEvent said) =>
        said switch { AgentSaid { Text: var text } => text, BotSaid { Text: var text } => text, CustomerSaid { Text: var text } => text, _ => "" };

    /// <summary>Only English is told in the third person; for what the language of a message is not known, the conversation's counts.</summary>
    private bool IsEnglish(ConversationEvent said) =>
        ((said as CustomerSaid)?.Language ?? Conversation.Locale).StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static HandoffReason Prompted(Conversation conversation, HandoffReason reason) =>
        reason == HandoffReason.AcceptedOffer ? conversation.Episode.OfferedFor ?? reason : reason;

    private static HandoffReason WithoutMood(HandoffReason reason, bool readingOff) =>
        readingOff && reason == HandoffReason.RisingAnger ? HandoffReason.AcceptedOffer : reason;

    private static IEnumerable<ConversationEvent> OfEpisode(Conversation conversation, IReadOnlyList<ConversationEvent> events)
    {
        var first = conversation.Episode.FirstTurnId;
        return first is null || !events.Any(happened => happened.TurnId == first)
            ? events
            : events.SkipWhile(happened => happened.TurnId != first);
    }

    private ConversationEvent Mask(ConversationEvent happened) => happened switch
    {
        CustomerSaid said => said with { Text = Mask(said.Text) },
        BotSaid said => said with { Text = Mask(said.Text) },
        AgentSaid said => said with { Text = Mask(said.Text) },
        FactCollected fact => fact with { Value = Mask(fact.Value) },
        Acknowledged { Text: { } text } acknowledged => acknowledged with { Text = Mask(text) },
        PromiseMade promise => promise with { Text = Mask(promise.Text) },
        _ => happened,
    };

    private string Mask(string text)
    {
        var result = SecretMask.Mask(text.Length <= MessageAtMost ? text : text[..MessageAtMost]);
        masked.AddRange(result.Kinds.Where(kind => !masked.Contains(kind)));
        return result.Text;
    }
}
