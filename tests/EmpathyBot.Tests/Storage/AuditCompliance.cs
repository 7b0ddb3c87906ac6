using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What any audit log must do.</summary>
public abstract class AuditCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private IAuditLog Log => Services.GetRequiredService<IAuditLog>();

    private AuditEntry Entry(string act = AuditActs.Took) => new(Time.GetUtcNow(), act, "a1", "Mira", "203.0.113.7")
    {
        TicketId = "t1", ConversationId = "c1", AccountId = "a2", Detail = "callback",
    };

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        var entry = Entry();
        await Log.AppendAsync(entry, None);
        await RestartAsync();

        var found = Assert.Single(await Log.ReadAsync(new AuditQuery(10), None));
        Assert.Equal(entry with { Id = found.Id }, found);
    }

    [Fact]
    public async Task A_commit_and_its_entry_are_written_together_or_not_at_all()
    {
        var read = await BegunAsync();
        Assert.True(await Conversations.CommitAsync(Some.Commit(read) with { Ticket = Some.Ticket(), Audit = Entry() }, None));
        Assert.False(await Conversations.CommitAsync(Some.Commit(read) with { Audit = Entry(AuditActs.Closed) }, None));
        var stale = Some.Ticket() with { State = HandoffState.Accepted, Version = 9 };
        Assert.False(await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { Ticket = stale, Audit = Entry(AuditActs.Closed) }, None));

        Assert.Equal(AuditActs.Took, Assert.Single(await Log.ReadAsync(new AuditQuery(10), None)).Act);
    }

    [Fact]
    public async Task The_same_act_of_the_same_agent_on_the_same_conversation_is_written_once_since_a_moment()
    {
        var since = Time.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Log.AppendOnceAsync(Entry(AuditActs.Viewed), since, None)));
        await Log.AppendOnceAsync(Entry(AuditActs.Viewed) with { AgentId = "a9" }, since, None);
        await Log.AppendOnceAsync(Entry(AuditActs.Viewed) with { ConversationId = "c9" }, since, None);
        await Log.AppendOnceAsync(Entry(AuditActs.Viewed), Time.GetUtcNow().AddMilliseconds(1), None);

        Assert.Equal(4, (await Log.ReadAsync(new AuditQuery(100), None)).Count);
    }

    [Fact]
    public async Task What_is_asked_for_is_found_newest_first()
    {
        await Log.AppendAsync(Entry(AuditActs.Took), None);
        Time.Pass(TimeSpan.FromHours(1));
        var later = Time.GetUtcNow();
        await Log.AppendAsync(Entry(AuditActs.Closed) with { AgentId = "a9", TicketId = "t9", ConversationId = "c9" }, None);

        Assert.Equal([AuditActs.Closed, AuditActs.Took], await ActsAsync(new(10)));
        Assert.Equal([AuditActs.Closed], await ActsAsync(new(1)));
        foreach (var query in (AuditQuery[])[new(9) { From = later }, new(9) { Act = AuditActs.Closed }, new(9) { AgentId = "a9" }, new(9) { TicketId = "t9" }, new(9) { ConversationId = "c9" }])
            Assert.Equal([AuditActs.Closed], await ActsAsync(query));
        Assert.Equal([AuditActs.Took], await ActsAsync(new(9) { To = later }));
        var newest = (await Log.ReadAsync(new(1), None))[0].Id;
        Assert.Equal([AuditActs.Took], await ActsAsync(new(9) { BeforeId = newest }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Log.ReadAsync(new(0), None));
    }

    [Fact]
    public async Task What_is_older_than_the_setting_is_not_shown_and_goes_with_the_next_entry()
    {
        await Log.AppendAsync(Entry(), None);
        Time.Pass(TimeSpan.FromDays(366));
        Assert.Empty(await Log.ReadAsync(new(10), None));
        await Log.AppendAsync(Entry(AuditActs.Closed), None);

        Assert.Equal([AuditActs.Closed], await ActsAsync(new(10) { From = DateTimeOffset.UnixEpoch }));
    }

    private async Task<IEnumerable<string>> ActsAsync(AuditQuery query) => (await Log.ReadAsync(query, None)).Select(entry => entry.Act);
}
