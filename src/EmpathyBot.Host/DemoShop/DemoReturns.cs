namespace EmpathyBot.Host.DemoShop;

/// <summary>What comes back or has to be put right: returns, replacements, money for it.</summary>
internal static class DemoReturns
{
    public static void AddTo(DemoOperations shop)
    {
        shop.Changes("start_return", (order, call, made) => order.Status(made) != "delivered"
            ? DemoAnswer.Declined("not_delivered")
            : DemoOrders.IsSettled(made) || made.Any(change => change.Operation == "start_return") ? DemoAnswer.Declined("settled")
            : order.DeliveredDaysAgo > order.Owner.ReturnDays ? DemoAnswer.Declined("too_late")
            : DemoAnswer.Ok(
                ("reference", "RE-" + order.Text), ("label_url", $"https://returns.example.com/{order.Number}"),
                ("drop_by", call.Day(14)), ("postage", order.Owner.ReturnPostage)));
        shop.Changes("order_replacement", (order, call, made) => order.Status(made) != "delivered"
            ? DemoAnswer.Declined("not_delivered")
            : DemoOrders.IsSettled(made) ? DemoAnswer.Declined("settled")
            : !order.Item.InStock ? DemoAnswer.Declined("sold_out")
            : DemoAnswer.Ok(
                ("reference", "RP-" + order.Text), ("arrives_by", call.Day(4)), ("label_url", $"https://returns.example.com/{order.Number}")));
        shop.Changes("refund_order", (order, call, made) => order.Status(made) is not ("delivered" or "lost")
            ? DemoAnswer.Declined("not_delivered")
            : DemoOrders.IsSettled(made) ? DemoAnswer.Declined("settled")
            : DemoAnswer.Ok(
                ("reference", "RF-" + order.Text), ("amount", DemoText.Money(order.Total)), ("method", order.PaidWith), ("paid_by", call.Day(5))));
    }
}
