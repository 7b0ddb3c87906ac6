namespace EmpathyBot.Domain.Handoffs;

/// <summary>A customer who need not wait in the chat: they are called or written to.</summary>
/// <param name="Contact">Where.</param>
/// <param name="AskedAt">When they left it.</param>
/// <param name="PromisedBy">What they were told: until then they hear from a person. Null when no time could be promised.</param>
public sealed record Callback(CustomerContact Contact, DateTimeOffset AskedAt, DateTimeOffset? PromisedBy);

/// <summary>How far talk of a callback has come in a conversation.</summary>
public enum CallbackTalk
{
    /// <summary>None was spoken of.</summary>
    None = 0,
    /// <summary>One was offered; the customer may leave a contact, or not.</summary>
    Offered,
    /// <summary>The customer wants one and was asked for the contact.</summary>
    ContactAsked,
    /// <summary>What they wrote was no contact; it was asked for once more.</summary>
    ContactAskedAgain,
    /// <summary>The contact is there, and the time is promised.</summary>
    Promised,
    /// <summary>The customer would rather wait.</summary>
    Declined,
}
