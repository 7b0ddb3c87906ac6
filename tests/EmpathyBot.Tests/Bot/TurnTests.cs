using System.Text.Json.Nodes;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Bot;

public sealed class TurnTests
{
    [Fact]
    public async Task A_question_is_answered_with_the_article_and_nothing_before_it()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[article shipping]"], await bot.SayAsync(conversation, "what does shipping cost?"));
    }

    [Fact]
    public async Task Anger_is_acknowledged_in_the_same_message_that_answers()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "what does shipping cost?");
        var answer = Assert.Single(await bot.SayAsync(conversation, "HOW LATE CAN IT BE"));
        Assert.DoesNotContain('!', answer);
        var events = await bot.Store.ReadEventsAsync(conversation, default);
        Assert.Contains(events.OfType<Acknowledged>(), acknowledged => acknowledged.Act != AcknowledgementAct.None);
    }

    [Fact]
    public async Task A_procedure_asks_proves_calls_and_survives_a_restart_in_mid_prompt()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[ask number]"], await bot.SayAsync(conversation, "where is my order"));
        Assert.Equal(["[retry number]"], await bot.SayAsync(conversation, "hmm"));
        await bot.RestartAsync();
        Assert.Equal(["[ask proof]"], await bot.SayAsync(conversation, "10001"));
        Assert.Equal(["[found]\n\n[ask search]"], await bot.SayAsync(conversation, "ada@example.com"));
        await bot.RestartAsync();
        Assert.Equal(["[opened]"], await bot.SayAsync(conversation, "yes"));

        Assert.Equal(["find_order", "open_parcel_search"], bot.Shop.Calls.Select(call => call.Operation));
        Assert.Equal("10001", (await bot.StateAsync(conversation)).ProvenOrder);
        Assert.Null((await bot.StateAsync(conversation)).Episode.Procedure);
    }

    [Fact]
    public async Task What_the_first_message_says_is_not_asked()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[found]\n\n[ask search]"], await bot.SayAsync(conversation, "where is order 10001, I'm ada@example.com"));
    }

    [Fact]
    public async Task After_too_many_answers_that_do_not_fit_a_person_is_offered()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "where is my order");
        await bot.SayAsync(conversation, "hmm");
        Assert.Contains("[offer-person-procedure-needs-person]", Assert.Single(await bot.SayAsync(conversation, "I have none")));
        Assert.StartsWith("[handoff-requested-accepted-offer]", Assert.Single(await bot.SayAsync(conversation, "yes")));
    }

    [Fact]
    public async Task The_other_one_begins_the_procedure_again_and_asks_for_its_number_only()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "where is order 10001, I'm ada@example.com");
        await bot.SayAsync(conversation, "no");
        Assert.Equal(["[ask number]"], await bot.SayAsync(conversation, "and what about the other one?"));
        Assert.Equal(["[found]\n\n[ask search]"], await bot.SayAsync(conversation, "10002"));
        Assert.Equal(["10001", "10002"], bot.Shop.Calls.Where(call => call.Operation == "find_order").Select(call => call.Arguments["order_number"]));
    }

    [Fact]
    public async Task A_number_with_the_other_one_is_looked_up_at_once()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "where is order 10001, I'm ada@example.com");
        await bot.SayAsync(conversation, "no");
        Assert.Equal(["[found]\n\n[ask search]"], await bot.SayAsync(conversation, "and the other one, 10003?"));
    }

    [Fact]
    public async Task Of_several_problems_the_heaviest_comes_first_and_the_rest_after_it_is_done()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[several-named]\n\n[ask number]"], await bot.SayAsync(conversation, "both of these"));
        Assert.Equal("shipping", Assert.Single((await bot.StateAsync(conversation)).Episode.PutOff).Id);
        await bot.SayAsync(conversation, "10001");
        await bot.RestartAsync();
        await bot.SayAsync(conversation, "ada@example.com");
        Assert.Equal(["[not opened]\n\n[also-asked]\n\n[article shipping]"], await bot.SayAsync(conversation, "no"));
        Assert.Empty((await bot.StateAsync(conversation)).Episode.PutOff);
    }

    [Fact]
    public async Task What_was_put_off_is_forgotten_when_it_is_answered_on_the_way()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "both of these");
        Assert.Equal(["[article shipping]\n\n[ask number]"], await bot.SayAsync(conversation, "what does shipping cost?"));
        Assert.Empty((await bot.StateAsync(conversation)).Episode.PutOff);
    }

    [Fact]
    public async Task Five_refused_proofs_end_the_trying()
    {
        await using var bot = await BotHarness.StartAsync();
        bot.Shop.Outcome = BackOfficeOutcome.NotFound;
        var conversation = await bot.BeginAsync();
        for (var attempt = 0; attempt < 7; attempt++)
            await bot.SayAsync(conversation, $"where is order 1000{attempt}, I'm ada{attempt}@example.com");
        Assert.Equal(Conversation.OwnershipTries, bot.Shop.Calls.Count);
    }

    [Fact]
    public async Task A_shop_that_is_down_leads_to_the_offer_of_a_person()
    {
        await using var bot = await BotHarness.StartAsync();
        bot.Shop.Outcome = BackOfficeOutcome.Unavailable;
        var conversation = await bot.BeginAsync();
        var answer = Assert.Single(await bot.SayAsync(conversation, "order 10001, ada@example.com"));
        Assert.Contains("[offer-person-", answer);
    }

    [Fact]
    public async Task An_edited_procedure_begins_again_with_what_is_known()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "where is order 10001");
        bot.Content.ProcedureFingerprint = "2";
        Assert.Equal(["[found]\n\n[ask search]"], await bot.SayAsync(conversation, "ada@example.com"));
    }

    [Fact]
    public async Task A_direct_request_makes_a_ticket_and_shows_the_customer_only_its_state()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[handoff-requested-asked-for-person]"], await bot.SayAsync(conversation, "a human please"));

        var ticket = await bot.Tickets.FindOpenAsync(conversation, default);
        Assert.Equal(HandoffState.Queued, ticket!.State);
        var stream = await bot.Store.ReadStreamAsync(conversation, 0, 100, default);
        var shown = stream.Select(stored => JsonNode.Parse(stored.Json)!).Single(activity => (string?)activity["name"] == "handoff");
        Assert.Equal($$"""{"ticket":"{{ticket.Id}}","state":"queued"}""", shown["value"]!.ToJsonString());
        Assert.DoesNotContain(stream, stored => stored.Json.Contains(ticket.Brief.Headline.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_understood_twice_leads_to_the_offer_of_a_person()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[ask-rephrase]"], await bot.SayAsync(conversation, "flurbel"));
        Assert.EndsWith("[offer-person-not-understood]", Assert.Single(await bot.SayAsync(conversation, "flurbel again")));
    }

    [Fact]
    public async Task One_clarifying_question_is_asked_and_its_choice_is_taken()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[ask-which]"], await bot.SayAsync(conversation, "maybe something"));
        Assert.Equal(["[article refunds]\n\n[resolution-question]"], await bot.SayAsync(conversation, "2"));
    }

    [Fact]
    public async Task A_secret_that_the_reading_found_is_masked_in_the_record()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "a human please, my passport is P1234567");
        var events = await bot.Store.ReadEventsAsync(conversation, default);
        Assert.Equal("a human please, my passport is [national id]", events.OfType<CustomerSaid>().Single().Text);
        Assert.DoesNotContain("P1234567", (await bot.Tickets.FindOpenAsync(conversation, default))!.Brief.ToString());
    }

    [Fact]
    public async Task Opting_out_leaves_no_reading_anywhere_neither_old_nor_new()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "SHIPPING IS SLOW, a human please");
        await bot.SayAsync(conversation, "ANSWER ME");
        await bot.SayAsync(conversation, "stop reading my mood");
        await bot.SayAsync(conversation, "WHERE IS IT THEN");

        var events = await bot.Store.ReadEventsAsync(conversation, default);
        Assert.All(events.OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
        Assert.All(events.OfType<Acknowledged>(), acknowledged => Assert.DoesNotContain("anger", acknowledged.Reason));
        Assert.Empty((await bot.StateAsync(conversation)).Journey.Points);
        Assert.Null((await bot.StateAsync(conversation)).Last);
        var brief = (await bot.Tickets.FindOpenAsync(conversation, default))!.Brief;
        Assert.Null(brief.EmotionNow);
        Assert.Null(brief.EmotionPeak);
    }

    [Fact]
    public async Task A_turn_that_breaks_says_so_and_opens_the_conversation_to_people()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[handoff-requested-bot-failed]"], await bot.SayAsync(conversation, "boom"));
        Assert.Equal(HandoffReason.BotFailed, (await bot.Tickets.FindOpenAsync(conversation, default))!.Reason);
    }

    [Fact]
    public async Task What_was_accepted_and_not_done_is_run_after_a_restart_once()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        var turn = await bot.AcceptAsync(conversation, "what does shipping cost?", run: false);
        await bot.RestartAsync();
        Assert.Equal(["[article shipping]"], await bot.AnswersAsync(conversation, turn));
        await bot.RestartAsync();
        Assert.Single(await bot.AnswersAsync(conversation, turn));
    }

    [Fact]
    public async Task Messages_of_one_conversation_are_answered_one_after_the_other()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        bot.Shop.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await bot.AcceptAsync(conversation, "order 10001, ada@example.com");
        await bot.Shop.Arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = await bot.AcceptAsync(conversation, "no");
        bot.Shop.Held.SetResult();

        Assert.Single(await bot.AnswersAsync(conversation, second));
        Assert.Single(await bot.AnswersAsync(conversation, first));
        var said = (await bot.Store.ReadEventsAsync(conversation, default)).OfType<CustomerSaid>().Select(customer => customer.TurnId);
        Assert.Equal([first, second], said);
    }

    [Fact]
    public async Task When_an_agent_takes_it_in_mid_turn_the_bot_stays_silent()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "a human please");
        bot.Shop.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var turn = await bot.AcceptAsync(conversation, "and where is order 10001, ada@example.com?");
        await bot.Shop.Arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await TakenAsync(bot, conversation);
        bot.Shop.Held.SetResult();

        Assert.Empty(await bot.AnswersAsync(conversation, turn));
    }

    [Fact]
    public async Task While_an_agent_holds_it_the_customers_mood_is_read_on_and_the_bot_says_nothing()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "a human please");
        await TakenAsync(bot, conversation);

        var turn = await bot.AcceptAsync(conversation, "STILL NOTHING");

        Assert.Empty(await bot.AnswersAsync(conversation, turn));
        var said = (await bot.Store.ReadEventsAsync(conversation, default)).OfType<CustomerSaid>().Last();
        Assert.Equal((turn, Emotion.Anger), (said.TurnId, said.Reading!.Primary));
        Assert.Equal(Emotion.Anger, (await bot.Store.FindAsync(conversation, default))!.State.Journey.Current!.Emotion);
    }

    [Fact]
    public async Task An_empty_message_gets_a_plain_answer()
    {
        await using var bot = await BotHarness.StartAsync();
        var conversation = await bot.BeginAsync();
        Assert.Equal(["[not-read]"], await bot.SayAsync(conversation, "   "));
    }

    /// <summary>Mira takes the open ticket.</summary>
    private static async Task TakenAsync(BotHarness bot, string conversation)
    {
        var stored = (await bot.Store.FindAsync(conversation, default))!;
        var ticket = (await bot.Tickets.FindOpenAsync(conversation, default))!;
        var taken = new HandoffMoved("agent", TimeProvider.System.GetUtcNow(), ticket.Id, HandoffState.Accepted, ticket.Reason, "Mira");
        Assert.True(await bot.Store.CommitAsync(
            new TurnCommit
            {
                ConversationId = conversation, Version = stored.Version, State = stored.State.Apply(taken), Events = [taken],
                Ticket = ticket with { State = HandoffState.Accepted, AgentId = "mira", AgentName = "Mira", Version = ticket.Version + 1 },
            },
            default));
    }
}
