using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>The one transaction of a turn or of an agent's act.</summary>
public abstract class CommitCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    [Fact]
    public async Task Of_many_takes_at_once_no_more_are_written_than_the_agents_own_limit_allows()
    {
        const int Wanted = 12;
        var seats = Services.GetRequiredService<IAgentSeatStore>();
        await seats.SaveAsync(AgentSeat.Of(new Agent("ada", "Ada"), Time.GetUtcNow()) with { Limit = 3 }, None);
        var read = new List<StoredConversation>();
        for (var number = 1; number <= Wanted; number++)
            read.Add(await BegunAsync($"c{number}"));

        var taken = await Task.WhenAll(read.Select(stored => Conversations.CommitAsync(
            Some.Commit(stored) with
            {
                Ticket = Some.Ticket($"t-{stored.Id}", stored.Id) with { State = HandoffState.Accepted, AgentId = "ada", AgentName = "Ada" },
                WithinLimitOf = "ada",
            },
            None)));

        Assert.Equal(3, taken.Count(done => done));
        Assert.Equal(3, (await Tickets.ListOpenAsync(100, None)).Count);
    }

    [Fact]
    public async Task Who_set_no_limit_or_has_no_seat_takes_what_they_like()
    {
        await Services.GetRequiredService<IAgentSeatStore>().SeeAsync(new Agent("ada", "Ada"), Time.GetUtcNow(), None);
        foreach (var agent in new[] { "ada", "nobody" })
        {
            var ticket = Some.Ticket($"t-{agent}", agent) with { State = HandoffState.Accepted, AgentId = agent };
            Assert.True(await Conversations.CommitAsync(Some.Commit(await BegunAsync(agent)) with { Ticket = ticket, WithinLimitOf = agent }, None));
        }
    }

    [Fact]
    public async Task A_commit_writes_all_and_it_is_there_after_a_restart()
    {
        var read = await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1"), None);

        Assert.True(await Conversations.CommitAsync(
            Some.Commit(read, "a1") with
            {
                State = Some.Rich,
                Dialogs = """{"stack":[]}""",
                Events = Some.Events,
                Activities = [Some.Reply("r1"), Some.Reply("r2")],
                Ticket = Some.RichTicket,
            },
            None));
        await RestartAsync();

        var found = await FoundAsync();
        Assert.Equivalent(Some.Rich, found.State, strict: true);
        Assert.Equal("""{"stack":[]}""", found.Dialogs);
        Assert.True(found.Version > read.Version);
        Assert.Equivalent(Some.Events, await Conversations.ReadEventsAsync("c1", None), strict: true);
        Assert.Equal(
            [new(1, Some.Json("a1")), new(2, Some.Json("r1")), new(3, Some.Json("r2"))],
            await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Equivalent(Some.RichTicket, await Tickets.FindAsync("t1", None), strict: true);
        Assert.Null(await Conversations.NextTurnAsync("c1", None));
        Assert.Empty(await Conversations.WaitingConversationsAsync(None));
    }

    [Fact]
    public async Task What_a_process_keeps_of_its_own_commit_is_what_a_restart_would_read()
    {
        Assert.True(await Conversations.CommitAsync(Some.Commit(await BegunAsync()) with { State = Some.Rich, Dialogs = """{"stack":[]}""" }, None));
        var kept = await FoundAsync();
        Assert.True(await Conversations.CommitAsync(Some.Commit(kept) with { Dialogs = "" }, None));
        var cleared = await FoundAsync();
        await RestartAsync();

        var read = await FoundAsync();
        Assert.Equivalent(read, cleared, strict: true);
        Assert.Equal((read.Version - 1, """{"stack":[]}""", null), (kept.Version, kept.Dialogs, cleared.Dialogs));
    }

    [Fact]
    public async Task What_another_process_committed_is_found_though_an_older_form_was_kept()
    {
        var read = await BegunAsync();
        await using var other = await OpenAnotherAsync();
        Assert.True(await other.GetRequiredService<IConversationStore>().CommitAsync(Some.Commit(read) with { State = Some.Rich }, None));

        var found = await FoundAsync();
        Assert.Equal(read.Version + 1, found.Version);
        Assert.Equivalent(Some.Rich, found.State, strict: true);
    }

    [Fact]
    public async Task Events_of_later_commits_follow_those_of_earlier_ones()
    {
        foreach (var happened in Some.Events)
        {
            var read = await Conversations.FindAsync("c1", None) ?? await BegunAsync();
            Assert.True(await Conversations.CommitAsync(Some.Commit(read) with { Events = [happened, happened] }, None));
        }

        var types = (await Conversations.ReadEventsAsync("c1", None)).Select(happened => happened.GetType());
        Assert.Equal(Some.Events.SelectMany(happened => new[] { happened.GetType(), happened.GetType() }), types);
    }

    [Fact]
    public async Task A_commit_on_an_old_version_writes_nothing()
    {
        var read = await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1"), None);
        Assert.True(await Conversations.CommitAsync(Some.Commit(read), None));
        var change = await Conversations.LastChangeAsync(None);

        Assert.False(await Conversations.CommitAsync(
            Some.Commit(read, "a1") with
            {
                State = Some.Rich, Dialogs = "{}", Events = Some.Events, Activities = [Some.Reply("r1", deliver: true)], Ticket = Some.Ticket(),
            },
            None));

        Assert.False((await FoundAsync()).State.ReadingOff);
        Assert.Null((await FoundAsync()).Dialogs);
        Assert.Empty(await Conversations.ReadEventsAsync("c1", None));
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Null(await Tickets.FindAsync("t1", None));
        Assert.Equal("a1", (await Conversations.NextTurnAsync("c1", None))!.ActivityId);
        Assert.Equal(change, await Conversations.LastChangeAsync(None));
    }

    [Fact]
    public async Task A_commit_of_a_conversation_that_does_not_exist_writes_nothing()
    {
        var begun = await BegunAsync();

        Assert.False(await Conversations.CommitAsync(Some.Commit(begun) with { ConversationId = "nobody", Events = Some.Events }, None));

        Assert.Empty(await Conversations.ReadEventsAsync("nobody", None));
    }

    [Fact]
    public async Task Of_commits_on_one_version_one_wins()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            var read = await BegunAsync($"c{round}");

            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(each => Conversations.CommitAsync(
                Some.Commit(read) with { Activities = [Some.Reply($"r{each}")], Events = [new NotUnderstood($"u{each}", Some.Moment)] }, None)));

            Assert.Single(won, each => each);
            Assert.Single(await Conversations.ReadStreamAsync(read.Id, 0, 100, None));
            Assert.Single(await Conversations.ReadEventsAsync(read.Id, None));
        }
    }

    [Fact]
    public async Task A_customer_who_writes_during_a_turn_does_not_make_its_commit_fail()
    {
        var read = await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1"), None);
        var turn = await FoundAsync();
        await Conversations.AcceptAsync(Some.Message("a2"), None);

        Assert.True(await Conversations.CommitAsync(Some.Commit(turn, "a1") with { Activities = [Some.Reply("r1")] }, None));

        Assert.Equal(read.Version, turn.Version);
        Assert.Equal(
            [Some.Json("a1"), Some.Json("a2"), Some.Json("r1")],
            (await Conversations.ReadStreamAsync("c1", 0, 100, None)).Select(activity => activity.Json));
        Assert.Equal("a2", (await Conversations.NextTurnAsync("c1", None))!.ActivityId);
    }

    [Fact]
    public async Task A_turn_that_is_done_is_not_done_again_on_a_newer_version_either()
    {
        var read = await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1"), None);
        Assert.True(await Conversations.CommitAsync(Some.Commit(read, "a1") with { Activities = [Some.Reply("r1")] }, None));

        Assert.False(await Conversations.CommitAsync(Some.Commit(await FoundAsync(), "a1") with { Activities = [Some.Reply("r2")] }, None));

        Assert.Equal(2, (await Conversations.ReadStreamAsync("c1", 0, 100, None)).Count);
    }

    [Fact]
    public async Task A_turn_that_was_never_accepted_can_be_committed()
    {
        var read = await BegunAsync();

        Assert.True(await Conversations.CommitAsync(Some.Commit(read, "invoke-1") with { Events = [new NotUnderstood("invoke-1", Some.Moment)] }, None));
    }

    [Fact]
    public async Task Dialogs_are_kept_by_null_and_cleared_by_nothing()
    {
        await BegunAsync();
        await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { Dialogs = "{}" }, None);
        await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { Dialogs = null }, None);
        Assert.Equal("{}", (await FoundAsync()).Dialogs);

        await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { Dialogs = "" }, None);
        Assert.Null((await FoundAsync()).Dialogs);
    }

    [Fact]
    public async Task Forgetting_takes_every_reading_out_of_what_was_stored_and_nothing_else()
    {
        var read = await BegunAsync();
        await Conversations.CreateAsync(Some.Beginning("c2") with { UserId = "dl_other" }, None);
        Assert.True(await Conversations.CommitAsync(Some.Commit(read) with { Events = Some.Events }, None));
        Assert.True(await Conversations.CommitAsync(Some.Commit(await FoundAsync("c2")) with { Events = Some.Events }, None));

        Assert.True(await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { ForgetReadings = true }, None));

        var expected = Some.Events.Select(happened => happened switch
        {
            CustomerSaid said => said with { Reading = null },
            Acknowledged acknowledged => acknowledged with { Act = AcknowledgementAct.None, Reason = "forgotten", PhraseId = null, Incident = null },
            ReadingCorrected corrected => corrected with { NotThis = Emotion.Neutral },
            Decided decided => decided with { Reason = "forgotten" },
            _ => happened,
        });
        Assert.Equivalent(expected, await Conversations.ReadEventsAsync("c1", None), strict: true);
        Assert.Equivalent(Some.Events, await Conversations.ReadEventsAsync("c2", None), strict: true);
    }

    [Fact]
    public async Task Forgetting_reaches_the_tickets_and_the_other_conversations_of_the_same_customer()
    {
        var angry = Conversation.Begin("c2", "directline", "en-GB").Apply(Some.Events);
        await BegunAsync();
        await BegunAsync("c2");
        Assert.True(await Conversations.CommitAsync(
            Some.Commit(await FoundAsync("c2")) with { State = angry, Events = Some.Events, Ticket = Some.Ticket("t2", "c2") }, None));
        var running = await FoundAsync("c2");

        Assert.True(await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { ForgetReadings = true }, None));

        Assert.All((await Conversations.ReadEventsAsync("c2", None)).OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
        Assert.True((await FoundAsync("c2")).State is { Journey.Points.Count: 0, Last: null });
        var ticket = (await Tickets.FindAsync("t2", None))!;
        Assert.True(ticket is { Reason: HandoffReason.AcceptedOffer, Need: 0.2, Brief: { EmotionNow: null, EmotionPeak: null } });
        // A turn that ran there meanwhile is decided again, without what it had read.
        Assert.False(await Conversations.CommitAsync(Some.Commit(running) with { State = angry }, None));
    }

    [Fact]
    public async Task A_desk_that_comes_back_reads_which_conversations_changed_since()
    {
        await BegunAsync("c1");
        await BegunAsync("c2");
        await Conversations.CommitAsync(Some.Commit(await FoundAsync()) with { Ticket = Some.Ticket() }, None);
        await Conversations.CommitAsync(Some.Commit(await FoundAsync("c2")), None);
        var seen = await Conversations.LastChangeAsync(None);
        await Conversations.CommitAsync(Some.Commit(await FoundAsync()), None);
        await RestartAsync();

        var change = Assert.Single(await Conversations.ReadChangesAsync(seen, 100, None));
        Assert.Equal(("c1", "t1"), (change.ConversationId, change.TicketId));
        Assert.Equal(change.Sequence, await Conversations.LastChangeAsync(None));
        Assert.Equal(["c2", "c1"], (await Conversations.ReadChangesAsync(0, 100, None)).Select(each => each.ConversationId));
        Assert.Equal("c2", Assert.Single(await Conversations.ReadChangesAsync(0, 1, None)).ConversationId);
    }

    [Fact]
    public async Task Accepts_and_commits_of_many_conversations_interleave_and_none_is_lost()
    {
        const int Customers = 20, Turns = 15;

        await Task.WhenAll(Enumerable.Range(0, Customers).Select(async customer =>
        {
            var id = $"c{customer}";
            await BegunAsync(id);
            var writing = Task.WhenAll(Enumerable.Range(0, Turns).Select(each => Conversations.AcceptAsync(Some.Message($"{id}-a{each}", null, id), None)));
            for (var done = 0; done < Turns;)
            {
                if (await Conversations.NextTurnAsync(id, None) is not { } turn)
                {
                    await writing;
                    continue;
                }

                var commit = Some.Commit(await FoundAsync(id), turn.ActivityId) with { Activities = [Some.Reply($"{turn.ActivityId}-r")] };
                Assert.True(await Conversations.CommitAsync(commit, None));
                done++;
            }
        }));

        foreach (var customer in Enumerable.Range(0, Customers))
        {
            var stream = await Conversations.ReadStreamAsync($"c{customer}", 0, 1000, None);
            Assert.Equal(Enumerable.Range(1, 2 * Turns).Select(each => (long)each), stream.Select(activity => activity.Sequence));
            Assert.Equal(2 * Turns, stream.Select(activity => activity.Json).Distinct().Count());
        }
    }
}
