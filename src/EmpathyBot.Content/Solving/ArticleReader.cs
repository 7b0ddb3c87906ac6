using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads <c>solving/articles/&lt;locale&gt;/*.md</c>: YAML between two lines of dashes, then the answer in Markdown.</summary>
internal sealed class ArticleReader(Problems problems, Wording wording, ExampleOverlaps overlaps)
{
    private const string Fence = "---";

    public Article? Read(ContentFile file, string locale)
    {
        var lines = file.Text.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            problems.Add(file.Name, 1, "An article begins with a line of three dashes, title and examples, and a second line of three dashes.");
            return null;
        }

        if (YamlFile.Read(file.Name, string.Join('\n', lines[1..end]), problems, offset: 1) is not { } map)
            return null;
        var title = map.Required("title");
        var examples = Examples.Read(map, overlaps);
        var tags = map.Texts("tags").Select(tag => tag.Text).ToList();
        var weight = Examples.ReadWeight(map);
        map.Close();
        var body = string.Join('\n', lines[(end + 1)..]).Trim();
        CheckBody(file, lines, end);
        return title is { } named ? new(file.Id, locale, named.Text, body, examples, tags) { Weight = weight } : null;
    }

    private void CheckBody(ContentFile file, string[] lines, int end)
    {
        if (lines[(end + 1)..].All(string.IsNullOrWhiteSpace))
            problems.Add(file.Name, end + 2, "The answer is missing: write it below the second line of dashes.");
        for (var at = end + 1; at < lines.Length; at++)
        {
            foreach (var broken in TemplateText.Readings(lines[at]).SelectMany(wording.BrokenIn).Distinct())
                problems.Add(file.Name, at + 1, broken);
        }

        var template = TemplateText.Parse(string.Join('\n', lines[(end + 1)..]));
        foreach (var error in template.Errors)
            problems.Add(file.Name, end + 2, error);
        if (template.Paths.Any(path => path != ContentMessages.Formal))
        {
            var line = Array.FindIndex(lines, end + 1, text => TemplateText.Parse(text).Paths.Any(path => path != ContentMessages.Formal));
            problems.Add(file.Name, line + 1, "An article has no variables but {{#if formal}}. A procedure can look things up for a customer.");
        }
    }
}
