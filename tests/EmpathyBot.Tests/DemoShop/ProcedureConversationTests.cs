using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.Content;

namespace EmpathyBot.Tests.DemoShop;

/// <summary>The shipped procedures through the bot, against the demo shop over HTTP: done, declined, and without what is asked for.</summary>
public sealed class ProcedureConversationTests(ShippedContent shipped, DemoShopHost shop)
    : IClassFixture<ShippedContent>, IClassFixture<DemoShopHost>, IAsyncLifetime
{
    private BotHarness? bot;

    private BotHarness Bot => bot!;

    public async Task InitializeAsync() => bot = await BotHarness.StartAsync(shop.BackOffice, new Fixed(shipped.Content));

    public Task DisposeAsync() => Bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_late_parcel_is_searched_for_and_made_amends_for_once()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order 10055?");
        var late = await Bot.SayAsync(chat, "eva.lind@example.com");
        var searched = await Bot.SayAsync(chat, "yes");
        var given = await Bot.SayAsync(chat, "yes please");

        Assert.Contains("days late", late[0]);
        Assert.Contains("PS-10055", searched[0]);
        Assert.Contains("voucher of €10.00", searched[0]);
        Assert.Contains("THREAD-10055", given[0]);
        Assert.Equal(["open_parcel_search", "give_amends"], await shop.ChangesOfAsync("10055"));

        var events = await Bot.Store.ReadEventsAsync(chat, default);
        Assert.Equal("order 10055, late", Assert.Single(events.OfType<AmendsOffered>()).Incident);
        var settled = Assert.Single(events.OfType<AmendsSettled>());
        Assert.Equal(("a voucher of €10.00", AmendsOutcome.Given), (settled.What, settled.Outcome));
        var brief = HandoffBriefWriter.Write(await Bot.StateAsync(chat), events, HandoffReason.AskedForPerson, DateTimeOffset.UnixEpoch);
        Assert.Contains(brief.Tried, sentence => sentence.Text == "Gave a voucher of €10.00 (order 10055, late).");

        // Asked again, in this conversation or another, nothing is offered a second time.
        await Bot.SayAsync(chat, "where is my order?");
        var again = await Bot.SayAsync(chat, "no");
        Assert.DoesNotContain("voucher", string.Join(' ', again));
        var other = await Bot.BeginAsync("c2");
        await Bot.SayAsync(other, "where is my order 10055?");
        await Bot.SayAsync(other, "eva.lind@example.com");
        Assert.DoesNotContain("voucher", string.Join(' ', await Bot.SayAsync(other, "no")));
    }

    [Fact]
    public async Task Amends_that_are_declined_are_not_given_and_the_brief_says_so()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order 10045?");
        Assert.Contains("days late", (await Bot.SayAsync(chat, "eva.lind@example.com"))[0]);
        Assert.Contains("voucher of €5.00", (await Bot.SayAsync(chat, "yes"))[0]);
        var left = await Bot.SayAsync(chat, "no thanks");

        Assert.DoesNotContain("THREAD", left[0]);
        Assert.Equal(["open_parcel_search"], await shop.ChangesOfAsync("10045"));
        var events = await Bot.Store.ReadEventsAsync(chat, default);
        Assert.Equal(AmendsOutcome.Declined, Assert.Single(events.OfType<AmendsSettled>()).Outcome);
    }

    [Fact]
    public async Task A_lost_parcel_goes_out_again_by_express()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order 10059?");
        await Bot.SayAsync(chat, "ines.costa@example.com");
        var resent = await Bot.SayAsync(chat, "send it again");
        var express = await Bot.SayAsync(chat, "yes");

        Assert.Contains("RS-10059", resent[0]);
        Assert.Contains("by express", express[0]);
        Assert.Equal(["resend_order", "give_amends"], await shop.ChangesOfAsync("10059"));
    }

    [Fact]
    public async Task An_order_is_told_in_words_and_then_shown_as_a_card_with_the_answers_under_it()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order 10002?");
        var turn = await Bot.AcceptAsync(chat, "ben.okafor@example.com");
        var answers = await Bot.AnswersAsync(chat, turn);

        Assert.Contains("on its way with", answers[0]);
        var shown = (await Bot.Store.ReadStreamAsync(chat, 0, 100, default)).Select(stored => JsonNode.Parse(stored.Json)!)
            .Last(activity => activity["attachments"] is not null);
        var attachment = Assert.Single(shown["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.Equal("1.5", (string?)attachment["content"]!["version"]);
        Assert.Equal("Order 10002", (string?)attachment["content"]!["body"]![0]!["text"]);
        Assert.Equal("The blue linen jacket", (string?)attachment["content"]!["body"]![1]!["text"]);
        Assert.DoesNotContain("{{", shown.ToJsonString());
    }

    [Fact]
    public async Task Who_has_no_order_number_gets_it_mailed_and_goes_on()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order?");
        var lost = await Bot.SayAsync(chat, "I don't have it");
        var mailed = await Bot.SayAsync(chat, "ada.berg@example.com");
        await Bot.SayAsync(chat, "it's 10001");
        var told = await Bot.SayAsync(chat, "3011 AB");

        Assert.Contains("have it mailed to you", lost[0]);
        Assert.Contains("on its way there", mailed[0]);
        Assert.Contains("10001", told[0]);
        Assert.Contains("send_order_numbers", await shop.ChangesOfAsync("ada.berg@example.com"));
    }

    [Theory]
    [InlineData("I can't find the number", "no idea", "Without the number")]
    [InlineData("sorry, I lost it", "I don't know", "Without the number")]
    public async Task Who_has_nothing_at_all_is_offered_a_person(string first, string second, string says)
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my order?");
        await Bot.SayAsync(chat, first);
        var answer = await Bot.SayAsync(chat, second);

        Assert.Contains(says, answer[0]);
        Assert.True((await Bot.StateAsync(chat)).Episode.OfferWaiting);
    }

    internal sealed class Fixed(IContent content) : IContentSource
    {
        public IContent Current => content;
    }
}
