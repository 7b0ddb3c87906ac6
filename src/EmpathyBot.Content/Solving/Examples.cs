using EmpathyBot.Content.Reading;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads example utterances: what customers write when they want this.</summary>
internal static class Examples
{
    public static IReadOnlyList<string> Read(YamlMap map)
    {
        var examples = map.Texts("examples");
        if (examples.Count == 0)
        {
            map.Report(
                map.LineOf("examples"),
                "\"examples\" is empty. Write at least a few messages of customers who want this; fifteen or more work well.");
        }

        foreach (var twice in examples.GroupBy(example => example.Text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            map.Report(twice.Last().Line, $"\"{twice.Key}\" is an example already, on line {twice.First().Line}.");
        return [.. examples.Select(example => example.Text)];
    }
}
