using System.Text.RegularExpressions;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>The phrases of one request, as expressions over folded text.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Whole">Together with fillers they are the whole message.</param>
/// <param name="Clause">Together with fillers they are one clause of it.</param>
/// <param name="Contains">They stand anywhere.</param>
/// <param name="Unless">When one of these stands anywhere, it is not this request.</param>
internal sealed record RequestRule(
    CustomerRequest Request, IReadOnlyList<string> Whole, IReadOnlyList<string> Clause, IReadOnlyList<string> Contains,
    IReadOnlyList<string> Unless);

/// <summary>Finds what a message asks of the conversation itself. Precise rather than complete; linear in the text's length.</summary>
internal sealed class RequestFinder
{
    private readonly List<(CustomerRequest Request, Regex? Whole, Regex? Clause, Regex? Contains, Regex? Unless)> _rules = [];

    /// <param name="fillers">What may stand beside a phrase without changing it: "ok", "please", "hi".</param>
    /// <param name="rules">In the order of precedence.</param>
    public RequestFinder(IReadOnlyList<string> fillers, IReadOnlyList<RequestRule> rules)
    {
        foreach (var rule in rules)
        {
            _rules.Add((
                rule.Request,
                Alone(rule.Whole, fillers),
                Alone(rule.Clause, fillers),
                Anywhere(rule.Contains),
                Anywhere(rule.Unless)));
        }
    }

    public static RequestFinder Nothing { get; } = new([], []);

    public CustomerRequest Find(string text)
    {
        var whole = TextFolding.FoldWords(text);
        if (whole.Length == 0)
            return CustomerRequest.None;
        whole += " ";
        List<string>? clauses = null;
        foreach (var rule in _rules)
        {
            if (rule.Unless?.IsMatch(whole) == true)
                continue;
            if (rule.Whole?.IsMatch(whole) == true || rule.Contains?.IsMatch(whole) == true)
                return rule.Request;
            if (rule.Clause is null)
                continue;
            clauses ??= [.. Clauses.Split(text).Select(clause => TextFolding.FoldWords(text[clause]) + " ")];
            if (clauses.Any(clause => rule.Clause.IsMatch(clause)))
                return rule.Request;
        }

        return CustomerRequest.None;
    }

    private static Regex? Alone(IReadOnlyList<string> phrases, IReadOnlyList<string> fillers)
    {
        if (phrases.Count == 0)
            return null;
        var before = fillers.Count == 0 ? "" : $"(?:{string.Join('|', fillers)})*";
        return Make($"^{before}(?:{string.Join('|', phrases)})(?:{string.Join('|', phrases.Concat(fillers))})*$");
    }

    private static Regex? Anywhere(IReadOnlyList<string> phrases) =>
        phrases.Count == 0 ? null : Make($"(?:^| )(?:{string.Join('|', phrases)})");

    // Without backtracking the time is linear in the text, whatever authors and customers write.
    private static Regex Make(string expression) => new(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
