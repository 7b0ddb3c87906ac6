namespace EmpathyBot.Host.DemoShop;

/// <summary>Orders on their way: found, changed, cancelled, searched for, sent again.</summary>
internal static class DemoOrders
{
    public static void AddTo(DemoOperations shop)
    {
        shop.Looks("find_order", (order, call, made) => DemoAnswer.Again(order.Describe(call.Now, made)));
        shop.Changes("send_order_numbers", call => call["email"], (call, _) => DemoAnswer.Ok(("sent", true)));
        shop.Changes("change_delivery_address", (order, call, made) => order.Status(made) == "processing"
            ? DemoAnswer.Ok(("address", call["address"]), ("expected_by", call.Day(4)))
            : DemoAnswer.Declined(WhyNot(order.Status(made))));
        shop.Changes("cancel_order", (order, call, made) => order.Status(made) == "processing"
            ? DemoAnswer.Ok(("amount", DemoText.Money(order.Total)), ("method", order.PaidWith), ("paid_by", call.Day(3)))
            : DemoAnswer.Declined(WhyNot(order.Status(made))));
        shop.Changes("open_parcel_search", (order, call, _) =>
            DemoAnswer.Ok(("reference", "PS-" + order.Text), ("answer_by", call.Day(3))));
        shop.Changes("resend_order", (order, call, made) => order.Status(made) != "lost"
            ? DemoAnswer.Declined("not_lost")
            : IsSettled(made) ? DemoAnswer.Declined("settled")
            : !order.Item.InStock ? DemoAnswer.Declined("sold_out")
            : DemoAnswer.Ok(("reference", "RS-" + order.Text), ("arrives_by", call.Day(4))));
        shop.Changes("give_amends", GiveAmends);
    }

    /// <summary>True when the order was replaced, sent again or paid back already.</summary>
    public static bool IsSettled(IReadOnlyList<DemoShopChange> made) =>
        made.Any(change => change.Operation is "resend_order" or "order_replacement" or "refund_order");

    private static DemoAnswer GiveAmends(DemoOrder order, DemoCall call, IReadOnlyList<DemoShopChange> made)
    {
        if (made.Any(change => change.Operation == "give_amends"))
            return DemoAnswer.Declined("given_before");
        return call["remedy"] switch
        {
            "voucher" => DemoAnswer.Ok(("reference", "AM-" + order.Text), ("code", "THREAD-" + order.Text), ("valid_until", call.Day(180)), ("arrives_by", "")),
            "express" => DemoAnswer.Ok(("reference", "AM-" + order.Text), ("code", ""), ("valid_until", ""), ("arrives_by", call.Day(2))),
            _ => DemoAnswer.Declined("unknown_remedy"),
        };
    }

    private static string WhyNot(string status) => status switch
    {
        "cancelled" => "cancelled",
        "processing" => "open",
        "shipped" or "out_for_delivery" or "late" or "lost" => "on_its_way",
        _ => "delivered",
    };
}
