using System.Net;
using System.Net.Http.Json;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Host.DemoShop;

namespace EmpathyBot.Tests.DemoShop;

/// <summary>The demo shop's operations over HTTP, as a real shop would offer them.</summary>
public sealed class DemoShopTests(DemoShopHost shop) : IClassFixture<DemoShopHost>
{
    private static readonly (string, string)[] Ada = [("order_number", "10001"), ("proof", "ada.berg@example.com")];

    [Fact]
    public async Task The_same_key_changes_nothing_twice_and_is_answered_alike()
    {
        (string, string)[] order = [("order_number", "10051"), ("proof", "3011AB")];
        var first = await shop.CallAsync("cancel_order", "k1", order);
        var again = await shop.CallAsync("cancel_order", "k1", order);
        var anew = await shop.CallAsync("cancel_order", "k2", order);

        Assert.Equal(BackOfficeOutcome.Ok, first.Outcome);
        Assert.Equal(first.Data, again.Data);
        Assert.Equal((BackOfficeOutcome.Refused, "cancelled"), (anew.Outcome, Variables.Find(anew.Data, "why")));
        Assert.Equal(["cancel_order"], await shop.ChangesOfAsync("10051"));
        Assert.Equal("cancelled", Variables.Find((await shop.CallAsync("find_order", "k3", order)).Data, "status"));
    }

    public static TheoryData<string> OfAnOrder => ["find_order", "cancel_order", "change_delivery_address", "open_parcel_search", "open_refund_trace",
        "resend_order", "order_replacement", "refund_order", "give_amends", "start_return", "change_refund_method", "find_charges", "refund_charge",
        "credit_promo_code", "request_contact_change", "find_subscription", "pause_subscription", "resume_subscription", "end_subscription",
        "request_price_match", "start_two_factor_reset"];

    [Theory]
    [MemberData(nameof(OfAnOrder))]
    public async Task A_wrong_proof_and_an_unknown_order_look_alike(string operation)
    {
        var wrong = await shop.CallAsync(operation, "w1" + operation, ("order_number", "10001"), ("proof", "someone@example.com"));
        var unknown = await shop.CallAsync(operation, "w2" + operation, ("order_number", "99999"), ("proof", "ada.berg@example.com"));

        Assert.Equal(BackOfficeOutcome.NotFound, wrong.Outcome);
        Assert.Equal(BackOfficeOutcome.NotFound, unknown.Outcome);
        Assert.Empty(wrong.Data);
    }

    [Theory]
    [InlineData("change_delivery_address", "10002", "ben.okafor@example.com", "on_its_way")]
    [InlineData("cancel_order", "10004", "deniz.kaya@example.com", "delivered")]
    [InlineData("start_return", "10094", "deniz.kaya@example.com", "too_late")]
    [InlineData("start_return", "10002", "1017CX", "not_delivered")]
    [InlineData("order_replacement", "10064", "10115", "sold_out")]
    [InlineData("resend_order", "10005", "eva.lind@example.com", "not_lost")]
    [InlineData("refund_charge", "10001", "3011AB", "nothing_too_much")]
    [InlineData("change_refund_method", "10007", "SW1A 1AA", "paid")]
    [InlineData("change_refund_method", "10001", "3011 ab", "no_refund")]
    [InlineData("end_subscription", "10005", "11122", "none")]
    [InlineData("credit_promo_code", "10001", "3011AB", "does_not_apply")]
    public async Task What_cannot_be_done_is_declined_and_says_why(string operation, string order, string proof, string why)
    {
        var answer = await shop.CallAsync(operation, $"d-{operation}-{order}", ("order_number", order), ("proof", proof));

        Assert.Equal((BackOfficeOutcome.Refused, why), (answer.Outcome, Variables.Find(answer.Data, "why")));
        Assert.Empty(await shop.ChangesOfAsync(order));
    }

    [Fact]
    public async Task Amends_are_made_once_for_an_order_whatever_the_key()
    {
        (string, string)[] order = [("order_number", "10015"), ("proof", "eva.lind@example.com"), ("failure", "late"), ("remedy", "voucher"), ("worth", "€5.00")];
        var first = await shop.CallAsync("give_amends", "a1", order);
        var second = await shop.CallAsync("give_amends", "a2", order);

        Assert.Equal("THREAD-10015", Variables.Find(first.Data, "code"));
        Assert.Equal((BackOfficeOutcome.Refused, "given_before"), (second.Outcome, Variables.Find(second.Data, "why")));
        Assert.Equal("given", Variables.Find((await shop.CallAsync("find_order", "a3", order[..2])).Data, "amends"));
    }

    [Theory]
    [InlineData("LL100001", "7001", "active", "€12.50")]
    [InlineData("LL100009", "7009", "expired", "€112.50")]
    [InlineData("LL100010", "7010", "used_up", "€0.00")]
    public async Task A_gift_card_is_shown_to_whoever_has_its_pin(string code, string pin, string status, string balance)
    {
        var card = await shop.CallAsync("gift_card_balance", "", ("code", code), ("pin", pin));

        Assert.Equal((status, balance), (Variables.Find(card.Data, "status"), Variables.Find(card.Data, "balance")));
        Assert.Equal(BackOfficeOutcome.NotFound, (await shop.CallAsync("gift_card_balance", "", ("code", code), ("pin", "0000"))).Outcome);
    }

    [Fact]
    public async Task Nobody_learns_who_has_an_account_or_an_order()
    {
        foreach (var operation in new[] { "send_sign_in_link", "send_order_numbers" })
        {
            var known = await shop.CallAsync(operation, operation + "1", ("email", "ada.berg@example.com"));
            var unknown = await shop.CallAsync(operation, operation + "2", ("email", "nobody@example.com"));
            Assert.Equal(known.Data, unknown.Data);
        }
    }

    [Theory]
    [InlineData("stoneware bowls please", "sold_out")]
    [InlineData("the blue jacket", "in_stock")]
    public async Task An_item_is_found_by_what_it_is_called(string words, string status)
    {
        Assert.Equal(status, Variables.Find((await shop.CallAsync("find_item", "", ("item", words))).Data, "status"));
    }

    [Fact]
    public async Task A_change_without_a_key_and_an_operation_that_is_not_there_are_refused()
    {
        using var keyless = await shop.Http.PostAsJsonAsync("demo-shop/operations/cancel_order", new { order_number = "10061", proof = "3011AB" });
        using var unknown = await shop.Http.PostAsJsonAsync("demo-shop/operations/give_everything", new { });
        using var broken = await shop.Http.PostAsync("demo-shop/operations/find_order", new StringContent("[1]", null, "application/json"));

        Assert.All([keyless, unknown, broken], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Empty(await shop.ChangesOfAsync("10061"));
    }

    [Fact]
    public async Task Every_operation_the_content_may_call_is_there()
    {
        var content = File.ReadLines(Path.Combine(Content.ShippedContent.Folder, "solving/operations.yaml"))
            .Where(line => line.Length > 0 && char.IsLetter(line[0])).Select(line => line.TrimEnd(':'));

        foreach (var operation in content)
        {
            using var answer = await shop.Http.PostAsJsonAsync($"demo-shop/operations/{operation}", Ada.ToDictionary(argument => argument.Item1, argument => argument.Item2));
            using var keyed = new HttpRequestMessage(HttpMethod.Post, $"demo-shop/operations/{operation}") { Content = JsonContent.Create(new { order_number = "99999" }) };
            keyed.Headers.Add("Idempotency-Key", "all-" + operation);
            using var second = await shop.Http.SendAsync(keyed);
            Assert.NotEqual(HttpStatusCode.BadRequest, second.StatusCode);
        }
    }

    [Fact]
    public void A_change_outlives_the_process()
    {
        var folder = Directory.CreateTempSubdirectory("empathybot-shop-");
        var path = Path.Combine(folder.FullName, "shop.db");
        var before = DemoOperations.Open(new DemoShopChanges(path), TimeProvider.System).Call("cancel_order", Arguments(), "k");
        var after = DemoOperations.Open(new DemoShopChanges(path), TimeProvider.System).Call("cancel_order", Arguments(), "k");

        Assert.Equal(before!.Data!["paid_by"], after!.Data!["paid_by"]?.ToString());
        Assert.Single(new DemoShopChanges(path).List());
        folder.Delete(recursive: true);

        static Dictionary<string, string> Arguments() => new() { ["order_number"] = "10001", ["proof"] = "3011AB" };
    }
}
