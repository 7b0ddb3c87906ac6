using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>Tickets, which change only in a conversation's commit.</summary>
public abstract class TicketStoreCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    [Fact]
    public async Task A_ticket_is_found_by_id_and_while_open_by_conversation()
    {
        await MakeAsync(Some.Ticket());

        Assert.Equivalent(Some.Ticket(), await Tickets.FindAsync("t1", None), strict: true);
        Assert.Equal("t1", (await Tickets.FindOpenAsync("c1", None))!.Id);
        Assert.Null(await Tickets.FindAsync("t2", None));
        Assert.Null(await Tickets.FindOpenAsync("c2", None));
    }

    [Theory]
    [InlineData(HandoffState.Closed)]
    [InlineData(HandoffState.Returned)]
    [InlineData(HandoffState.Abandoned)]
    [InlineData(HandoffState.TimedOut)]
    [InlineData(HandoffState.Failed)]
    public async Task An_ended_ticket_is_no_longer_open_but_is_kept(HandoffState ended)
    {
        await MakeAsync(Some.Ticket());

        Assert.True(await ChangeAsync(Some.Ticket() with { State = ended, Version = 1 }));

        Assert.Null(await Tickets.FindOpenAsync("c1", None));
        Assert.Empty(await Tickets.ListOpenAsync(100, None));
        Assert.Equal(ended, (await Tickets.FindAsync("t1", None))!.State);
    }

    [Fact]
    public async Task Open_tickets_are_listed_most_needed_first_then_longest_waiting()
    {
        await MakeAsync(Some.Ticket("calm", "c1", 0.1));
        await MakeAsync(Some.Ticket("later", "c2", 0.8) with { RequestedAt = Some.Moment.AddMinutes(1) });
        await MakeAsync(Some.Ticket("earlier", "c3", 0.8));
        await MakeAsync(Some.Ticket("worst", "c4", 0.95));
        await MakeAsync(Some.Ticket("gone", "c5", 1) with { State = HandoffState.Abandoned });

        Assert.Equal(["worst", "earlier", "later", "calm"], (await Tickets.ListOpenAsync(100, None)).Select(ticket => ticket.Id));
        Assert.Equal(["worst", "earlier"], (await Tickets.ListOpenAsync(2, None)).Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task The_list_shows_what_changed_since_it_was_last_read_whoever_changed_it()
    {
        await MakeAsync(Some.Ticket("t1", "c1", 0.8));
        await MakeAsync(Some.Ticket("t2", "c2"));
        Assert.Equal(2, (await Tickets.ListOpenAsync(100, None)).Count);

        Assert.True(await ChangeAsync(Some.Ticket("t1", "c1", 0.8) with { State = HandoffState.Accepted, AgentId = "ada", Version = 1 }));
        await using var other = await OpenAnotherAsync();
        var there = other.GetRequiredService<IConversationStore>();
        Assert.True(await there.CommitAsync(Some.Commit((await there.FindAsync("c2", None))!) with { ForgetReadings = true }, None));

        var listed = await Tickets.ListOpenAsync(100, None);
        Assert.Equal(["ada", null], listed.Select(ticket => ticket.AgentId));
        Assert.Equivalent(await Tickets.FindAsync("t2", None), listed[1], strict: true);
    }

    [Fact]
    public async Task Tickets_that_moved_since_a_moment_are_listed_open_or_ended_the_latest_first()
    {
        await MakeAsync(Some.Ticket("before", "c1") with { MovedAt = Some.Moment.AddMinutes(-1) });
        await MakeAsync(Some.Ticket("then", "c2") with { MovedAt = Some.Moment });
        await MakeAsync(Some.Ticket("ended", "c3") with { MovedAt = Some.Moment.AddMinutes(2), State = HandoffState.Closed });
        await MakeAsync(Some.Ticket("moved", "c4") with { MovedAt = Some.Moment.AddMinutes(-1) });
        await ChangeAsync(Some.Ticket("moved", "c4") with { MovedAt = Some.Moment.AddMinutes(1), Version = 1 });

        Assert.Equal(["ended", "moved", "then"], (await Tickets.ListMovedAsync(Some.Moment, 100, None)).Select(ticket => ticket.Id));
        Assert.Equal(["ended"], (await Tickets.ListMovedAsync(Some.Moment, 1, None)).Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task A_need_that_rises_moves_the_ticket_up()
    {
        await MakeAsync(Some.Ticket("t1", "c1", 0.1));
        await MakeAsync(Some.Ticket("t2", "c2", 0.5));

        await ChangeAsync(Some.Ticket("t1", "c1", 0.9) with { Version = 1 });

        Assert.Equal(["t1", "t2"], (await Tickets.ListOpenAsync(100, None)).Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task Of_two_agents_that_take_a_ticket_one_gets_it()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            var (ticket, conversation) = ($"t{round}", $"c{round}");
            await MakeAsync(Some.Ticket(ticket, conversation));
            var read = await FoundAsync(conversation);

            var took = await Task.WhenAll(new[] { "ada", "ben" }.Select(agent => Conversations.CommitAsync(
                Some.Commit(read) with
                {
                    Ticket = Some.Ticket(ticket, conversation) with { State = HandoffState.Accepted, AgentId = agent, Version = 1 },
                    Activities = [Some.Reply(agent)],
                },
                None)));

            Assert.Single(took, each => each);
            Assert.Equal(took[0] ? "ada" : "ben", (await Tickets.FindAsync(ticket, None))!.AgentId);
            Assert.Equal(Some.Json(took[0] ? "ada" : "ben"), Assert.Single(await Conversations.ReadStreamAsync(conversation, 0, 100, None)).Json);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_ticket_that_moved_on_meanwhile_stops_the_whole_commit(int version)
    {
        await MakeAsync(Some.Ticket());
        await ChangeAsync(Some.Ticket() with { State = HandoffState.Accepted, AgentId = "ada", Version = 1 });
        await Conversations.AcceptAsync(Some.Message("a1"), None);
        var read = await FoundAsync();

        Assert.False(await Conversations.CommitAsync(
            Some.Commit(read, "a1") with
            {
                State = Some.Rich,
                Events = Some.Events,
                Activities = [Some.Reply("r1", deliver: true)],
                Ticket = Some.Ticket() with { AgentId = "ben", Version = version },
            },
            None));

        var found = await FoundAsync();
        Assert.Equal(read.Version, found.Version);
        Assert.Equivalent(read.State, found.State, strict: true);
        Assert.Equal("ada", (await Tickets.FindAsync("t1", None))!.AgentId);
        Assert.Empty(await Conversations.ReadEventsAsync("c1", None));
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Equal("a1", (await Conversations.NextTurnAsync("c1", None))!.ActivityId);
        Assert.True(await Conversations.CommitAsync(Some.Commit(found, "a1") with { Activities = [Some.Reply("r1")] }, None));
    }

    [Fact]
    public async Task A_ticket_stays_with_its_conversation()
    {
        await MakeAsync(Some.Ticket());
        var other = await BegunAsync("c2");

        Assert.False(await Conversations.CommitAsync(Some.Commit(other) with { Ticket = Some.Ticket("t1", "c2") with { Version = 1 } }, None));
    }

    private async Task MakeAsync(HandoffTicket ticket)
    {
        await BegunAsync(ticket.ConversationId);
        Assert.True(await ChangeAsync(ticket));
    }

    private async Task<bool> ChangeAsync(HandoffTicket ticket) =>
        await Conversations.CommitAsync(Some.Commit(await FoundAsync(ticket.ConversationId)) with { Ticket = ticket }, None);
}
