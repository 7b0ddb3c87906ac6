using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>A store in which the customer's turn is always a little faster than the commit under way.</summary>
internal sealed class WritingCustomer : IConversationStore
{
    private IConversationStore store = null!;
    private TimeProvider time = null!;
    private int written;

    public int WritesBeforeNextCommits { get; set; }

    /// <summary>Puts this store around the real one. Storage keeps what is registered already.</summary>
    public static WritingCustomer Around(IServiceCollection services)
    {
        var customer = new WritingCustomer();
        services.AddSingleton<IConversationStore>(provider =>
        {
            customer.store = ActivatorUtilities.CreateInstance<SqliteConversationStore>(provider);
            customer.time = provider.GetRequiredService<TimeProvider>();
            return customer;
        });
        return customer;
    }

    public async Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        if (written < WritesBeforeNextCommits)
        {
            written++;
            var stored = (await store.FindAsync(commit.ConversationId, cancellationToken))!;
            var said = new CustomerSaid($"more|{written}", time.GetUtcNow(), "still there?", null, []);
            await store.CommitAsync(
                new TurnCommit { ConversationId = stored.Id, Version = stored.Version, State = stored.State.Apply(said), Events = [said] }, cancellationToken);
        }

        return await store.CommitAsync(commit, cancellationToken);
    }

    public Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken) => store.CreateAsync(conversation, cancellationToken);

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken) => store.FindAsync(conversationId, cancellationToken);

    public Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken) => store.FindPlaceAsync(conversationId, cancellationToken);

    public Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken) => store.AcceptAsync(activity, cancellationToken);

    public Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken) => store.NextTurnAsync(conversationId, cancellationToken);

    public Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken) => store.WaitingConversationsAsync(cancellationToken);

    public Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        store.ReadStreamAsync(conversationId, after, limit, cancellationToken);

    public Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken) =>
        store.ReadEventsAsync(conversationId, cancellationToken);

    public Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        store.ReadChangesAsync(after, limit, cancellationToken);

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => store.LastChangeAsync(cancellationToken);
}
