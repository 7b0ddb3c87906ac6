using System.Globalization;

namespace EmpathyBot.Domain.Solving;

/// <summary>Looks values up in what a procedure has gathered.</summary>
public static class Variables
{
    /// <summary>The value at a dotted path as invariant text (booleans in lower case), or null when there is none.</summary>
    public static string? Find(IReadOnlyDictionary<string, object?> variables, string path)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(path);
        object? current = variables;
        foreach (var name in path.Split('.'))
        {
            current = current switch
            {
                IReadOnlyDictionary<string, object?> readOnly => readOnly.GetValueOrDefault(name),
                IDictionary<string, object?> dictionary => dictionary.TryGetValue(name, out var value) ? value : null,
                _ => null,
            };
        }

        return current switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => current.ToString(),
        };
    }
}
