namespace EmpathyBot.Domain.Conversations;

/// <summary>Gives stored files addresses that open them without signing in, for a while: for the customer's page.</summary>
public interface IAttachmentAddresses
{
    /// <summary>The address of a file.</summary>
    /// <param name="host">This host as it was asked for (scheme, host, path base), unless the settings know better.</param>
    /// <param name="conversationId">The conversation it belongs to.</param>
    /// <param name="attachmentId">The file.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<string> CreateAsync(string host, string conversationId, string attachmentId, CancellationToken cancellationToken);
}
