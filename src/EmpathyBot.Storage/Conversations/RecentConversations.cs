using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Caching.Memory;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// The conversations this node read or committed last, so that the next turn of one need not read its state as text again.
/// Nothing relies on it: before one is used, the store is asked whether it is still the newest.
/// </summary>
internal sealed class RecentConversations : IDisposable
{
    /// <summary>About 10 MB.</summary>
    private const int Most = 1000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The conversation as the store has it now, or null: the one that is kept if it is the newest, else read and kept.</summary>
    /// <param name="conversationId">Which.</param>
    /// <param name="isNewest">Asks the store by <see cref="ConversationRow.IsNewest"/>, with these values.</param>
    /// <param name="read">Reads it by <see cref="ConversationRow.Find"/>.</param>
    public async Task<StoredConversation?> FindAsync(string conversationId, Func<object, Task<bool>> isNewest, Func<Task<ConversationRow?>> read)
    {
        if (Find(conversationId) is { } kept && await isNewest(new { kept.Id, kept.Version, createdAt = kept.CreatedAt.ToUnixTimeMilliseconds() }))
            return kept;
        Forget(conversationId);
        if ((await read())?.ToStored() is not { } found)
            return null;
        Keep(found);
        return found;
    }

    /// <summary>Takes over what was committed; a conversation that was not kept as it stood before is read when it is next asked for.</summary>
    public void Keep(TurnCommit commit)
    {
        if (Find(commit.ConversationId) is not { } before || before.Version != commit.Version)
            return;
        Keep(before with
        {
            State = commit.State,
            Dialogs = commit.Dialogs switch { null => before.Dialogs, "" => null, var dialogs => dialogs },
            Version = commit.Version + 1,
        });
    }

    public void Forget(string conversationId) => _kept.Remove(conversationId);

    public void Dispose() => _kept.Dispose();

    private StoredConversation? Find(string conversationId) => _kept.Get<StoredConversation>(conversationId);

    private void Keep(StoredConversation conversation) =>
        _kept.Set(conversation.Id, conversation, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
}
