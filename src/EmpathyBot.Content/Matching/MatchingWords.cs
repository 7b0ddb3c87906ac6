using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>What helps matching in one language, from <c>solving/matching/&lt;locale&gt;.yaml</c>.</summary>
/// <param name="Alike">Words that mean the same here, folded, each with the word that stands for its group.</param>
/// <param name="Padding">Words that say nothing of what is wanted.</param>
/// <param name="Joins">Words that may join what is felt with what is asked: "and", "but".</param>
/// <param name="OrderNumberDigits">A number of so many digits is an order number; 0 when that cannot be told.</param>
/// <param name="Outside">Messages that ask for nothing in the content.</param>
/// <param name="FollowUps">How messages refer back.</param>
internal sealed record MatchingWords(
    IReadOnlyDictionary<string, string> Alike, IReadOnlySet<string> Padding, IReadOnlySet<string> Joins, int OrderNumberDigits,
    IReadOnlyList<string> Outside, FollowUps FollowUps)
{
    private const int LongestOrderNumber = 20;

    public static MatchingWords None { get; } = new(new Dictionary<string, string>(), new HashSet<string>(), new HashSet<string>(), 0, [], FollowUps.None);

    public static MatchingWords Read(ContentFile? file, Problems problems, ExampleOverlaps overlaps)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return None;
        var alike = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Map("alike") is { } groups)
        {
            foreach (var group in groups.Keys)
            {
                foreach (var word in groups.Texts(group))
                {
                    var folded = TextFolding.FoldWords(word.Text);
                    if (folded.Contains(' ', StringComparison.Ordinal))
                        groups.Report(word.Line, $"\"{word.Text}\" is more than one word. Only single words can be alike.");
                    else if (!alike.TryAdd(folded, group))
                        groups.Report(word.Line, $"\"{word.Text}\" stands in two groups.");
                }
            }
        }

        var padding = Folded(map, "padding");
        var joins = Folded(map, "joins");
        var digits = map.Number("order_number_digits", 0, 1, LongestOrderNumber);
        var outside = map.Texts("outside");
        overlaps.Add(map.File, outside);
        var followUps = FollowUps.Read(map.Map("refer_back"));
        map.Close();
        return new(alike, padding, joins, digits, [.. outside.Select(text => text.Text)], followUps);
    }

    private static HashSet<string> Folded(YamlMap map, string key) =>
        map.Texts(key).Select(word => TextFolding.FoldWords(word.Text)).ToHashSet(StringComparer.Ordinal);
}
