using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What channels must still be called with.</summary>
public abstract class OutboxCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private IOutbox Outbox => Services.GetRequiredService<IOutbox>();

    [Fact]
    public async Task Only_what_must_be_delivered_is_due_in_its_order_and_survives_a_restart()
    {
        await Conversations.CreateAsync(Some.Beginning("c1", Some.Reply("w1", deliver: true)), None);
        await SayAsync(Some.Reply("r1", deliver: true), Some.Reply("shown only"), Some.Reply("r2", deliver: true));
        await RestartAsync();

        var due = await Outbox.DueAsync(Time.GetUtcNow(), 100, None);

        Assert.Equal([Some.Json("w1"), Some.Json("r1"), Some.Json("r2")], due.Select(item => item.ActivityJson));
        Assert.All(due, item => Assert.Equal(("c1", 0), (item.ConversationId, item.Attempts)));
        Assert.Equal(Some.Json("w1"), Assert.Single(await Outbox.DueAsync(Time.GetUtcNow(), 1, None)).ActivityJson);
    }

    [Fact]
    public async Task What_was_delivered_is_gone_but_stays_on_the_stream()
    {
        await BegunAsync();
        await SayAsync(Some.Reply("r1", deliver: true));

        await Outbox.DeliveredAsync(Assert.Single(await DueAsync()).Id, None);

        Assert.Empty(await DueAsync());
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task What_failed_comes_again_when_it_is_time_and_later_words_wait_behind_it()
    {
        await BegunAsync("c1");
        await BegunAsync("c2");
        await SayAsync(Some.Reply("r1", deliver: true), Some.Reply("r2", deliver: true));
        await SayAsync("c2", Some.Reply("other", deliver: true));

        await Outbox.FailedAsync((await DueAsync())[0].Id, Time.GetUtcNow().AddSeconds(5), None);

        Assert.Equal([Some.Json("other")], (await DueAsync()).Select(item => item.ActivityJson));
        Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(
            [(Some.Json("r1"), 1), (Some.Json("r2"), 0), (Some.Json("other"), 0)],
            (await DueAsync()).Select(item => (item.ActivityJson, item.Attempts)));
    }

    [Fact]
    public async Task What_was_given_up_no_longer_holds_later_words_back()
    {
        await BegunAsync();
        await SayAsync(Some.Reply("r1", deliver: true), Some.Reply("r2", deliver: true));

        await Outbox.FailedAsync((await DueAsync())[0].Id, null, None);

        Assert.Equal([Some.Json("r2")], (await DueAsync()).Select(item => item.ActivityJson));
    }

    [Fact]
    public async Task Unknown_ids_are_no_error()
    {
        await Outbox.DeliveredAsync(42, None);
        await Outbox.FailedAsync(42, Time.GetUtcNow(), None);

        Assert.Empty(await DueAsync());
    }

    private Task<IReadOnlyList<OutboxItem>> DueAsync() => Outbox.DueAsync(Time.GetUtcNow(), 100, None);

    private Task SayAsync(params OutgoingActivity[] activities) => SayAsync("c1", activities);

    private async Task SayAsync(string id, params OutgoingActivity[] activities) =>
        Assert.True(await Conversations.CommitAsync(Some.Commit(await FoundAsync(id)) with { Activities = activities }, None));
}
