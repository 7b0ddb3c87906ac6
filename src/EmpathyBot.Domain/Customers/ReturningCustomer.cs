using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Customers;

/// <summary>What earlier contacts mean for this turn. Pure. Moods of earlier contacts are never looked at.</summary>
public static class ReturningCustomer
{
    /// <summary>Coming back about the same matter within so long is a repeated contact.</summary>
    public static readonly TimeSpan SoonAgain = TimeSpan.FromDays(7);

    /// <summary>Preferences of earlier contacts that this conversation does not follow yet; null when there are none.</summary>
    /// <param name="conversation">The conversation as it is.</param>
    /// <param name="memory">What is kept of the customer.</param>
    /// <param name="languages">The languages that are spoken: another one is no place to start.</param>
    /// <param name="turnId">The turn it happens in.</param>
    /// <param name="at">When.</param>
    public static CustomerRecognised? Recognise(
        Conversation conversation, CustomerMemory memory, IEnumerable<string> languages, string turnId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(memory);
        var wanted = memory.Preferences;
        var language = wanted.Locale is { } preferred ? ConversationLanguage.CodeOf(preferred) : null;
        // What a customer writes here counts more than what they wrote elsewhere.
        var isFresh = conversation.Episode.FirstTurnId is null;
        var recognised = new CustomerRecognised(
            turnId, at,
            wanted.ReadingOff && !conversation.ReadingOff,
            wanted.SkipSympathy && !conversation.SkipSympathy,
            isFresh && language != ConversationLanguage.CodeOf(conversation.Locale) && languages.Contains(language) ? wanted.Locale : null,
            isFresh && wanted.Formal is { } formal && formal != conversation.Formal ? formal : null);
        return recognised is { ReadingOff: false, SkipSympathy: false, Locale: null, Formal: null } ? null : recognised;
    }

    /// <summary>True when the customer wrote about this before, not long ago, and it was not settled then.</summary>
    public static bool IsBackSoon(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        return SoonBefore(conversation, turn).Any(contact => contact.Ending != ContactEnding.Solved);
    }

    /// <summary>True when a person closed the same matter not long ago, and the customer is back about it.</summary>
    public static bool IsBackAfterPerson(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        return SoonBefore(conversation, turn).Any(contact => contact.Ending == ContactEnding.ClosedByPerson);
    }

    /// <summary>
    /// True when two contacts not long ago were about the same matter and settled it neither time. Who still waits for a person
    /// about it has one coming already.
    /// </summary>
    public static bool IsBackAgainAndAgain(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var before = SoonBefore(conversation, turn).ToList();
        return before.Count(contact => contact.Ending != ContactEnding.Solved) >= 2 && before.TrueForAll(contact => contact.Ending != ContactEnding.WithPerson);
    }

    /// <summary>Whether this was apologised for in an earlier contact about the same matter.</summary>
    public static bool HeardApology(Conversation conversation, Turn turn, string incident)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var bare = Incidents.WithoutEpisode(incident);
        return SoonBefore(conversation, turn).Any(contact => contact.ApologisedFor.Contains(bare));
    }

    /// <summary>Phrases to leave alone while there are others: those of the last contact, and of any about the same matter.</summary>
    public static IReadOnlySet<string> PhrasesHeard(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var about = MattersOf(conversation, turn);
        var contacts = turn.Memory.Contacts;
        return contacts.Where((contact, index) => index == contacts.Count - 1 || contact.IsAbout(about))
            .SelectMany(contact => contact.PhraseIds).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// The open case of an earlier contact to mention along with this step: once in a conversation, only when the step is
    /// about the same matter, and not to someone angry, whom it would tell that records are kept of them.
    /// </summary>
    public static OpenCase? CaseToMention(Conversation conversation, Turn turn, Step step)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        var about = step switch { TellArticle told => told.ArticleId, StartProcedure started => started.ProcedureId, _ => null };
        var isUnwelcome = turn.Reading is { Primary: Emotion.Anger } or { Primary: Emotion.Frustration, Intensity: >= HandoffPolicy.StrongAnger }
            || turn.Signals.AtRisk;
        return about is null || isUnwelcome || conversation.IsCaseMentioned || conversation.Handoff.TicketId is not null
            ? null
            : turn.Memory.Cases.FindLast(open => open.Matter?.Id == about);
    }

    private static IEnumerable<RememberedContact> SoonBefore(Conversation conversation, Turn turn)
    {
        var about = MattersOf(conversation, turn);
        return turn.Memory.Contacts.Where(contact => turn.At - contact.LastAt <= SoonAgain && contact.IsAbout(about));
    }

    /// <summary>What this turn is about: what the message asks for, and what the episode dealt with so far.</summary>
    private static string[] MattersOf(Conversation conversation, Turn turn)
    {
        var named = new[] { turn.Match.Sure?.Id, turn.Choice?.Id, conversation.Episode.Procedure };
        return [.. named.OfType<string>(), .. conversation.Episode.ArticlesTold];
    }
}
