using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Templates;

/// <summary>Checks a template against the variables that its place knows.</summary>
internal static class TemplateCheck
{
    /// <summary>Reports what is wrong with it, naming what may be used here, and returns the variables it uses.</summary>
    public static IReadOnlyList<string> Check(YamlMap map, YamlText text, Func<string, bool> known, Func<string> knownInWords)
    {
        var template = TemplateText.Parse(text.Text);
        foreach (var error in template.Errors)
            map.Report(text.Line, error);
        foreach (var path in template.Paths.Where(path => path != ContentMessages.Formal && !known(path)))
            map.Report(text.Line, $"{{{{{path}}}}} is not known here. Known are: {knownInWords()}.");
        return template.Paths;
    }

    /// <summary>The same, for a short list of names.</summary>
    public static IReadOnlyList<string> Check(YamlMap map, YamlText text, IReadOnlyList<string> known) =>
        Check(map, text, path => known.Contains(path), () => known.Count == 0 ? "none" : string.Join(", ", known));
}
