using System.Text;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Customers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Storage;

/// <summary>All that is kept of one customer: read whole, erased whole, and nobody else's touched.</summary>
public abstract class CustomerRecordsCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private static readonly CustomerKey Customer = new("directline", "dl_user");

    private ICustomerRecords Records => Services.GetRequiredService<ICustomerRecords>();

    private AuditEntry Entry => AuditedBy.CommandLine.Entry(Time.GetUtcNow(), AuditActs.CustomerErased);

    [Fact]
    public async Task Of_a_stranger_nothing_is_kept_and_erasing_them_changes_nothing()
    {
        Assert.True((await Records.ReadAsync(Customer, None)).IsEmpty);
        Assert.Null(await Records.WhoseAsync("c1", None));

        var erased = await Records.EraseAsync(Customer, Entry, None);

        Assert.Equal((0, false, true), (erased.Conversations, erased.Memory, erased.Finished));
    }

    [Fact]
    public async Task Everything_that_is_kept_is_read()
    {
        await FilledAsync("c1");
        await FilledAsync("c2");

        var record = await Records.ReadAsync(Customer, None);

        Assert.Equal(Customer, await Records.WhoseAsync("c2", None));
        Assert.NotNull(record.Memory);
        Assert.Equal(["c1", "c2"], record.Conversations.Select(conversation => conversation.Id).Order());
        Assert.All(record.Conversations, conversation =>
        {
            var id = conversation.Id;
            Assert.Contains(conversation.Activities, json => json.Contains($"said-in-{id}", StringComparison.Ordinal));
            Assert.Contains(conversation.Activities, json => json.Contains($"unseen-in-{id}", StringComparison.Ordinal));
            Assert.Contains(conversation.Events, json => json.Contains($"event-in-{id}", StringComparison.Ordinal));
            Assert.Contains($"t-{id}", Assert.Single(conversation.Tickets), StringComparison.Ordinal);
            Assert.Equal($"file-of-{id}", Encoding.UTF8.GetString(Assert.Single(conversation.Attachments).Content.Span));
            Assert.Equal("""{"at":"dialog"}""", conversation.Dialogs);
        });
    }

    [Fact]
    public async Task Erasing_takes_all_of_one_customer_and_nothing_of_another_and_is_written_down()
    {
        await FilledAsync("c1");
        await FilledAsync("c2", "dl_other");
        var other = new CustomerKey("directline", "dl_other");
        var before = await Records.ReadAsync(other, None);

        var erased = await Records.EraseAsync(Customer, Entry, None);

        Assert.Equal((1, true, true), (erased.Conversations, erased.Memory, erased.Finished));
        Assert.True((await Records.ReadAsync(Customer, None)).IsEmpty);
        Assert.Null(await Conversations.FindAsync("c1", None));
        Assert.Null(await Tickets.FindAsync("t-c1", None));
        Assert.Empty(await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Empty(await Conversations.ReadEventsAsync("c1", None));
        Assert.Null(await Services.GetRequiredService<IAttachmentStore>().FindAsync("f-c1", None));
        Assert.Null(await Services.GetRequiredService<IResumeStore>().ExchangeAsync("r-c1", "next", None));
        var after = await Records.ReadAsync(other, None);
        Assert.Equal(before.Conversations[0].Activities, after.Conversations[0].Activities);
        Assert.Equal(before.Conversations[0].Events, after.Conversations[0].Events);
        Assert.Single(after.Conversations[0].Tickets);
        Assert.Equal("customer-erased", Assert.Single(await Services.GetRequiredService<IAuditLog>().ReadAsync(new AuditQuery(10), None)).Act);
    }

    [Fact]
    public async Task A_turn_that_runs_while_its_customer_is_erased_leaves_nothing()
    {
        var read = await BegunAsync();
        await Records.EraseAsync(Customer, Entry, None);

        Assert.False(await Conversations.CommitAsync(Some.Commit(read) with { Events = Some.Events }, None));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Conversations.AcceptAsync(Some.Message("late"), None));
        Assert.True((await Records.ReadAsync(Customer, None)).IsEmpty);
    }

    [Fact]
    public async Task What_is_older_than_it_is_kept_is_deleted_and_who_waits_for_a_person_stays()
    {
        await FilledAsync("old");
        await FilledAsync("waits", open: true);
        await FilledAsync("wrote-again");
        Time.Pass(TimeSpan.FromDays(729));
        await Conversations.AcceptAsync(Some.Message("m9", null, "wrote-again"), None);
        Assert.Equal(0, await Job.RunOnceAsync(None));
        Time.Pass(TimeSpan.FromDays(2));
        await BegunAsync("new");

        Assert.Equal(1, await Job.RunOnceAsync(None));

        Assert.Null(await Conversations.FindAsync("old", None));
        Assert.Null(await Services.GetRequiredService<IAttachmentStore>().FindAsync("f-old", None));
        foreach (var kept in new[] { "waits", "wrote-again", "new" })
            Assert.NotNull(await Conversations.FindAsync(kept, None));
        Assert.Null((await Records.ReadAsync(Customer, None)).Memory);
    }

    [Fact]
    public async Task However_many_are_too_old_all_of_them_go()
    {
        for (var count = 0; count < 120; count++)
            await Conversations.CreateAsync(Some.Beginning($"c{count}"), None);
        Time.Pass(TimeSpan.FromDays(731));

        Assert.Equal(120, await Job.RunOnceAsync(None));
        Assert.True((await Records.ReadAsync(Customer, None)).IsEmpty);
    }

    private RetentionJob Job => Services.GetServices<IHostedService>().OfType<RetentionJob>().Single();

    private async Task FilledAsync(string id, string user = "dl_user", bool open = false)
    {
        await Conversations.CreateAsync(Some.Beginning(id) with { UserId = user, Reference = """{"call":"back"}""" }, None);
        await Conversations.AcceptAsync(Some.Message("m1", null, id) with { Json = $$"""{"text":"said-in-{{id}}"}""" }, None);
        await Conversations.AcceptAsync(Some.Message("m2", null, id) with { Json = $$"""{"text":"unseen-in-{{id}}"}""", ShownOnStream = false }, None);
        await Services.GetRequiredService<IAttachmentStore>().SaveAsync(
            new StoredAttachment($"f-{id}", id, "name.txt", "text/plain", Encoding.UTF8.GetBytes($"file-of-{id}")), None);
        await Services.GetRequiredService<IResumeStore>().KeepAsync($"r-{id}", id, user, None);
        var read = await FoundAsync(id);
        IReadOnlyList<ConversationEvent> events = [.. Some.Events, new CustomerSaid("m1", Time.GetUtcNow(), $"event-in-{id}", null, [])];
        var ticket = Some.Ticket($"t-{id}", id) with { RequestedAt = Time.GetUtcNow(), MovedAt = Time.GetUtcNow(), State = open ? HandoffState.Queued : HandoffState.Closed };
        Assert.True(await Conversations.CommitAsync(
            Some.Commit(read, "m1") with
            {
                State = read.State.Apply(events), Events = events, Ticket = ticket, Dialogs = """{"at":"dialog"}""", Activities = [Some.Reply("a1", deliver: true)],
            },
            None));
    }
}
