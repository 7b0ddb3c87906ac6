namespace EmpathyBot.Host.DemoShop;

/// <summary>Something the demo shop sells.</summary>
/// <param name="Name">As it stands in an order: "the oak side table".</param>
/// <param name="InStock">False when it is sold out for now.</param>
internal sealed record DemoItem(string Name, bool InStock = true)
{
    private static readonly string[] SaysNothing = ["the", "a", "an", "of", "two", "four", "pair", "set", "one", "please", "you", "have"];

    public static IReadOnlyList<DemoItem> All { get; } =
    [
        new("the blue linen jacket"), new("two wool throws"), new("the oak side table"), new("a pair of canvas shoes"),
        new("the green velvet cushion"), new("the striped cotton shirt"), new("a set of four stoneware bowls", InStock: false),
        new("the grey knit cardigan"), new("the brass reading lamp", InStock: false), new("the waxed rain coat"),
    ];

    /// <summary>What is most likely meant by these words, or null.</summary>
    public static DemoItem? Find(string words)
    {
        var said = Words(words);
        var best = All.Select(item => (item, Shared: Words(item.Name).Intersect(said).Count())).MaxBy(candidate => candidate.Shared);
        return best.Shared > 0 ? best.item : null;
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Except(SaysNothing).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];
}
