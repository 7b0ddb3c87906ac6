using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What another engagement hub must still be told.</summary>
public abstract class HubOutboxCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private static readonly HubNotice Initiate = new("a1", "t1", HubNoticeKind.Initiate);
    private static readonly HubNotice Message = new("a2", "t1", HubNoticeKind.Message, "u1");
    private static readonly HubNotice End = new("a3", "t1", HubNoticeKind.End);

    private IHubOutbox Outbox => Services.GetRequiredService<IHubOutbox>();

    [Fact]
    public async Task What_a_commit_tells_the_hub_is_due_in_its_order_and_survives_a_restart()
    {
        await BegunAsync();
        await TellAsync("c1", Initiate, Message, End);
        await RestartAsync();

        var due = await DueAsync();

        Assert.Equal([Initiate, Message, End], due.Select(item => item.Notice));
        Assert.All(due, item => Assert.Equal(("c1", 0), (item.ConversationId, item.Attempts)));
        Assert.Empty(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task A_commit_that_lost_tells_nothing()
    {
        var read = await BegunAsync();
        await TellAsync("c1");

        Assert.False(await Conversations.CommitAsync(Some.Commit(read) with { ToHub = [Initiate] }, None));
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task What_failed_comes_again_when_it_is_time_and_later_ones_wait_behind_it()
    {
        await BegunAsync("c1");
        await BegunAsync("c2");
        await TellAsync("c1", Initiate, Message);
        await TellAsync("c2", End);

        await Outbox.RetryAsync((await DueAsync())[0].Id, Time.GetUtcNow().AddSeconds(5), None);

        Assert.Equal([End], (await DueAsync()).Select(item => item.Notice));
        Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal([(Initiate, 1), (Message, 0), (End, 0)], (await DueAsync()).Select(item => (item.Notice, item.Attempts)));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_unknown_ids_are_no_error()
    {
        await BegunAsync();
        await TellAsync("c1", Initiate, Message);

        await Outbox.RemoveAsync((await DueAsync())[0].Id, None);
        await Outbox.RemoveAsync(42, None);
        await Outbox.RetryAsync(42, Time.GetUtcNow(), None);

        Assert.Equal([Message], (await DueAsync()).Select(item => item.Notice));
    }

    private Task<IReadOnlyList<HubOutboxItem>> DueAsync() => Outbox.DueAsync(Time.GetUtcNow(), 100, None);

    private async Task TellAsync(string id, params HubNotice[] notices) =>
        Assert.True(await Conversations.CommitAsync(Some.Commit(await FoundAsync(id)) with { ToHub = notices }, None));
}
