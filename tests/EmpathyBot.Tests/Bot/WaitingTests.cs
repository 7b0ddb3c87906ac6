using System.Text.Json.Nodes;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Tests.Storage;

namespace EmpathyBot.Tests.Bot;

/// <summary>Waiting for a person, with a clock that stands until it is moved.</summary>
public sealed class WaitingTests
{
    private readonly SettableTime time = new();

    [Fact]
    public async Task Who_waits_is_told_at_the_rhythm_then_offered_a_callback_once_and_let_go_in_the_end()
    {
        await using var bot = await WaitingAsync();

        await PassAsync(bot, minutes: 1);
        await PassAsync(bot, minutes: 1);
        await PassAsync(bot, minutes: 4);
        await PassAsync(bot, minutes: 6);
        await PassAsync(bot, minutes: 19);
        await PassAsync(bot, minutes: 60);

        Assert.Equal(
            ["[handoff-requested-asked-for-person]", "[handoff-update]", "[handoff-offer-callback]", "[handoff-update]", "[handoff-timed-out]"],
            await SaidAsync(bot));
        var ticket = await TicketAsync(bot);
        Assert.Equal(HandoffState.TimedOut, ticket.State);
        Assert.Equal(HandoffHold.None, (await bot.StateAsync("c1")).Handoff);
    }

    [Fact]
    public async Task A_restart_in_the_middle_changes_nothing_and_repeats_nothing()
    {
        await using var bot = await WaitingAsync();
        await PassAsync(bot, minutes: 2);
        await bot.RestartAsync();
        await PassAsync(bot, minutes: 4);
        await bot.RestartAsync();
        await PassAsync(bot, minutes: 0);

        Assert.Equal(["[handoff-requested-asked-for-person]", "[handoff-update]", "[handoff-offer-callback]"], await SaidAsync(bot));
    }

    [Fact]
    public async Task A_ticket_that_the_timekeeper_and_a_second_one_look_at_is_told_once()
    {
        await using var bot = await WaitingAsync();
        time.Pass(TimeSpan.FromMinutes(2));
        await SeeDeskAsync(bot);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.LookAsync()));

        Assert.Equal(["[handoff-requested-asked-for-person]", "[handoff-update]"], await SaidAsync(bot));
    }

    [Theory]
    [InlineData("[handoff-requested-nobody]", true, 50)]
    [InlineData("[handoff-requested-full]", false, 1)]
    public async Task Nobody_there_and_too_many_waiting_are_said_and_a_callback_offered_at_once(string said, bool emptyDesk, int cap)
    {
        await using var bot = await BotHarness.StartAsync(time: time, handoffs: options => options.QueueCap = cap, emptyDesk: emptyDesk);
        await bot.BeginAsync("other");
        await bot.SayAsync("other", "a human please");
        await bot.BeginAsync();

        Assert.Equal([said], await bot.SayAsync("c1", "a human please"));

        var ticket = await TicketAsync(bot);
        Assert.Equal((HandoffState.Queued, true), (ticket.State, ticket.Wait!.CallbackOffered));
        Assert.Equal(CallbackTalk.Offered, (await bot.StateAsync("c1")).Callback);
    }

    [Fact]
    public async Task Outside_the_hours_a_ticket_is_made_and_waiting_begins_with_the_opening()
    {
        // It is Wednesday, 5:06 UTC.
        await using var bot = await BotHarness.StartAsync(time: time, handoffs: options => options.Hours["Wednesday"] = "09:00-17:00");
        await bot.BeginAsync();

        Assert.Equal(["[handoff-requested-closed]"], await bot.SayAsync("c1", "a human please"));
        await PassAsync(bot, minutes: 230);
        Assert.Single(await SaidAsync(bot));
        await PassAsync(bot, minutes: 7);

        Assert.Equal(["[handoff-requested-closed]", "[handoff-update]"], await SaidAsync(bot));
    }

    [Fact]
    public async Task Someone_at_risk_is_told_the_truth_about_an_empty_desk_and_waits_without_end()
    {
        await using var bot = await BotHarness.StartAsync(time: time, emptyDesk: true);
        await bot.BeginAsync();

        var said = Assert.Single(await bot.SayAsync("c1", "i want to end it all"));

        Assert.EndsWith("[handoff-requested-at-risk]\n\n[handoff-at-risk-alone]", said, StringComparison.Ordinal);
        await PassAsync(bot, minutes: 600);
        Assert.Equal(HandoffState.Queued, (await TicketAsync(bot)).State);
    }

    [Fact]
    public async Task A_contact_is_noted_with_a_promised_time_and_ends_the_waiting_in_the_chat()
    {
        await using var bot = await WaitingAsync();
        await PassAsync(bot, minutes: 6);

        Assert.Equal(["[callback-promised]"], await bot.SayAsync("c1", "ok, +49 176 1234567"));

        var ticket = await TicketAsync(bot);
        Assert.Equal(new CustomerContact(ContactKind.Phone, "+491761234567"), ticket.Callback!.Contact);
        // Four hours of opening, rounded up to a half hour.
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 30, 0, TimeSpan.Zero), ticket.Callback.PromisedBy);
        Assert.Equal("[callback-promise]", Assert.Single(ticket.Brief.Promised).Text.Trim('.'), ignoreCase: true);
        Assert.Contains(ticket.Brief.DoNotAskAgain, fact => fact.Value == "+491761234567");
        await PassAsync(bot, minutes: 600);
        Assert.Equal(HandoffState.Queued, (await TicketAsync(bot)).State);
        Assert.Equal(["[callback-stands]"], await bot.SayAsync("c1", "a human please"));
    }

    [Fact]
    public async Task A_callback_is_asked_for_clarified_once_and_declined()
    {
        await using var bot = await WaitingAsync();

        Assert.Equal(["[callback-ask]"], await bot.SayAsync("c1", "call me back"));
        Assert.Equal(["[callback-ask-again]"], await bot.SayAsync("c1", "anna@mail"));
        Assert.Equal(["[callback-declined]"], await bot.SayAsync("c1", "no"));
        Assert.Null((await TicketAsync(bot)).Callback);
        Assert.Equal(["[handoff-left-queue]"], await bot.SayAsync("c1", "stop waiting"));
        Assert.Equal(HandoffState.Abandoned, (await TicketAsync(bot)).State);
    }

    [Fact]
    public async Task Who_asks_to_be_called_has_a_ticket_before_the_number_is_known()
    {
        await using var bot = await BotHarness.StartAsync(time: time);
        await bot.BeginAsync();

        Assert.Equal(["[callback-ask]"], await bot.SayAsync("c1", "call me back"));

        Assert.Equal(HandoffState.Queued, (await TicketAsync(bot)).State);
        Assert.Equal(["[callback-promised]"], await bot.SayAsync("c1", "anna@example.com"));
        Assert.Equal("anna@example.com", (await TicketAsync(bot)).Callback!.Contact.Value);
        Assert.Single((await bot.Store.ReadEventsAsync("c1", default)).OfType<HandoffMoved>());
    }

    [Fact]
    public async Task What_always_needs_a_person_goes_to_one_at_once()
    {
        await using var bot = await BotHarness.StartAsync(time: time);
        await bot.BeginAsync();

        Assert.Equal(["[handoff-requested-topic-needs-person]"], await bot.SayAsync("c1", "you hear from my lawyer"));
        Assert.Equal(HandoffReason.TopicNeedsPerson, (await TicketAsync(bot)).Reason);
    }

    [Fact]
    public async Task After_the_waiting_is_over_a_contact_makes_a_ticket_of_its_own()
    {
        await using var bot = await WaitingAsync();
        await PassAsync(bot, minutes: 31);

        Assert.Equal(["[callback-promised]"], await bot.SayAsync("c1", "anna@example.com"));

        var ticket = (await bot.Tickets.FindOpenAsync("c1", default))!;
        Assert.Equal((HandoffState.Queued, "anna@example.com"), (ticket.State, ticket.Callback!.Contact.Value));
        Assert.True((await bot.StateAsync("c1")).Handoff.IsWaiting);
    }

    [Fact]
    public async Task While_waiting_the_bot_still_answers_questions()
    {
        await using var bot = await WaitingAsync();

        Assert.Equal(["[article shipping]"], await bot.SayAsync("c1", "what does shipping cost?"));
        Assert.True((await bot.StateAsync("c1")).Handoff.IsWaiting);
    }

    [Fact]
    public async Task An_agent_whose_desk_stays_closed_gives_the_customer_back_to_the_line_told_once()
    {
        await using var bot = await HeldAsync();
        time.Pass(TimeSpan.FromSeconds(60));
        await bot.LookAsync();
        Assert.Equal(HandoffState.Accepted, (await TicketAsync(bot)).State);

        time.Pass(TimeSpan.FromSeconds(1));
        await bot.LookAsync();
        await bot.LookAsync();

        var ticket = await TicketAsync(bot);
        Assert.Equal((HandoffState.Queued, (string?)null), (ticket.State, ticket.AgentId));
        Assert.Equal("[handoff-agent-lost]", (await SaidAsync(bot))[^1]);
        Assert.Single(await SaidAsync(bot), "[handoff-agent-lost]");
        Assert.True((await bot.StateAsync("c1")).Handoff.IsWaiting);
    }

    [Fact]
    public async Task An_agent_who_comes_back_in_time_keeps_the_conversation()
    {
        await using var bot = await HeldAsync();
        time.Pass(TimeSpan.FromSeconds(50));
        await SeeDeskAsync(bot);
        time.Pass(TimeSpan.FromSeconds(50));
        await bot.LookAsync();

        Assert.Equal("mira", (await TicketAsync(bot)).AgentId);
    }

    [Fact]
    public async Task After_a_restart_an_agent_has_the_whole_grace_to_come_back()
    {
        await using var bot = await HeldAsync();
        time.Pass(TimeSpan.FromHours(1));
        await bot.RestartAsync();
        time.Pass(TimeSpan.FromSeconds(59));
        await bot.LookAsync();
        Assert.Equal(HandoffState.Accepted, (await TicketAsync(bot)).State);

        time.Pass(TimeSpan.FromSeconds(2));
        await bot.LookAsync();
        Assert.Equal(HandoffState.Queued, (await TicketAsync(bot)).State);
    }

    [Fact]
    public async Task A_customer_who_left_long_ago_is_out_of_the_line_and_finds_the_word_on_coming_back()
    {
        await using var bot = await BotHarness.StartAsync(time: time, handoffs: options => options.TimeOutAfter = TimeSpan.FromHours(9));
        await bot.BeginAsync();
        await bot.SayAsync("c1", "a human please");
        await bot.Customers.ArrivedAsync("c1", default);
        await bot.Customers.LeftAsync("c1", default);
        await PassAsync(bot, minutes: 119);
        Assert.Equal(HandoffState.Queued, (await TicketAsync(bot)).State);
        Assert.Single(await SaidAsync(bot));

        await PassAsync(bot, minutes: 2);

        Assert.Equal((HandoffState.Abandoned, "[handoff-customer-gone]"), ((await TicketAsync(bot)).State, (await SaidAsync(bot))[^1]));
    }

    [Fact]
    public async Task A_page_that_was_open_when_the_host_died_counts_as_closed_until_it_is_back()
    {
        await using var bot = await WaitingAsync();
        await bot.Customers.ArrivedAsync("c1", default);
        Assert.Null(await bot.Customers.LeftAtAsync("c1", default));

        await bot.RestartAsync();

        Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), (await bot.Customers.LeftAtAsync("c1", default))!.Value.ToUnixTimeMilliseconds());
        await bot.Customers.ArrivedAsync("c1", default);
        Assert.Null(await bot.Customers.LeftAtAsync("c1", default));
    }

    [Fact]
    public async Task What_nobody_takes_over_is_anyones_again()
    {
        await using var bot = await HeldAsync();
        await MoveAsync(bot, new HandoffMove.Transfer(new Agent("mira", "Mira"), "returns team"));
        await PassAsync(bot, minutes: 4);

        Assert.Equal((HandoffState.Queued, "[handoff-transfer-untaken]"), ((await TicketAsync(bot)).State, (await SaidAsync(bot))[^1]));
    }

    private async Task<BotHarness> WaitingAsync()
    {
        var bot = await BotHarness.StartAsync(time: time);
        await bot.BeginAsync();
        await bot.SayAsync("c1", "a human please");
        return bot;
    }

    private async Task<BotHarness> HeldAsync()
    {
        var bot = await WaitingAsync();
        await MoveAsync(bot, new HandoffMove.Accept(new Agent("mira", "Mira")));
        return bot;
    }

    private async Task MoveAsync(BotHarness bot, HandoffMove move)
    {
        var ticket = await TicketAsync(bot);
        var stored = (await bot.Store.FindAsync("c1", default))!;
        var moved = ((TicketMoved)HandoffStateMachine.Apply(ticket, move, time.GetUtcNow())).Ticket;
        ConversationEvent happened = new HandoffMoved("x", time.GetUtcNow(), moved.Id, moved.State, moved.Reason, moved.AgentName);
        Assert.True(await bot.Store.CommitAsync(
            new TurnCommit { ConversationId = "c1", Version = stored.Version, State = stored.State.Apply(happened), Events = [happened], Ticket = moved }, default));
    }

    private async Task PassAsync(BotHarness bot, int minutes)
    {
        time.Pass(TimeSpan.FromMinutes(minutes));
        await SeeDeskAsync(bot);
        await bot.LookAsync();
    }

    private Task SeeDeskAsync(BotHarness bot) => bot.Seats.SeeAsync(new Agent("mira", "Mira"), time.GetUtcNow(), default);

    private static async Task<HandoffTicket> TicketAsync(BotHarness bot)
    {
        var events = await bot.Store.ReadEventsAsync("c1", default);
        return (await bot.Tickets.FindAsync(events.OfType<HandoffMoved>().Last().TicketId, default))!;
    }

    /// <summary>What the bot said since the welcome.</summary>
    private static async Task<IReadOnlyList<string>> SaidAsync(BotHarness bot)
    {
        var stream = await bot.Store.ReadStreamAsync("c1", 0, 1000, default);
        return [.. stream.Select(stored => JsonNode.Parse(stored.Json)!)
            .Where(activity => (string?)activity["type"] == "message" && (string?)activity["from"]?["id"] == "empathybot")
            .Select(activity => (string)activity["text"]!).Skip(1)];
    }
}
