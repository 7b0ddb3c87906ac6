using System.Globalization;

namespace EmpathyBot.Host.DemoShop;

/// <summary>Money: refunds on their way, double charges, gift cards, codes, prices seen elsewhere.</summary>
internal static class DemoPayments
{
    private const int GiftCards = 10;

    public static void AddTo(DemoOperations shop)
    {
        shop.Changes("open_refund_trace", (order, call, _) =>
            DemoAnswer.Ok(("reference", "RT-" + order.Text), ("answer_by", call.Day(2))));
        shop.Changes("change_refund_method", ChangeRefundMethod);
        shop.Looks("find_charges", (order, call, made) => DemoAnswer.Ok(
            ("status", made.Any(change => change.Operation == "refund_charge") ? "refunded" : Charges(order)),
            ("amount", DemoText.Money(order.Total)), ("gone_by", call.Day(5))));
        shop.Changes("refund_charge", (order, call, made) => Charges(order) != "double" || made.Any(change => change.Operation == "refund_charge")
            ? DemoAnswer.Declined("nothing_too_much")
            : DemoAnswer.Ok(
                ("reference", "CH-" + order.Text), ("amount", DemoText.Money(order.Total)), ("method", order.PaidWith), ("paid_by", call.Day(3))));
        shop.Looks("gift_card_balance", GiftCardBalance);
        shop.Looks("check_promo_code", CheckCode);
        shop.Changes("credit_promo_code", (order, call, made) => call["code"] != "LOOM15" || order.Status(made) is "cancelled" or "refunded" or "returned"
            ? DemoAnswer.Declined("does_not_apply")
            : made.Any(change => change.Operation == "credit_promo_code") ? DemoAnswer.Declined("used")
            : DemoAnswer.Ok(
                ("reference", "PC-" + order.Text), ("amount", DemoText.Money(Math.Round(order.Total * 0.15m, 2))), ("method", order.PaidWith), ("paid_by", call.Day(5))));
        shop.Changes("request_price_match", RequestPriceMatch);
    }

    // By tens: one charge, one and its reservation, two.
    private static string Charges(DemoOrder order) => (order.Offset / 10 % 3) switch { 0 => "single", 1 => "pending", _ => "double" };

    private static DemoAnswer ChangeRefundMethod(DemoOrder order, DemoCall call, IReadOnlyList<DemoShopChange> made)
    {
        if (order.RefundStatus(made) is "none" or "paid" && order.FirstStatus != "delivered")
            return DemoAnswer.Declined(order.RefundStatus(made) == "paid" ? "paid" : "no_refund");
        if (made.Any(change => change.Operation == "change_refund_method"))
            return DemoAnswer.Declined("changed_before");
        return call["method"] switch
        {
            "voucher" => DemoAnswer.Ok(("amount", DemoText.Money(order.Total)), ("sent_to", DemoText.Masked(order.Owner.Email)), ("paid_by", call.Day(1))),
            "bank account" => DemoAnswer.Ok(("amount", DemoText.Money(order.Total)), ("sent_to", DemoText.Masked(order.Owner.Email)), ("paid_by", call.Day(5))),
            _ => DemoAnswer.Declined("unknown_method"),
        };
    }

    /// <summary>Cards LL100001 to LL100010; the PIN of the n-th is 7000 + n.</summary>
    private static DemoAnswer GiftCardBalance(DemoCall call)
    {
        var code = call["code"];
        if (!code.StartsWith("LL10", StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(code.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var card)
            || card is < 1 or > GiftCards || call["pin"] != (7000 + card).ToString(CultureInfo.InvariantCulture))
        {
            return DemoAnswer.NotFound;
        }

        return DemoAnswer.Ok(
            ("status", card switch { 9 => "expired", 10 => "used_up", _ => "active" }),
            ("balance", DemoText.Money(card == 10 ? 0 : 12.50m * card)),
            ("expires_on", DemoText.Day(call.Now.AddDays(card == 9 ? -20 : 200))));
    }

    private static DemoAnswer CheckCode(DemoCall call)
    {
        DemoAnswer Code(string status, string worth = "", string minimum = "", string ended = "") =>
            DemoAnswer.Ok(("code", call["code"]), ("status", status), ("worth", worth), ("minimum", minimum), ("ended_on", ended));
        return call["code"] switch
        {
            "WELCOME10" => Code("valid", "10 %", "€40.00"),
            "LOOM15" => Code("faulty", "15 %"),
            "SUMMER25" => Code("expired", "25 %", ended: DemoText.Day(call.Now.AddDays(-30))),
            "THANKS5" => Code("used", "€5.00"),
            _ => Code("unknown"),
        };
    }

    private static DemoAnswer RequestPriceMatch(DemoOrder order, DemoCall call, IReadOnlyList<DemoShopChange> made)
    {
        if (made.Any(change => change.Operation == "request_price_match"))
            return DemoAnswer.Declined("asked_before");
        if (order.Status(made) is "cancelled" or "refunded" or "returned" || (order.FirstStatus == "delivered" && order.DeliveredDaysAgo > 14))
            return DemoAnswer.Declined("too_late");
        if (!decimal.TryParse(call["price"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) || price >= order.Total)
            return DemoAnswer.Declined("not_lower");
        return DemoAnswer.Ok(
            ("reference", "PM-" + order.Text), ("difference", DemoText.Money(order.Total - price)), ("answer_by", call.Day(2)));
    }
}
