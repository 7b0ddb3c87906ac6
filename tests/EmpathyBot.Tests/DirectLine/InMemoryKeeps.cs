using System.Security.Cryptography;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Keeps secrets as long as the test lasts; a test hands it on to show that keys survive a restart.</summary>
internal sealed class InMemorySecretStore : ISecretStore
{
    private readonly Dictionary<string, byte[]> _secrets = [];

    public Task<byte[]> GetOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        lock (_secrets)
        {
            if (!_secrets.TryGetValue(name, out var secret))
            {
                _secrets[name] = secret = RandomNumberGenerator.GetBytes(32);
            }

            return Task.FromResult(secret);
        }
    }
}

/// <summary>Keeps resume values as long as the test lasts; a replaced one serves two minutes more.</summary>
internal sealed class InMemoryResumeStore(TimeProvider clock) : IResumeStore
{
    private readonly Dictionary<string, (ResumedConversation Theirs, DateTimeOffset? ReplacedAt)> _kept = [];

    public IReadOnlyCollection<string> Hashes => _kept.Keys;

    public Task<ResumedConversation?> ExchangeAsync(string resumeHash, string nextHash, CancellationToken cancellationToken)
    {
        if (!_kept.TryGetValue(resumeHash, out var found)
            || (found.ReplacedAt is { } replaced && clock.GetUtcNow() - replaced > TimeSpan.FromMinutes(2)))
        {
            return Task.FromResult<ResumedConversation?>(null);
        }

        _kept[resumeHash] = (found.Theirs, found.ReplacedAt ?? clock.GetUtcNow());
        _kept.Add(nextHash, (found.Theirs, null));
        return Task.FromResult<ResumedConversation?>(found.Theirs);
    }

    public Task KeepAsync(string resumeHash, string conversationId, string userId, CancellationToken cancellationToken)
    {
        _kept.Add(resumeHash, (new ResumedConversation(conversationId, userId), null));
        return Task.CompletedTask;
    }
}

/// <summary>Keeps files as long as the test lasts.</summary>
internal sealed class InMemoryAttachmentStore : IAttachmentStore
{
    public Dictionary<string, StoredAttachment> Kept { get; } = [];

    public Task SaveAsync(StoredAttachment attachment, CancellationToken cancellationToken)
    {
        Kept.Add(attachment.Id, attachment);
        return Task.CompletedTask;
    }

    public Task<StoredAttachment?> FindAsync(string attachmentId, CancellationToken cancellationToken) =>
        Task.FromResult(Kept.GetValueOrDefault(attachmentId));
}
