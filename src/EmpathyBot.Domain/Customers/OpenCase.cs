namespace EmpathyBot.Domain.Customers;

/// <summary>Something that the company still owes the customer.</summary>
/// <param name="ConversationId">Where it was opened.</param>
/// <param name="Since">When.</param>
/// <param name="Matter">What it is about, or null when that was never clear.</param>
/// <param name="Reference">The ticket that a person works on, or null.</param>
/// <param name="Promise">What was promised, in the words in which it was recorded, or null.</param>
public sealed record OpenCase(string ConversationId, DateTimeOffset Since, RememberedMatter? Matter, string? Reference, string? Promise);

/// <summary>How a customer wants to be dealt with.</summary>
/// <param name="ReadingOff">No mood is read.</param>
/// <param name="SkipSympathy">Answers without acknowledgement.</param>
/// <param name="Locale">BCP 47 tag of the language they write in, or null.</param>
/// <param name="Formal">Whether they are addressed politely; null when they never showed it.</param>
/// <param name="Name">Their name, if they gave it.</param>
public sealed record CustomerPreferences(bool ReadingOff, bool SkipSympathy, string? Locale, bool? Formal, string? Name)
{
    /// <summary>None were shown.</summary>
    public static CustomerPreferences None { get; } = new(false, false, null, null, null);
}
