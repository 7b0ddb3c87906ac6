using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace EmpathyBot.Content.Templates;

/// <summary>
/// The compiled templates of one content. Each is checked at load and compiled at its first use, since compiling is
/// slow and most templates of a conversation are never said. Safe for several threads.
/// </summary>
internal sealed class TemplateSet
{
    /// <summary>Name of the helper that begins a sentence with a variable.</summary>
    public const string Capital = "beginWith";

    private readonly IHandlebars _handlebars = Create();
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> _compiled = new(StringComparer.Ordinal);

    public string Render(string template, IReadOnlyDictionary<string, object?> variables)
    {
        if (!template.Contains("{{", StringComparison.Ordinal))
            return template;
        var compiled = _compiled.GetOrAdd(template, text => _handlebars.Compile(TemplateText.ToHandlebars(text)));
        return compiled(TemplateValues.From(variables)).Trim();
    }

    private static IHandlebars Create()
    {
        // Markdown and HTML are escaped once, at the channel's edge: the default would write "isn&#x27;t".
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        handlebars.RegisterHelper(Capital, (output, _, arguments) => output.WriteSafeString(UpperFirst(arguments[0]?.ToString())));
        return handlebars;
    }

    private static string UpperFirst(string? text) => string.IsNullOrEmpty(text) ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
