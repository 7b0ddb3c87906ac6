namespace EmpathyBot.Host.DemoShop;

/// <summary>The operations of the demo shop by name. Those that change something do it once for each idempotency key.</summary>
internal sealed class DemoOperations(DemoShopChanges changes, TimeProvider time)
{
    private readonly Dictionary<string, Func<DemoCall, string?, DemoAnswer?>> operations = new(StringComparer.Ordinal);

    /// <summary>The shop with all it can do.</summary>
    public static DemoOperations Open(DemoShopChanges changes, TimeProvider time)
    {
        var shop = new DemoOperations(changes, time);
        DemoOrders.AddTo(shop);
        DemoReturns.AddTo(shop);
        DemoPayments.AddTo(shop);
        DemoAccounts.AddTo(shop);
        return shop;
    }

    /// <summary>Names of all operations.</summary>
    public IEnumerable<string> Names => operations.Keys;

    /// <summary>Calls an operation; null when there is no such one, or when it changes something and came without a key.</summary>
    public DemoAnswer? Call(string operation, IReadOnlyDictionary<string, string> arguments, string? key) =>
        operations.TryGetValue(operation, out var call) ? call(new DemoCall(arguments, time.GetUtcNow()), key) : null;

    /// <summary>Looks something up.</summary>
    public void Looks(string operation, Func<DemoCall, DemoAnswer> answer) => operations[operation] = (call, _) => answer(call);

    /// <summary>Looks at an order after proof of who owns it.</summary>
    public void Looks(string operation, Func<DemoOrder, DemoCall, IReadOnlyList<DemoShopChange>, DemoAnswer> answer) =>
        operations[operation] = (call, _) => Owned(call) is { } order ? answer(order, call, changes.Of(order.Text)) : DemoAnswer.NotFound;

    /// <summary>Changes something that hangs on no order.</summary>
    public void Changes(string operation, Func<DemoCall, string> subject, Func<DemoCall, IReadOnlyList<DemoShopChange>, DemoAnswer> answer) =>
        operations[operation] = (call, key) => string.IsNullOrWhiteSpace(key)
            ? null
            : changes.Make(key, operation, subject(call), call.Now, made => answer(call, made));

    /// <summary>Changes something about an order after proof of who owns it.</summary>
    public void Changes(string operation, Func<DemoOrder, DemoCall, IReadOnlyList<DemoShopChange>, DemoAnswer> answer) =>
        operations[operation] = (call, key) =>
        {
            if (string.IsNullOrWhiteSpace(key))
                return null;
            // Wrong and unknown get the same answer, so that nobody can guess owners.
            return Owned(call) is { } order
                ? changes.Make(key, operation, order.Text, call.Now, made => answer(order, call, made))
                : DemoAnswer.NotFound;
        };

    private static DemoOrder? Owned(DemoCall call) =>
        DemoOrder.Find(call["order_number"]) is { } order && order.IsProvenBy(call["proof"]) ? order : null;
}
