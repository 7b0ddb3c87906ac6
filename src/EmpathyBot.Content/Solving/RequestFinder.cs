using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>The phrases of one request.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Whole">Together with fillers they are the whole message.</param>
/// <param name="Clause">Together with fillers they are one clause of it.</param>
/// <param name="Contains">They stand anywhere.</param>
/// <param name="Unless">When one of these stands anywhere, it is not this request.</param>
internal sealed record RequestRule(
    CustomerRequest Request, IReadOnlyList<Phrase> Whole, IReadOnlyList<Phrase> Clause, IReadOnlyList<Phrase> Contains,
    IReadOnlyList<Phrase> Unless);

/// <summary>Finds what a message asks of the conversation itself. Precise rather than complete.</summary>
internal sealed class RequestFinder
{
    /// <summary>Longer messages are about a matter; only their first part is looked at.</summary>
    private const int LongestText = 1000;

    private readonly List<(
        CustomerRequest Request,
        PhraseAutomaton? Whole, PhraseAutomaton? Clause, PhraseAutomaton? Contains, PhraseAutomaton? Unless)> _rules = [];

    /// <param name="fillers">What may stand beside a phrase without changing it: "ok", "please", "hi".</param>
    /// <param name="rules">In the order of precedence.</param>
    public RequestFinder(IReadOnlyList<Phrase> fillers, IReadOnlyList<RequestRule> rules)
    {
        foreach (var rule in rules)
        {
            _rules.Add((
                rule.Request,
                PhraseAutomaton.Whole(rule.Whole, fillers),
                PhraseAutomaton.Whole(rule.Clause, fillers),
                PhraseAutomaton.Anywhere(rule.Contains),
                PhraseAutomaton.Anywhere(rule.Unless)));
        }
    }

    public static RequestFinder Nothing { get; } = new([], []);

    public CustomerRequest Find(string text)
    {
        if (text.Length > LongestText)
            text = text[..LongestText];
        var whole = Words(text);
        if (whole.Length == 0)
            return CustomerRequest.None;
        var clauses = Clauses.Split(text).Select(clause => Words(text.AsSpan()[clause])).ToList();
        foreach (var rule in _rules)
        {
            if (rule.Unless?.Matches(whole) == true)
                continue;
            if (rule.Whole?.Matches(whole) == true || rule.Contains?.Matches(whole) == true)
                return rule.Request;
            if (rule.Clause is { } phrases && clauses.Any(phrases.Matches))
                return rule.Request;
        }

        return CustomerRequest.None;
    }

    private static string[] Words(ReadOnlySpan<char> text) => Phrase.WordsOf(text);
}
