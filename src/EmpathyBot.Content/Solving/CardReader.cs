using System.Text.Json;
using System.Text.Json.Nodes;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Checks the cards of <c>solving/cards/&lt;locale&gt;/*.json</c>: plain Adaptive Cards in which every text may hold
/// variables, and the variables are those of the step that shows the card.
/// </summary>
internal static class CardReader
{
    private const string Version = "1.5";

    /// <summary>The card a step shows, as JSON; null, with the errors reported, when it may not be shown.</summary>
    public static string? Read(YamlMap step, YamlText name, IReadOnlyDictionary<string, ContentFile> cards, ProcedureVariables variables, Problems problems)
    {
        if (!cards.TryGetValue(name.Text, out var file))
        {
            var known = cards.Count == 0 ? "There are none" : $"Known are: {string.Join(", ", cards.Keys)}";
            step.Report(name.Line, $"There is no card \"{name.Text}\". {known}.");
            return null;
        }

        try
        {
            if (JsonNode.Parse(file.Text) is not JsonObject card)
            {
                problems.Add(file.Name, 1, "The file must hold one Adaptive Card: an object in braces.");
                return null;
            }

            if (Text(card, "type") != "AdaptiveCard" || Text(card, "version") != Version)
                problems.Add(file.Name, 1, $"The card must begin with \"type\": \"AdaptiveCard\" and \"version\": \"{Version}\".");
            if (card["body"] is not JsonArray { Count: > 0 })
                problems.Add(file.Name, 1, "The card has no \"body\".");
            foreach (var text in Texts(card))
                CheckText(file, text, variables, problems);
            return card.ToJsonString();
        }
        catch (JsonException broken)
        {
            problems.Add(file.Name, (int)(broken.LineNumber ?? 0) + 1, "This is not valid JSON. Look here and just above for a comma or quote too many or too few.");
            return null;
        }
    }

    private static void CheckText(ContentFile file, string text, ProcedureVariables variables, Problems problems)
    {
        var template = TemplateText.Parse(text);
        var line = LineOf(file, text);
        foreach (var error in template.Errors)
            problems.Add(file.Name, line, error);
        foreach (var path in template.Paths.Where(path => !variables.Knows(path)))
            problems.Add(file.Name, line, $"{{{{{path}}}}} is not known where this card is shown. Known are: {variables.InWords()}.");
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static int LineOf(ContentFile file, string text)
    {
        var lines = file.Text.Split('\n');
        return Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal)) + 1;
    }

    private static string? Text(JsonObject card, string name) =>
        card[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
