namespace EmpathyBot.Domain.Conversations;

/// <summary>Keeps secrets that must survive a restart, such as keys that sign tokens.</summary>
public interface ISecretStore
{
    /// <summary>The secret of this name; made of 32 random bytes at first use, the same for ever after.</summary>
    Task<byte[]> GetOrCreateAsync(string name, CancellationToken cancellationToken);
}
