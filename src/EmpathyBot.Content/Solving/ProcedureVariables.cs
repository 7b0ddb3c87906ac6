namespace EmpathyBot.Content.Solving;

/// <summary>
/// The variables that are there at each step: those every procedure begins with and those that earlier steps save.
/// </summary>
internal sealed class ProcedureVariables
{
    /// <summary>
    /// What the bot gives every procedure when it is known from earlier in the conversation.
    /// </summary>
    private static readonly string[] FromTheStart = ["order_number", "proof"];

    private static readonly string[] YesOrNo = ["yes", "no"];

    private readonly Dictionary<string, IReadOnlyList<string>?> _values = new(StringComparer.Ordinal);

    public ProcedureVariables()
    {
        foreach (var name in FromTheStart)
            _values[name] = null;
    }

    /// <summary>A step saves an answer; <c>null</c> values mean that it may be any. What another step saved under the name may stand too.</summary>
    public void Save(string name, IReadOnlyList<string>? values) =>
        _values[name] = values is not null && _values.GetValueOrDefault(name) is { } others ? [.. others.Union(values)] : values;

    /// <summary>A step saves a yes or no.</summary>
    public void SaveConfirmation(string name) => _values[name] = YesOrNo;

    /// <summary>A step saves what an operation gives.</summary>
    public void Save(string name, Operation operation)
    {
        foreach (var (path, values) in operation.Gives)
            _values[$"{name}.{path}"] = values;
    }

    /// <summary>True for a variable that has a value at this step, or for a group of such ("order.refund").</summary>
    public bool Knows(string path) =>
        _values.ContainsKey(path) || _values.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal));

    /// <summary>The values a variable may have; null means any.</summary>
    public IReadOnlyList<string>? ValuesOf(string path) => _values.GetValueOrDefault(path);

    public string InWords() => string.Join(", ", _values.Keys.Order(StringComparer.Ordinal));
}
