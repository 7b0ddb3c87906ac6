using System.Collections.Frozen;
using System.Globalization;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// How what the shop's systems answer is said in one language: they give days as <c>2026-11-25</c> and codes such as
/// <c>card</c>, which no customer should read.
/// </summary>
/// <param name="Date">A day with <c>{day}</c> and <c>{month}</c> in it; empty when days are said as they are given.</param>
/// <param name="Months">The names of the twelve months.</param>
/// <param name="Said">By the name of a field, how each of its codes is said.</param>
public sealed record ValueWords(string Date, IReadOnlyList<string> Months, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Said)
{
    private const string Given = "yyyy-MM-dd";

    /// <summary>Says everything as it is given.</summary>
    public static ValueWords AsGiven { get; } = new("", [], FrozenDictionary<string, IReadOnlyDictionary<string, string>>.Empty);

    /// <summary>The variables as they are said; those within others too.</summary>
    public IReadOnlyDictionary<string, object?> Say(IReadOnlyDictionary<string, object?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return variables.ToDictionary(variable => variable.Key, variable => Say(variable.Key, variable.Value));
    }

    private object? Say(string name, object? value) => value switch
    {
        string text => Said.GetValueOrDefault(name)?.GetValueOrDefault(text) ?? SayDay(text),
        IReadOnlyDictionary<string, object?> within => Say(within),
        IDictionary<string, object?> within => Say(new Dictionary<string, object?>(within)),
        _ => value,
    };

    private string SayDay(string text) =>
        Date.Length > 0 && text.Length == Given.Length && DateOnly.TryParseExact(text, Given, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Date.Replace("{day}", day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{month}", Months[day.Month - 1], StringComparison.Ordinal)
            : text;
}
