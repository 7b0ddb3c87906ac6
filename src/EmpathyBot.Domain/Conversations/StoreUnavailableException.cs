namespace EmpathyBot.Domain.Conversations;

/// <summary>What outlives a process cannot be read or written now. Whatever was acknowledged before is kept.</summary>
public class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What whoever asked is told.</summary>
    public const string Sentence = "We cannot save or look up anything right now. Please try again in a minute; what was saved before is safe.";
}
