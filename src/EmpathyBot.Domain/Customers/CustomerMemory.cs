using System.Collections.Immutable;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Customers;

/// <summary>
/// What is kept of one customer from one contact to the next: little, bounded, and told to them whenever they ask. It
/// follows from the events of their conversations. Immutable.
/// </summary>
public sealed record CustomerMemory
{
    /// <summary>Contacts kept at most; the oldest go first.</summary>
    public const int ContactsKept = 20;

    /// <summary>Open cases kept at most; the oldest go first.</summary>
    public const int CasesKept = 10;

    /// <summary>A promise counts as due after so long: its own words name the day, which nothing here can read.</summary>
    public static readonly TimeSpan PromiseOpenFor = TimeSpan.FromDays(14);

    private const int NameAtMost = 100;

    /// <summary>Contacts, oldest first.</summary>
    public ImmutableList<RememberedContact> Contacts { get; init; } = [];

    /// <summary>Cases that somebody still owes an answer to, oldest first.</summary>
    public ImmutableList<OpenCase> Cases { get; init; } = [];

    public CustomerPreferences Preferences { get; init; } = CustomerPreferences.None;

    /// <summary>Nothing is known.</summary>
    public static CustomerMemory Empty { get; } = new();

    /// <summary>True when nothing is kept.</summary>
    public bool IsEmpty => Contacts.IsEmpty && Cases.IsEmpty && Preferences == CustomerPreferences.None;

    /// <summary>The memory after what happened in a conversation; the same instance when nothing of it is to be remembered.</summary>
    /// <param name="conversation">The conversation after these events.</param>
    /// <param name="events">What happened, in order.</param>
    public CustomerMemory After(Conversation conversation, IEnumerable<ConversationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(this, (memory, happened) => memory.After(conversation, happened));
    }

    /// <summary>What is kept of other contacts than the one that is going on in this conversation.</summary>
    public CustomerMemory Before(string conversationId, DateTimeOffset at) =>
        Contacts.FindLast(contact => contact.ConversationId == conversationId && contact.GoesOnAt(at)) is not { } current
            ? this
            : this with
            {
                Contacts = Contacts.Remove(current),
                Cases = Cases.RemoveAll(open => open.ConversationId == conversationId && open.Since >= current.BeganAt),
            };

    /// <summary>The memory without what is older than it may become; preferences go with the last contact.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="keptFor">How long a contact is kept after its last message.</param>
    public CustomerMemory AsOf(DateTimeOffset now, TimeSpan keptFor)
    {
        var contacts = Contacts.RemoveAll(contact => now - contact.LastAt >= keptFor);
        var cases = Cases.RemoveAll(open => now - open.Since >= keptFor || open.Promise is not null && now - open.Since >= PromiseOpenFor);
        if (contacts.IsEmpty)
            return Empty;
        return contacts.Count == Contacts.Count && cases.Count == Cases.Count ? this : this with { Contacts = contacts, Cases = cases };
    }

    private CustomerMemory After(Conversation conversation, ConversationEvent happened) => happened switch
    {
        CustomerForgotten => Empty,
        CustomerSaid said => Heard(conversation, said),
        ReadingSwitched { On: var on } => (on ? this : WithoutMoods()) with { Preferences = Preferences with { ReadingOff = !on } },
        SympathySkipped => this with { Preferences = Preferences with { SkipSympathy = true } },
        FactCollected { Name: "name" or "customer_name" } fact =>
            this with { Preferences = Preferences with { Name = SecretMask.Mask(fact.Value.Length <= NameAtMost ? fact.Value : fact.Value[..NameAtMost]).Text } },
        PromiseMade promise => WithCase(conversation.Id, promise.At, null, promise.Text),
        HandoffMoved moved => Moved(conversation.Id, moved),
        Acknowledged { Act: not AcknowledgementAct.None } when Preferences.ReadingOff => this,
        _ => InContact(conversation.Id, contact => contact.After(happened)),
    };

    private CustomerMemory Heard(Conversation conversation, CustomerSaid said)
    {
        var mood = Preferences.ReadingOff ? null : said.Reading is { IsSure: true } reading ? reading.Primary : default(Emotion?);
        var known = InContact(conversation.Id, contact => contact.Heard(said.At, mood), said.At);
        return known with
        {
            Preferences = Preferences with
            {
                Locale = said.Language is null ? Preferences.Locale : conversation.Locale,
                Formal = said.Formal ?? Preferences.Formal,
            },
        };
    }

    private CustomerMemory Moved(string conversationId, HandoffMoved moved)
    {
        var isOpen = HandoffHold.From(moved).TicketId is not null;
        var noted = InContact(conversationId, contact => contact.After(moved));
        var known = Cases.Exists(open => open.Reference == moved.TicketId);
        return (isOpen, known) switch
        {
            (true, false) => noted.WithCase(conversationId, moved.At, moved.TicketId, null),
            (false, true) => noted with { Cases = noted.Cases.RemoveAll(open => open.Reference == moved.TicketId) },
            _ => noted,
        };
    }

    private CustomerMemory WithCase(string conversationId, DateTimeOffset at, string? reference, string? promise)
    {
        var matter = Contacts.FindLast(contact => contact.ConversationId == conversationId)?.Matter;
        var others = promise is null ? Cases : Cases.RemoveAll(open => open.Promise == promise);
        return this with { Cases = [.. others.TakeLast(CasesKept - 1), new OpenCase(conversationId, at, matter, reference, promise)] };
    }

    /// <summary>Changes the contact that is going on; with a moment given, begins one where none is.</summary>
    private CustomerMemory InContact(string conversationId, Func<RememberedContact, RememberedContact> change, DateTimeOffset? beginsAt = null)
    {
        var last = Contacts.FindLastIndex(contact => contact.ConversationId == conversationId);
        if (last >= 0 && (beginsAt is not { } at || Contacts[last].GoesOnAt(at)))
        {
            var changed = change(Contacts[last]);
            return ReferenceEquals(changed, Contacts[last]) ? this : this with { Contacts = Contacts.SetItem(last, changed) };
        }

        return beginsAt is { } began
            ? this with { Contacts = [.. Contacts.TakeLast(ContactsKept - 1), change(new RememberedContact(conversationId, began, began))] }
            : this;
    }

    /// <summary>Who wants no mood read has none kept either, nor what was said because of one.</summary>
    private CustomerMemory WithoutMoods() => this with { Contacts = [.. Contacts.Select(contact => contact.WithoutMood())] };
}
