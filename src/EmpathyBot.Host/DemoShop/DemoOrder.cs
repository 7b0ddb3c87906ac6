using System.Globalization;

namespace EmpathyBot.Host.DemoShop;

/// <summary>The customer an order of the demo shop belongs to.</summary>
internal sealed record DemoOwner(string Name, string Email, string Postcode, string Level)
{
    /// <summary>Days in which a member of this level may send something back.</summary>
    public int ReturnDays => Level switch { "gold" => 90, "silver" => 60, _ => 30 };

    /// <summary>What a return costs: free from the EU and for gold members.</summary>
    public string ReturnPostage => Postcode.StartsWith("SW", StringComparison.Ordinal) && Level != "gold" ? "€6.95" : "free";
}

/// <summary>
/// One of the hundred orders of the demo shop, 10001–10100, made by rule from its number so that anyone can predict it
/// (docs/demo-shop.md). Dates are relative to today.
/// </summary>
internal sealed record DemoOrder(int Number, string FirstStatus, DemoOwner Owner)
{
    public const int First = 10001;
    public const int Last = 10100;

    private static readonly string[] Statuses =
        ["processing", "shipped", "out_for_delivery", "delivered", "late", "returned", "refunded", "cancelled", "late", "returned"];

    private static readonly DemoOwner[] Owners =
    [
        new("Ada Berg", "ada.berg@example.com", "3011AB", "none"), new("Ben Okafor", "ben.okafor@example.com", "1017CX", "silver"),
        new("Clara Nunez", "clara.nunez@example.com", "28013", "none"), new("Deniz Kaya", "deniz.kaya@example.com", "10115", "gold"),
        new("Eva Lind", "eva.lind@example.com", "11122", "none"), new("Finn Murphy", "finn.murphy@example.com", "D02X285", "none"),
        new("Grace Owen", "grace.owen@example.com", "SW1A1AA", "silver"), new("Hugo Petit", "hugo.petit@example.com", "75004", "none"),
        new("Ines Costa", "ines.costa@example.com", "1100148", "gold"), new("Jonas Weber", "jonas.weber@example.com", "80331", "none"),
    ];

    /// <summary>Place among the hundred, from 0.</summary>
    public int Offset => Number - First;

    public string Text => Number.ToString(CultureInfo.InvariantCulture);

    public DemoItem Item => DemoItem.All[Offset / 10 % DemoItem.All.Count];

    public decimal Total => 29.50m + (Offset * 1.75m);

    public int DaysLate => FirstStatus == "late" ? 4 + (Offset % 7) : 0;

    /// <summary>How long ago it was delivered; a few were so long ago that not every member may still send them back.</summary>
    public int DeliveredDaysAgo => (Offset / 10) switch { 3 => 50, 9 => 100, _ => 3 };

    public string PaidWith => Offset % 3 == 0 ? "PayPal" : "card";

    /// <summary>The order of this number, or null when there is none.</summary>
    public static DemoOrder? Find(string? number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < First or > Last)
            return null;
        var kind = (value - First) % Statuses.Length;
        // Of those ending in 9 the later half is lost for good.
        var status = kind == 8 && value - First >= 50 ? "lost" : Statuses[kind];
        return new DemoOrder(value, status, Owners[kind]);
    }

    /// <summary>True when the proof is the owner's e-mail address or postcode.</summary>
    public bool IsProvenBy(string? proof)
    {
        var given = (proof ?? "").Replace(" ", "", StringComparison.Ordinal);
        return string.Equals(given, Owner.Email, StringComparison.OrdinalIgnoreCase)
            || string.Equals(given, Owner.Postcode, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Its status after what was changed about it.</summary>
    public string Status(IReadOnlyList<DemoShopChange> made) => made.Any(change => change.Operation == "cancel_order") ? "cancelled" : FirstStatus;

    /// <summary>What the shop tells of the order to its owner, on this day.</summary>
    public Dictionary<string, object?> Describe(DateTimeOffset today, IReadOnlyList<DemoShopChange> made)
    {
        var status = Status(made);
        return new Dictionary<string, object?>
        {
            ["number"] = Text,
            ["status"] = status,
            ["placed_on"] = DemoText.Day(today.AddDays(status == "processing" ? -1 : -9 - DaysLate)),
            ["expected_by"] = DemoText.Day(status switch
            {
                "out_for_delivery" => today,
                "delivered" => today.AddDays(-DeliveredDaysAgo),
                "late" => today.AddDays(-DaysLate),
                "lost" => today.AddDays(-12),
                _ => today.AddDays(3),
            }),
            ["carrier"] = Offset % 2 == 0 ? "PostNL" : "DHL",
            ["tracking_url"] = $"https://tracking.example.com/{Number}",
            ["items"] = Item.Name,
            ["total"] = DemoText.Money(Total),
            ["days_late"] = DaysLate,
            ["member"] = Owner.Level,
            ["return_days"] = Owner.ReturnDays,
            ["return_postage"] = Owner.ReturnPostage,
            ["amends"] = made.Any(change => change.Operation == "give_amends") ? "given" : "none",
            ["refund"] = Refund(today, made),
        };
    }

    /// <summary>How its refund stands.</summary>
    public string RefundStatus(IReadOnlyList<DemoShopChange> made)
    {
        if (made.Any(change => change.Operation is "cancel_order" or "refund_order"))
            return "approved";
        return FirstStatus switch
        {
            "refunded" or "cancelled" => "paid",
            // Every second returned order waits longer for its money than promised.
            "returned" => Offset % 10 == 9 ? "overdue" : "approved",
            _ => "none",
        };
    }

    private Dictionary<string, object?> Refund(DateTimeOffset today, IReadOnlyList<DemoShopChange> made)
    {
        var status = RefundStatus(made);
        var isNew = status == "approved" && FirstStatus != "returned";
        var requested = status == "overdue" ? today.AddDays(-16) : isNew ? today : today.AddDays(-6);
        return new Dictionary<string, object?>
        {
            ["status"] = status,
            ["amount"] = DemoText.Money(Total),
            ["method"] = made.Any(change => change.Operation == "change_refund_method") ? "chosen" : PaidWith,
            ["requested_on"] = DemoText.Day(requested),
            ["due_by"] = DemoText.Day(requested.AddDays(10)),
            ["paid_on"] = DemoText.Day(today.AddDays(-2)),
            ["days_overdue"] = status == "overdue" ? 6 : 0,
        };
    }
}
