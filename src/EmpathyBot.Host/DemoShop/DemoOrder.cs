using System.Globalization;

namespace EmpathyBot.Host.DemoShop;

/// <summary>The customer an order of the demo shop belongs to.</summary>
internal sealed record DemoOwner(string Name, string Email, string Postcode);

/// <summary>
/// One of the hundred orders of the demo shop, 10001–10100, made by rule from its number so that anyone can predict it
/// (docs/demo-shop.md). Dates are relative to today.
/// </summary>
internal sealed record DemoOrder(int Number, string Status, DemoOwner Owner)
{
    public const int First = 10001;
    public const int Last = 10100;

    private static readonly string[] Statuses =
        ["processing", "shipped", "out_for_delivery", "delivered", "late", "returned", "refunded", "cancelled", "late", "returned"];

    private static readonly string[] Items =
    [
        "the blue linen jacket", "two wool throws", "the oak side table", "a pair of canvas shoes", "the green velvet cushion",
        "the striped cotton shirt", "a set of four stoneware bowls", "the grey knit cardigan", "the brass reading lamp", "the waxed rain coat",
    ];

    private static readonly DemoOwner[] Owners =
    [
        new("Ada Berg", "ada.berg@example.com", "3011AB"), new("Ben Okafor", "ben.okafor@example.com", "1017CX"),
        new("Clara Nunez", "clara.nunez@example.com", "28013"), new("Deniz Kaya", "deniz.kaya@example.com", "10115"),
        new("Eva Lind", "eva.lind@example.com", "11122"), new("Finn Murphy", "finn.murphy@example.com", "D02X285"),
        new("Grace Owen", "grace.owen@example.com", "SW1A1AA"), new("Hugo Petit", "hugo.petit@example.com", "75004"),
        new("Ines Costa", "ines.costa@example.com", "1100148"), new("Jonas Weber", "jonas.weber@example.com", "80331"),
    ];

    private int Offset => Number - First;

    public string Item => Items[Offset / 10 % Items.Length];

    public decimal Total => 29.50m + (Offset * 1.75m);

    /// <summary>The order of this number, or null when there is none.</summary>
    public static DemoOrder? Find(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= First and <= Last
            ? new DemoOrder(value, Statuses[(value - First) % Statuses.Length], Owners[(value - First) % Owners.Length])
            : null;

    /// <summary>True when the proof is the owner's e-mail address or postcode.</summary>
    public bool IsProvenBy(string? proof)
    {
        var given = (proof ?? "").Replace(" ", "", StringComparison.Ordinal);
        return string.Equals(given, Owner.Email, StringComparison.OrdinalIgnoreCase)
            || string.Equals(given, Owner.Postcode, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the shop tells of the order to its owner, on this day.</summary>
    public Dictionary<string, object?> Describe(DateTimeOffset today)
    {
        var daysLate = Status == "late" ? 4 + (Offset % 7) : 0;
        var data = new Dictionary<string, object?>
        {
            ["number"] = Number.ToString(CultureInfo.InvariantCulture),
            ["status"] = Status,
            ["placed_on"] = Day(today.AddDays(Status == "processing" ? -1 : -9 - daysLate)),
            ["expected_by"] = Day(Status switch
            {
                "out_for_delivery" => today,
                "delivered" => today.AddDays(-3),
                "late" => today.AddDays(-daysLate),
                _ => today.AddDays(3),
            }),
            ["carrier"] = Offset % 2 == 0 ? "PostNL" : "DHL",
            ["tracking_url"] = $"https://tracking.example.com/{Number}",
            ["items"] = Item,
            ["total"] = Money(Total),
            ["days_late"] = daysLate,
            ["refund"] = Refund(today),
        };
        return data;
    }

    private Dictionary<string, object?> Refund(DateTimeOffset today)
    {
        var status = Status switch
        {
            "refunded" or "cancelled" => "paid",
            // Every second returned order waits longer for its money than promised.
            "returned" => Offset % 10 == 9 ? "overdue" : "approved",
            _ => "none",
        };
        var requested = status == "overdue" ? today.AddDays(-16) : today.AddDays(-6);
        return new Dictionary<string, object?>
        {
            ["status"] = status,
            ["amount"] = Money(Total),
            ["method"] = Offset % 3 == 0 ? "PayPal" : "card",
            ["requested_on"] = Day(requested),
            ["due_by"] = Day(requested.AddDays(10)),
            ["paid_on"] = Day(today.AddDays(-2)),
        };
    }

    private static string Money(decimal amount) => "€" + amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset date) => date.ToString("d MMMM", CultureInfo.InvariantCulture);
}
