using System.Text.RegularExpressions;

namespace EmpathyBot.Content.Templates;

/// <summary>What a template asks for: a small, strict part of Handlebars that authors can learn in a minute.</summary>
/// <param name="Paths">Variables it uses, as dotted paths.</param>
/// <param name="Errors">What is wrong, as sentences; empty when it may be compiled.</param>
internal sealed record TemplateText(IReadOnlyList<string> Paths, IReadOnlyList<string> Errors)
{
    private const string Forms = "Write {{name}}, {{#if name}}…{{else}}…{{/if}} or {{#unless name}}…{{/unless}}.";

    public static TemplateText Parse(string template)
    {
        var paths = new List<string>();
        var errors = new List<string>();
        var open = new Stack<string>();
        foreach (Match tag in TemplatePatterns.Tag().Matches(template))
        {
            var inside = tag.Groups["inside"].Value.Trim();
            if (TemplatePatterns.Path().IsMatch(inside) && inside != "else")
            {
                paths.Add(LowerFirst(inside));
            }
            else if (inside == "else")
            {
                if (open.Count == 0)
                    errors.Add("{{else}} stands outside of {{#if}}.");
            }
            else if (TemplatePatterns.Open().Match(inside) is { Success: true } opening)
            {
                open.Push(opening.Groups["block"].Value);
                paths.Add(LowerFirst(opening.Groups["path"].Value));
            }
            else if (TemplatePatterns.Close().Match(inside) is { Success: true } closing)
            {
                if (open.Count == 0 || open.Pop() != closing.Groups["block"].Value)
                    errors.Add($"{tag.Value} closes nothing that is open.");
            }
            else
            {
                errors.Add($"\"{tag.Value}\" is not understood. {Forms}");
            }
        }

        if (open.Count > 0)
            errors.Add($"{{{{#{open.Peek()} …}}}} is not closed with {{{{/{open.Peek()}}}}}.");
        var rest = TemplatePatterns.Tag().Replace(template, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            errors.Add($"Braces do not match. {Forms}");
        return new([.. paths.Distinct()], errors);
    }

    /// <summary>How a template reads: familiar, and polite where that differs.</summary>
    public static IReadOnlyList<string> Readings(string template) =>
        template.Contains("formal", StringComparison.Ordinal) ? [For(template, formal: false), For(template, formal: true)] : [template];

    private static string For(string template, bool formal) => TemplatePatterns.Address().Replace(
        template, found => formal == (found.Groups["block"].Value == "if") ? found.Groups["yes"].Value : found.Groups["no"].Value);

    /// <summary>The template with <c>{{Name}}</c>, which begins a sentence, turned into a call of the helper that capitalises.</summary>
    public static string ToHandlebars(string template) => TemplatePatterns.Capital().Replace(
        template, tag => $"{{{{{TemplateSet.Capital} {LowerFirst(tag.Groups["path"].Value)}}}}}");

    private static string LowerFirst(string path) => char.ToLowerInvariant(path[0]) + path[1..];
}

internal static partial class TemplatePatterns
{
    [GeneratedRegex(@"\{\{(?<inside>[^{}]*)\}\}")]
    public static partial Regex Tag();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$")]
    public static partial Regex Path();

    [GeneratedRegex(@"^#(?<block>if|unless)\s+(?<path>[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*)$")]
    public static partial Regex Open();

    [GeneratedRegex(@"^/(?<block>if|unless)$")]
    public static partial Regex Close();

    [GeneratedRegex(@"\{\{#(?<block>if|unless)\s+formal\s*\}\}(?<yes>.*?)(\{\{else\}\}(?<no>.*?))?\{\{/\k<block>\}\}", RegexOptions.Singleline)]
    public static partial Regex Address();

    [GeneratedRegex(@"\{\{\s*(?<path>[A-Z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*)\s*\}\}")]
    public static partial Regex Capital();
}
