using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Handoffs;

/// <summary>
/// Reads <c>handoffs/rules.yaml</c>: what always needs a person, by what is asked for and by words. Without the file nothing
/// does.
/// </summary>
internal sealed class PersonRules
{
    public const string FileName = "handoffs/rules.yaml";

    private readonly IReadOnlyList<PersonRule> rules;

    private PersonRules(IReadOnlyList<PersonRule> rules) => this.rules = rules;

    /// <summary>The id of the first rule that this message falls under, or null.</summary>
    public string? Find(string text, string locale, ContentMatch match)
    {
        var words = Phrase.WordsOf(text.Length > LongestText ? text[..LongestText] : text);
        return rules.FirstOrDefault(rule => match.Sure is { } sure && rule.Matters.Contains(sure.Id) || rule.IsSaid(words, locale))?.Id;
    }

    /// <summary>Reads and checks the file.</summary>
    /// <param name="file">The file, or null.</param>
    /// <param name="locales">Languages that rules may have words of.</param>
    /// <param name="matters">Ids of all articles and procedures.</param>
    /// <param name="problems">Takes what must be mended.</param>
    public static PersonRules Read(ContentFile? file, IReadOnlyList<string> locales, IReadOnlySet<string> matters, Problems problems)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return new([]);
        var rules = map.Maps("rules").Select(entry => ReadRule(entry, locales, matters)).OfType<PersonRule>().ToList();
        foreach (var twice in rules.GroupBy(rule => rule.Id).Where(same => same.Count() > 1))
            map.Report(map.LineOf("rules"), $"The id \"{twice.Key}\" is there twice. Each rule needs its own.");
        map.Close();
        return new(rules);
    }

    /// <summary>Longer messages say what they are about in their first part.</summary>
    private const int LongestText = 2000;

    private static PersonRule? ReadRule(YamlMap entry, IReadOnlyList<string> locales, IReadOnlySet<string> matters)
    {
        var id = entry.Required("id");
        _ = entry.Required("why");
        var about = entry.Texts("matters");
        foreach (var unknown in about.Where(matter => !matters.Contains(matter.Text)))
            entry.Report(unknown.Line, $"There is no article and no procedure \"{unknown.Text}\".");
        var said = new Dictionary<string, PhraseAutomaton>(StringComparer.Ordinal);
        var unless = new Dictionary<string, PhraseAutomaton>(StringComparer.Ordinal);
        foreach (var locale in locales)
        {
            if (PhraseAutomaton.Anywhere(RequestReader.Phrases(entry, locale)) is { } words)
                said[locale] = words;
            if (PhraseAutomaton.Anywhere(RequestReader.Phrases(entry, $"unless-{locale}")) is { } exceptions)
                unless[locale] = exceptions;
        }

        entry.Close();
        if (about.Count == 0 && said.Count == 0)
            entry.Report(entry.Line, $"The rule names nothing. Write articles or procedures under \"matters\", or phrases under {string.Join(", ", locales)}.");
        return id is not { } named ? null : new(named.Text, [.. about.Select(matter => matter.Text)], said, unless);
    }
}

/// <summary>What one rule holds for.</summary>
internal sealed record PersonRule(
    string Id, IReadOnlyList<string> Matters, IReadOnlyDictionary<string, PhraseAutomaton> Said, IReadOnlyDictionary<string, PhraseAutomaton> Unless)
{
    public bool IsSaid(IReadOnlyList<string> words, string locale) => words.Count > 0
        && Said.TryGetValue(locale, out var phrases) && phrases.Matches(words)
        && !(Unless.TryGetValue(locale, out var exceptions) && exceptions.Matches(words));
}
