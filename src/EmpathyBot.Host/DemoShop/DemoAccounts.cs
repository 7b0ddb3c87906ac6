using System.Globalization;

namespace EmpathyBot.Host.DemoShop;

/// <summary>
/// Accounts, subscriptions and news of goods. Nothing that opens an account is changed here: the shop sends a link to the
/// address it knows, and only whoever can read that goes on.
/// </summary>
internal static class DemoAccounts
{
    private static readonly string[] Changing = ["pause_subscription", "resume_subscription", "end_subscription"];

    public static void AddTo(DemoOperations shop)
    {
        // Answers alike for every address: nobody learns from it who has an account.
        shop.Changes("send_sign_in_link", call => call["email"], (call, _) => DemoAnswer.Ok(("valid_minutes", 60)));
        shop.Changes("start_two_factor_reset", (order, call, _) => DemoAnswer.Ok(
            ("reference", "TF-" + order.Text), ("sent_to", DemoText.Masked(order.Owner.Email)), ("possible_from", call.Day(1))));
        shop.Changes("request_contact_change", (order, call, _) => DemoAnswer.Ok(
            ("reference", "CC-" + order.Text), ("sent_to", DemoText.Masked(order.Owner.Email)), ("valid_until", call.Day(2))));
        shop.Looks("find_subscription", (order, call, made) => DemoAnswer.Again(Describe(order, call, made)));
        shop.Changes("pause_subscription", (order, call, made) => Status(order, made) == "active"
            ? DemoAnswer.Ok(("resumes_on", DemoText.Day(call.Now.AddMonths(Months(call["months"])))))
            : DemoAnswer.Declined("not_active"));
        shop.Changes("resume_subscription", (order, call, made) => Status(order, made) == "paused"
            ? DemoAnswer.Ok(("next_on", call.Day(7)))
            : DemoAnswer.Declined("not_paused"));
        shop.Changes("end_subscription", (order, call, made) => Status(order, made) is "active" or "paused"
            ? DemoAnswer.Ok(("reference", "SE-" + order.Text), ("ends_on", call.Day(0)))
            : DemoAnswer.Declined("none"));
        shop.Looks("find_item", call => DemoItem.Find(call["item"]) is { } item
            ? DemoAnswer.Ok(("name", item.Name), ("status", item.InStock ? "in_stock" : "sold_out"), ("expected_on", item.InStock ? "" : call.Day(35)))
            : DemoAnswer.NotFound);
        shop.Changes("watch_item", call => call["item"], (call, _) => DemoItem.Find(call["item"]) is { InStock: false } item
            ? DemoAnswer.Ok(("name", item.Name), ("valid_until", call.Day(90)))
            : DemoAnswer.Declined("in_stock"));
    }

    private static Dictionary<string, object?> Describe(DemoOrder order, DemoCall call, IReadOnlyList<DemoShopChange> made) => new()
    {
        ["status"] = Status(order, made),
        ["name"] = "Loom Refresh, towels every 3 months",
        ["price"] = "€42.50",
        ["next_on"] = call.Day(9),
    };

    // By owner: three have one that runs, one has a paused one, the others none.
    private static string Status(DemoOrder order, IReadOnlyList<DemoShopChange> made) =>
        made.LastOrDefault(change => Changing.Contains(change.Operation))?.Operation switch
        {
            "pause_subscription" => "paused",
            "resume_subscription" => "active",
            "end_subscription" => "ended",
            _ => (order.Offset % 10) switch { 0 or 1 or 2 => "active", 3 => "paused", _ => "none" },
        };

    private static int Months(string text) =>
        int.TryParse(text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= 3 ? months : 1;
}
