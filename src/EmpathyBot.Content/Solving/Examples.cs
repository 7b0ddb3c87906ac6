using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads example utterances: what customers write when they want this.</summary>
internal static class Examples
{
    /// <summary>How much a matter weighs: <c>weight: money</c>. Information when nothing is said.</summary>
    public static MatterWeight ReadWeight(YamlMap map)
    {
        if (map.Optional("weight") is not { } text)
            return MatterWeight.Information;
        if (Names.Find<MatterWeight>(text.Text) is { } weight)
            return weight;
        map.Report(text.Line, $"\"{text.Text}\" is no weight. Known are: {string.Join(", ", Names.Of<MatterWeight>())}.");
        return MatterWeight.Information;
    }

    public static IReadOnlyList<string> Read(YamlMap map, ExampleOverlaps overlaps)
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
        overlaps.Add(map.File, examples);
        return [.. examples.Select(example => example.Text)];
    }
}
