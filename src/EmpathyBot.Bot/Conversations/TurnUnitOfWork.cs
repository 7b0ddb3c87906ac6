using System.Collections.Immutable;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// All that one turn brings, gathered until it is committed: nothing of it exists for anyone else before that.
/// </summary>
internal sealed class TurnUnitOfWork(
    StoredConversation stored, string turnId, DateTimeOffset at, IContent content, BotOptions options, CustomerMemory? memory = null)
{
    /// <summary>The website's chat: its page is told of handoffs by events, which other channels do not know.</summary>
    internal const string WebsiteChannel = Channels.Directline;

    private readonly List<ConversationEvent> events = [];

    /// <summary>The conversation as it was read.</summary>
    public StoredConversation Stored { get; } = stored;

    /// <summary>The content in force when the turn began; kept to its end.</summary>
    public IContent Content { get; } = content;

    /// <summary>What is kept of the customer, as it was before this turn.</summary>
    public CustomerMemory Memory { get; } = memory ?? CustomerMemory.Empty;

    /// <summary>Where several people write: true when the one who wrote this had their mood unread in a chat of their own.</summary>
    public bool SenderReadingOff { get; init; }

    public string TurnId { get; } = turnId;

    /// <summary>That of the lease the turn runs under, if it runs under one.</summary>
    public long? Fence { get; init; }

    public DateTimeOffset At { get; } = at;

    /// <summary>The conversation with this turn's events applied.</summary>
    public Conversation Conversation { get; private set; } = stored.State;

    public IReadOnlyList<ConversationEvent> Events => events;

    /// <summary>The dialog stack as JSON; empty when nothing is running.</summary>
    public string Dialogs { get; set; } = stored.Dialogs ?? "";

    /// <summary>What the customer will be shown, in order.</summary>
    public List<Activity> Replies { get; } = [];

    /// <summary>A ticket this turn made or changed.</summary>
    public HandoffTicket? Ticket { get; set; }

    /// <summary>What another engagement hub is to be told of it.</summary>
    public List<HubNotice> ToHub { get; } = [];

    public string Locale => Conversation.Locale;

    /// <summary>What a reply is written in: the customer's locale where content has words of it, else the language fallen back on.</summary>
    public string ReplyLocale
    {
        get
        {
            var (code, spoken) = (ConversationLanguage.CodeOf(Locale), Content.LanguageOf(Locale));
            return spoken == code || Content.CanSayNotSpoken(code) ? Locale : spoken;
        }
    }

    /// <summary>Where someone at risk finds help, as set for the customer's locale, or the emergency services.</summary>
    public string HelpLine => options.HelpLineFor(Locale) ?? Message(ContentMessages.EmergencyServices);

    /// <summary>Something happened: it counts from here on in this turn.</summary>
    public void Happened(ConversationEvent happened)
    {
        events.Add(happened);
        Conversation = Conversation.Apply(happened);
    }

    /// <summary>A message of the content in the customer's language.</summary>
    public string Message(string key, IReadOnlyDictionary<string, object?>? variables = null)
    {
        var all = WithAddress(variables);
        all.TryAdd(ContentMessages.Seed, Seed);
        return Content.Message(key, Locale, all);
    }

    /// <summary>A template of the content, filled: the customer is addressed as they address us, and days and codes are said in their language.</summary>
    public string Render(string template, IReadOnlyDictionary<string, object?>? variables = null) =>
        Content.Render(template, WithAddress(variables is null ? null : Content.Words(Locale).Values.Say(variables)));

    /// <summary>Everything gathered, ready to be written.</summary>
    public TurnCommit ToCommit()
    {
        return new TurnCommit
        {
            ConversationId = Stored.Id,
            Version = Stored.Version,
            TurnId = TurnId,
            Fence = Fence,
            State = Conversation,
            Dialogs = Dialogs,
            Events = events,
            Ticket = Ticket,
            ToHub = [.. SaidToHub(), .. ToHub],
            ForgetReadings = events.Exists(happened => happened is ReadingSwitched { On: false } or CustomerRecognised { ReadingOff: true }),
            Activities = [.. Replies.Select(reply => new OutgoingActivity(reply.Id, ActivityJson.Write(reply), Stored.IsCalled))],
        };
    }

    /// <summary>What a customer writes while another hub has the conversation goes there, from the message after the handoff on.</summary>
    private IEnumerable<HubNotice> SaidToHub() => Stored.State.Handoff is { AtHub: true, TicketId: { } ticketId }
        ? events.OfType<CustomerSaid>().Select(said => HubNotice.New(ticketId, HubNoticeKind.Message, said.TurnId))
        : [];

    private Dictionary<string, object?> WithAddress(IReadOnlyDictionary<string, object?>? variables)
    {
        // Room for the seed, too.
        var all = new Dictionary<string, object?>((variables?.Count ?? 0) + 2);
        foreach (var (name, value) in variables ?? ImmutableDictionary<string, object?>.Empty)
            all[name] = value;
        all[ContentMessages.Formal] = Conversation.Formal;
        return all;
    }

    /// <summary>Varies wording between conversations and turns, and repeats in the same one.</summary>
    public int Seed => StableHash(Conversation.Id) + Conversation.Episode.Turns + Conversation.Acknowledgements.PhraseIds.Count;

    // String.GetHashCode differs between processes; a turn run again after a restart must say the same.
    private static int StableHash(string text)
    {
        var hash = 17;
        foreach (var character in text)
            hash = unchecked((hash * 31) + character);
        return hash & 0xFFFF;
    }
}
