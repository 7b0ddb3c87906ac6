namespace EmpathyBot.Domain.Solving;

/// <summary>How one test of a condition compares.</summary>
public enum Comparison { Equal = 0, NotEqual, Known, Unknown }

/// <summary>One test: a variable path, a comparison, a literal.</summary>
public sealed record ConditionTest(string Path, Comparison Comparison, string? Literal);

/// <summary>
/// When a step is taken: tests joined by <c>and</c>. Written <c>order.outcome == ok and order.status != delivered</c>,
/// <c>email known</c>, <c>email unknown</c>; a value of several words
/// stands in quotes. Values compare as text, without regard to case.
/// </summary>
public sealed record Condition(IReadOnlyList<ConditionTest> Tests)
{
    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It is not of the form above; the message says what was expected.</exception>
    public static Condition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Condition([.. text.Split(" and ", StringSplitOptions.TrimEntries).Select(ParseTest)]);
    }

    /// <summary>True when every test holds.</summary>
    /// <param name="variables">Values by name; a nested dictionary is reached with a dot.</param>
    public bool Holds(IReadOnlyDictionary<string, object?> variables) => Tests.All(test => Holds(test, variables));

    private static bool Holds(ConditionTest test, IReadOnlyDictionary<string, object?> variables)
    {
        var value = Variables.Find(variables, test.Path);
        return test.Comparison switch
        {
            Comparison.Known => !string.IsNullOrEmpty(value),
            Comparison.Unknown => string.IsNullOrEmpty(value),
            Comparison.Equal => string.Equals(value, test.Literal, StringComparison.OrdinalIgnoreCase),
            _ => !string.Equals(value, test.Literal, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static ConditionTest ParseTest(string text)
    {
        var parts = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts switch
        {
            [var path, "==", var literal] when IsLiteral(literal) => new(path, Comparison.Equal, literal.Trim('"', '\'')),
            [var path, "!=", var literal] when IsLiteral(literal) => new(path, Comparison.NotEqual, literal.Trim('"', '\'')),
            [var path, "known"] => new(path, Comparison.Known, null),
            [var path, "unknown"] => new(path, Comparison.Unknown, null),
            _ => throw new FormatException(
                $"\"{text}\" is not a condition. Write \"name == value\", \"name != value\", \"name known\" or \"name unknown\", joined by \"and\"."),
        };
    }

    // Several words stand in quotes: without them a forgotten "and" would read as part of the value.
    private static bool IsLiteral(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) || (text.Length > 2 && text[0] is '"' or '\'' && text[^1] == text[0]);
}
