using System.Text.Json.Nodes;
using EmpathyBot.Detection.LocalModel;
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

    [Theory]
    [InlineData("¿Dónde está mi pedido 10002?", "1017CX", @"\d de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b")]
    [InlineData("¿Dónde está el reembolso de mi pedido 10007?", "mi código postal es SW1A 1AA", @"salió el \d+ de [a-z]+,")]
    public async Task What_the_shop_answers_is_said_in_the_language_of_the_conversation(string asks, string proof, string says)
    {
        await using var spanish = await BotHarness.StartAsync(shop.BackOffice, new Fixed(shipped.Content), new LocalModelDetector(LanguageModel.Shared));
        var chat = await spanish.BeginAsync();
        await spanish.SayAsync(chat, asks);

        var told = string.Join(' ', await spanish.SayAsync(chat, proof));

        Assert.Matches(says, told);
        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}|January|February|March|April|June|July|August|September|October|November|December", told);
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

    /// <summary>How each procedure is begun, what is answered until it is done, what it then says and changes, and how it is declined instead.</summary>
    public static TheoryData<string, string[], string, string, string> Stories => new()
    {
        { "change address", ["10011", "3011 AB", "Lindelaan 12, 3012 AB Rotterdam", "yes"], "goes to Lindelaan 12, 3012 AB Rotterdam", "change_delivery_address", "10011" },
        { "cancel my order", ["10021", "ada.berg@example.com", "yes"], "is cancelled", "cancel_order", "10021" },
        { "my order arrived damaged", ["10014", "deniz.kaya@example.com", "damaged", "replacement", "yes"], "RP-10014", "order_replacement", "10014" },
        { "my order arrived damaged", ["10024", "10115", "wrong item", "refund", "yes"], "RF-10024", "refund_order", "10024" },
        { "my order arrived damaged", ["10064", "10115", "damaged", "replacement", "yes", "yes"], "RF-10064", "refund_order", "10064" },
        { "start a return", ["10044", "deniz.kaya@example.com", "does not fit", "yes"], "RE-10044", "start_return", "10044" },
        { "change the refund method", ["10016", "finn.murphy@example.com", "voucher", "yes"], "voucher of €55.75", "change_refund_method", "10016" },
        { "change the refund method", ["10026", "D02X285", "bank account", "yes"], "form is on its way to f…@example.com", "change_refund_method", "10026" },
        { "I was charged twice", ["10022", "ben.okafor@example.com", "yes"], "CH-10022", "refund_charge", "10022" },
        { "checkout refuses my code LOOM15", ["yes", "10002", "ben.okafor@example.com", "yes"], "PC-10002", "credit_promo_code", "10002" },
        { "update my email address", ["10031", "3011AB", "e-mail address", "ada@new.example", "yes"], "on its way to a…@example.com", "request_contact_change", "10031" },
        { "pause my subscription", ["10041", "3011AB", "pause the subscription", "2 months", "yes"], "It is paused", "pause_subscription", "10041" },
        { "end my subscription", ["10042", "1017CX", "end the subscription", "yes"], "SE-10042", "end_subscription", "10042" },
        { "I found it cheaper somewhere else", ["10032", "1017CX", "https://shop.example/lamp", "€ 20,00", "yes"], "PM-10032", "request_price_match", "10032" },
        { "reset my two-step sign-in", ["the sign-in code", "10051", "3011AB", "yes"], "TF-10051", "start_two_factor_reset", "10051" },
        { "my account was hacked", ["ada.berg@example.com", "yes"], "works once, for 60 minutes", "send_sign_in_link", "ada.berg@example.com" },
        { "put me on the waiting list for the lamp", ["the brass reading lamp", "ben@new.example", "yes"], "when the brass reading lamp is back", "watch_item", "the brass reading lamp" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task What_is_asked_for_is_done_in_the_shop_and_said(string starts, string[] answers, string says, string operation, string subject)
    {
        var chat = await Bot.BeginAsync();
        IReadOnlyList<string> said = await Bot.SayAsync(chat, starts);
        foreach (var answer in answers)
        {
            Assert.DoesNotContain(operation, await shop.ChangesOfAsync(subject));
            said = await Bot.SayAsync(chat, answer);
        }

        Assert.Contains(says, said[0]);
        Assert.Contains(operation, await shop.ChangesOfAsync(subject));
    }

    public static TheoryData<string, string[], string> Declined => new()
    {
        { "change address", ["10061", "3011 AB", "Lindelaan 12, 3012 AB Rotterdam", "no", "Lindelaan 14, 3012 AB Rotterdam", "no"], "10061" },
        { "cancel my order", ["10071", "ada.berg@example.com", "no"], "10071" },
        { "my order arrived damaged", ["10054", "deniz.kaya@example.com", "damaged", "replacement", "no"], "10054" },
        { "my order arrived damaged", ["10074", "deniz.kaya@example.com", "damaged", "refund", "no"], "10074" },
        { "start a return", ["10084", "deniz.kaya@example.com", "changed my mind", "no"], "10084" },
        { "change the refund method", ["10036", "finn.murphy@example.com", "voucher", "no"], "10036" },
        { "I was charged twice", ["10052", "ben.okafor@example.com", "no"], "10052" },
        { "update my email address", ["10062", "1017CX", "phone number", "0612345678", "no"], "10062" },
        { "end my subscription", ["10072", "1017CX", "keep it as it is"], "10072" },
        { "I found it cheaper somewhere else", ["10082", "1017CX", "shop.example/lamp", "20", "no"], "10082" },
        { "reset my two-step sign-in", ["the sign-in code", "10092", "1017CX", "no"], "10092" },
    };

    [Theory]
    [MemberData(nameof(Declined))]
    public async Task Nothing_is_changed_without_a_yes(string starts, string[] answers, string order)
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, starts);
        foreach (var answer in answers)
            await Bot.SayAsync(chat, answer);

        Assert.Empty(await shop.ChangesOfAsync(order));
        Assert.Null((await Bot.StateAsync(chat)).Episode.Procedure);
    }

    public static TheoryData<string, string[], string> Lacking => new()
    {
        { "change address", ["I don't have it", "I don't know"], "A colleague can" },
        { "cancel my order", ["10081", "I can't remember it"], "I may not show or change the order" },
        { "what is the balance on my gift card", ["I lost it"], "Without its number" },
        { "what is the balance on my gift card", ["LL100003", "I don't have the pin"], "Without the PIN" },
        { "my promo code doesn't work", ["I don't have it"], "Without the code" },
        { "my account was hacked", ["I don't know it"], "A colleague checks your last order" },
        { "I found it cheaper somewhere else", ["10082", "1017CX", "I can't find it"], "Without the page" },
        { "put me on the waiting list for the lamp", ["I don't know"], "has a button" },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Who_lacks_what_is_asked_for_is_told_another_way(string starts, string[] answers, string says)
    {
        var chat = await Bot.BeginAsync();
        IReadOnlyList<string> said = await Bot.SayAsync(chat, starts);
        foreach (var answer in answers)
            said = await Bot.SayAsync(chat, answer);

        Assert.Contains(says, said[0]);
        Assert.Null((await Bot.StateAsync(chat)).Episode.Procedure);
    }

    [Theory]
    [InlineData("LL100003", "7003", "€37.50")]
    [InlineData("LL-100010", "7010", "used up")]
    public async Task A_gift_card_is_looked_up_with_its_pin(string code, string pin, string says)
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "what is the balance on my gift card");
        await Bot.SayAsync(chat, code);

        Assert.Contains(says, (await Bot.SayAsync(chat, pin))[0]);
    }

    [Fact]
    public async Task A_procedure_is_left_for_a_question_and_taken_up_again_without_asking_twice()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "cancel my order");
        await Bot.SayAsync(chat, "10091");
        await Bot.SayAsync(chat, "3011AB");
        await Bot.SayAsync(chat, "stop");
        Assert.Null((await Bot.StateAsync(chat)).Episode.Procedure);

        var again = await Bot.SayAsync(chat, "cancel my order after all");

        Assert.Contains("Shall I cancel all of it?", again[0]);
        Assert.Empty(await shop.ChangesOfAsync("10091"));
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
