using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What is remembered of customers: written with the events it follows from, each one's own, and not for ever.</summary>
public abstract class CustomerMemoryCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private ICustomerMemoryStore Memories => Services.GetRequiredService<ICustomerMemoryStore>();

    [Fact]
    public async Task Of_a_stranger_nothing_is_known()
    {
        Assert.True((await FindAsync()).IsEmpty);
        Assert.True(Memories.KeptFor > TimeSpan.Zero);
    }

    [Fact]
    public async Task What_a_commit_brought_is_remembered_and_survives_a_restart()
    {
        await BegunAsync();
        await HappensAsync("c1", Said("t1"), new ArticleTold("t1", Now, "returns", Some.WeirdText), Moved(HandoffState.Queued));
        await RestartAsync();

        var memory = await FindAsync();
        Assert.Equal(("c1", "returns", ContactEnding.WithPerson), (memory.Contacts[0].ConversationId, memory.Contacts[0].Matter?.Id, memory.Contacts[0].Ending));
        Assert.Equal(("H-1", Some.WeirdText), (Assert.Single(memory.Cases).Reference, memory.Cases[0].Matter?.Title));
    }

    [Fact]
    public async Task An_agents_act_is_remembered_too()
    {
        await BegunAsync();
        await HappensAsync("c1", Said("t1"), Moved(HandoffState.Queued));
        await HappensAsync("c1", Moved(HandoffState.Closed));

        var memory = await FindAsync();
        Assert.Empty(memory.Cases);
        Assert.Equal(ContactEnding.ClosedByPerson, memory.Contacts[0].Ending);
    }

    [Fact]
    public async Task Two_conversations_of_a_customer_at_once_lose_nothing_of_each_other()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).Select(async number =>
        {
            await BegunAsync($"c{number}");
            await HappensAsync($"c{number}", Said("t1"));
        }));

        Assert.Equal(12, (await FindAsync()).Contacts.Select(contact => contact.ConversationId).Distinct().Count());
    }

    [Theory]
    [InlineData("directline", "dl_other")]
    [InlineData("msteams", "dl_user")]
    [InlineData("directline", "dl_use_")]
    [InlineData("DirectLine", "dl_user")]
    [InlineData("directline", "")]
    [InlineData("directline", "' or 1=1 --")]
    public async Task Nobody_else_is_given_it(string channel, string userId)
    {
        await BegunAsync();
        await HappensAsync("c1", Said("t1"));

        Assert.False((await FindAsync()).IsEmpty);
        Assert.True((await Memories.FindAsync(channel, userId, None)).IsEmpty);
    }

    [Fact]
    public async Task A_commit_that_came_too_late_is_not_remembered()
    {
        var read = await BegunAsync();
        await HappensAsync("c1", new Greeted("t0", Now));

        Assert.False(await Conversations.CommitAsync(Some.Commit(read) with { Events = [Said("t1")] }, None));
        Assert.True((await FindAsync()).IsEmpty);
    }

    [Fact]
    public async Task Forgetting_deletes_it_and_what_comes_after_stays_unremembered()
    {
        await BegunAsync();
        await BegunAsync("c2");
        await HappensAsync("c2", Said("t1"));
        await HappensAsync("c1", Said("t1"), new CustomerForgotten("t1", Now));
        await HappensAsync("c1", Said("t2"), Moved(HandoffState.Queued));
        Assert.True((await FindAsync()).IsEmpty);

        await HappensAsync("c2", Said("t2"));
        Assert.Equal("c2", Assert.Single((await FindAsync()).Contacts).ConversationId);
    }

    [Fact]
    public async Task It_is_kept_for_its_time_and_then_gone()
    {
        await BegunAsync();
        await HappensAsync("c1", Said("t1"), new ReadingSwitched("t1", Now, false));

        Time.Pass(Memories.KeptFor - TimeSpan.FromMinutes(1));
        Assert.True((await FindAsync()).Preferences.ReadingOff);
        Time.Pass(TimeSpan.FromMinutes(1));
        Assert.True((await FindAsync()).IsEmpty);
    }

    private DateTimeOffset Now => Time.GetUtcNow();

    private Task<CustomerMemory> FindAsync() => Memories.FindAsync("directline", "dl_user", None);

    private async Task HappensAsync(string conversationId, params ConversationEvent[] events)
    {
        var read = await FoundAsync(conversationId);
        Assert.True(await Conversations.CommitAsync(Some.Commit(read) with { State = read.State.Apply(events), Events = events }, None));
    }

    private CustomerSaid Said(string turnId) => new(turnId, Now, Some.WeirdText, Some.Reading, []);

    private HandoffMoved Moved(HandoffState state) => new("t1", Now, "H-1", state, HandoffReason.AskedForPerson, null);
}
