using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Reads <c>solving/amends.yaml</c>: which remedy the company gives for which failure of its own, and up to where. No
/// rule may go above the file's own limits, so that one slip of the pen does not give the shop away.
/// </summary>
/// <param name="Rules">The rules.</param>
/// <param name="Currency">Sign that amounts begin with.</param>
internal sealed record AmendsRules(IReadOnlyList<AmendsRule> Rules, string Currency)
{
    public const string FileName = "solving/amends.yaml";

    private const int MostDays = 365;
    private const int MostWorth = 1000;

    public static AmendsRules None { get; } = new([], "");

    /// <summary>Every failure that has a rule.</summary>
    public IReadOnlyList<string> Failures => [.. Rules.Select(rule => rule.Failure).Distinct()];

    /// <summary>Every remedy there is, "none" included.</summary>
    public IReadOnlyList<string> Remedies => [AmendsStep.Nothing, .. Rules.Select(rule => rule.Remedy).Distinct()];

    public static AmendsRules Read(ContentFile? file, Problems problems)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return None;
        var currency = map.Required("currency")?.Text ?? "";
        var most = map.Number("most", 0, 1, MostWorth);
        var rules = map.Maps("rules").Select(entry => ReadRule(entry, most)).OfType<AmendsRule>().ToList();
        foreach (var twice in rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1))
            map.Report(map.LineOf("rules"), $"The id \"{twice.Key}\" is there twice. Each rule needs its own.");
        foreach (var twice in rules.GroupBy(rule => (rule.Failure, rule.From)).Where(group => group.Count() > 1))
            map.Report(map.LineOf("rules"), $"Two rules answer \"{twice.Key.Failure}\" from {twice.Key.From}. Only one can be meant.");
        map.Close();
        return new(rules, currency);
    }

    private static AmendsRule? ReadRule(YamlMap entry, int most)
    {
        var id = entry.Required("id");
        var failure = entry.Required("failure");
        var remedy = entry.Required("remedy");
        var what = entry.Required("what");
        var from = entry.Number("from", 0, 0, MostDays);
        var worth = entry.Number("worth", 0, 1, MostWorth);
        var share = entry.Number("atMostPercent", 100, 1, 100);
        if (worth > most)
            entry.Report(entry.LineOf("worth"), $"{worth} is more than \"most\" ({most}) allows.");
        if (worth == 0 && entry.Has("atMostPercent"))
            entry.Report(entry.LineOf("atMostPercent"), "\"atMostPercent\" limits a \"worth\", and there is none.");
        if (remedy is { Text: AmendsStep.Nothing } wrong)
            entry.Report(wrong.Line, "A rule gives something. Leave the rule out where nothing is given.");
        if (what is { } words)
            _ = TemplateCheck.Check(entry, words, worth > 0 ? ["worth"] : []);
        entry.Close();
        return id is { } named && failure is { } on && remedy is { } give && what is { } said
            ? new(named.Text, on.Text, from, give.Text, worth, share, said.Text)
            : null;
    }
}
