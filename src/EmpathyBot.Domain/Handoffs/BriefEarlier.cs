using System.Globalization;
using EmpathyBot.Domain.Customers;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>The last earlier contacts in a line each: when, what about, how it ended. Never the mood of then.</summary>
internal static class BriefEarlier
{
    private const int Lines = 2;

    public static IReadOnlyList<BriefSentence> Of(CustomerMemory before) =>
        [.. before.Contacts.TakeLast(Lines).Reverse().Select(contact => new BriefSentence(Line(contact), [contact.ConversationId]))];

    private static string Line(RememberedContact contact)
    {
        var about = contact.Matter is { } matter ? Sentences.Shorten(matter.Title, 8) : "matter not clear";
        return $"{contact.LastAt.ToString("d MMMM", CultureInfo.InvariantCulture)}: {about} – {Ended(contact.Ending)}.";
    }

    private static string Ended(ContactEnding ending) => ending switch
    {
        ContactEnding.Answered => "answered by the assistant",
        ContactEnding.Solved => "settled",
        ContactEnding.WithPerson => "handed to a colleague",
        ContactEnding.ClosedByPerson => "closed by a colleague",
        _ => "left open",
    };
}
