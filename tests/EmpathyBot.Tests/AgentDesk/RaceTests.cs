using System.Net;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.AgentDesk;

public class RaceTests
{
    [Fact]
    public async Task Of_many_agents_at_once_one_wins_and_the_others_are_told_who()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desks = Enumerable.Range(0, 10).Select(number => host.WithKey($"Agent {number}")).ToList();

        var answers = await Task.WhenAll(desks.Select(desk => desk.PostAsync("handoffs/h-c1/accept")));

        var winner = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        var name = (string)winner.Json["agentName"]!;
        foreach (var loser in answers.Where(answer => answer.Status != HttpStatusCode.OK))
        {
            Assert.Equal(HttpStatusCode.Conflict, loser.Status);
            Assert.Equal(("held-by-other", $"This conversation was already taken by {name}.", name), (loser.ErrorCode, loser.ErrorMessage, (string?)loser.Json["error"]!["heldBy"]));
        }

        Assert.Single(await host.StreamAsync(), activity => (string?)activity["text"] == $"handoff-accepted: {name}");
    }

    [Fact]
    public async Task A_customer_who_writes_at_the_same_moment_makes_no_act_fail()
    {
        WritingCustomer? customer = null;
        await using var host = await DeskHost.StartAsync(first: services => customer = WritingCustomer.Around(services));
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        customer!.WritesBeforeNextCommits = 3;

        var taken = await desk.PostAsync("handoffs/h-c1/accept");

        Assert.Equal(HttpStatusCode.OK, taken.Status);
        var events = await host.Conversations.ReadEventsAsync("c1", CancellationToken.None);
        Assert.Equal(3, events.OfType<CustomerSaid>().Count(said => said.Text == "still there?"));
        Assert.Single(events.OfType<HandoffMoved>(), moved => moved.State == HandoffState.Accepted);
    }

    [Fact]
    public async Task A_conversation_that_never_rests_is_given_up_with_a_sentence_and_nothing_written()
    {
        WritingCustomer? customer = null;
        await using var host = await DeskHost.StartAsync(first: services => customer = WritingCustomer.Around(services));
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        customer!.WritesBeforeNextCommits = int.MaxValue;

        var answer = await desk.PostAsync("handoffs/h-c1/accept");

        Assert.Equal((HttpStatusCode.Conflict, "busy"), (answer.Status, answer.ErrorCode));
        Assert.Equal(HandoffState.Queued, (await host.TicketAsync()).State);
    }

    [Fact]
    public async Task Words_of_one_agent_after_another_took_over_are_not_said()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync("Mira"), await host.SignInAsync("Joel"));
        await mira.PostAsync("handoffs/h-c1/accept");
        await mira.PostAsync("handoffs/h-c1/transfer", """{"to":"Joel"}""");
        await joel.PostAsync("handoffs/h-c1/accept");

        foreach (var (verb, body) in new[] { ("messages", """{"text":"wait"}"""), ("typing", "{}"), ("close", """{"outcome":"solved"}"""), ("return", "{}"), ("transfer", """{"to":"me"}""") })
        {
            var answer = await mira.PostAsync($"handoffs/h-c1/{verb}", body);
            Assert.Equal((HttpStatusCode.Conflict, "held-by-other"), (answer.Status, answer.ErrorCode));
            Assert.Equal("Joel", (string?)answer.Json["error"]!["heldBy"]);
        }

        Assert.DoesNotContain(await host.StreamAsync(), activity => (string?)activity["text"] == "wait");
    }
}
