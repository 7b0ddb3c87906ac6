using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Reads the <c>mishaps</c> of a naming file: what may go wrong for customers, and how it is said back.</summary>
/// <param name="file">The whole naming file.</param>
/// <param name="things">Its things.</param>
internal sealed class MishapReader(YamlMap file, ThingWords things)
{
    private const string Slot = "thing";
    private const string Goods = "goods";

    public MishapFinder Read()
    {
        if (file.Map("mishaps") is not { } map)
            return new([], null, things);
        var kinds = Kinds(map);
        var supposed = PhraseAutomaton.Anywhere(RequestReader.Phrases(map, "supposed"));
        var mishaps = map.Maps("known").Select(entry => Read(entry, kinds)).OfType<KnownMishap>().ToList();
        map.Close();
        return new(mishaps, supposed, things);
    }

    /// <summary>Names for groups of things; goods are one already.</summary>
    private Dictionary<string, IReadOnlySet<string>> Kinds(YamlMap map)
    {
        var kinds = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [Goods] = things.Goods.Keys.ToHashSet(StringComparer.Ordinal) };
        if (map.Map("kinds") is not { } named)
            return kinds;
        foreach (var kind in named.Keys)
        {
            kinds[kind] = WordList.Set(named, kind);
            foreach (var odd in kinds[kind].Where(word => !things.IsThing(word)))
                named.Report(named.LineOf(kind), $"\"{odd}\" is no thing: write it under goods, service or general too.");
        }

        return kinds;
    }

    private static KnownMishap? Read(YamlMap entry, Dictionary<string, IReadOnlySet<string>> kinds)
    {
        var says = entry.Required("says");
        var thing = entry.Optional("thing");
        var of = entry.Texts("of");
        var isOwnDoing = entry.Flag("own");
        var when = RequestReader.Phrases(entry, "when");
        var unless = RequestReader.Phrases(entry, "unless");
        entry.Close();
        if (when.Count == 0)
            entry.Report(entry.Line, "\"when\" is missing: write how customers tell of it.");
        foreach (var odd in of.Where(kind => !kinds.ContainsKey(kind.Text)))
            entry.Report(odd.Line, $"\"{odd.Text}\" is no kind of things. Known are: {string.Join(", ", kinds.Keys)}.");
        if (says is not { } clause)
            return null;

        CheckClause(entry, clause, thing, of.Count > 0);
        if (PhraseAutomaton.Anywhere(when) is not { } told)
            return null;
        return new(
            TemplateText.Readings(clause.Text), thing is { } other ? TemplateText.Readings(other.Text) : [],
            of.SelectMany(kind => kinds.GetValueOrDefault(kind.Text) ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal),
            isOwnDoing, told, PhraseAutomaton.Anywhere(unless));
    }

    private static void CheckClause(YamlMap entry, YamlText clause, YamlText? thing, bool hasKinds)
    {
        var used = TemplateCheck.Check(entry, clause, [Slot, "formal"]);
        if (char.IsUpper(clause.Text[0]) || clause.Text[^1] is '.' or '!' or '?')
            entry.Report(clause.Line, "\"says\" is a clause inside a sentence: no capital at its beginning and no full stop at its end.");
        if (used.Contains(Slot) && thing is null && !hasKinds)
            entry.Report(clause.Line, "Write under \"of\" which things may be put in for {{thing}}, or under \"thing\" what is put in.");
        if (!used.Contains(Slot) && (thing is not null || hasKinds))
            entry.Report(clause.Line, "\"thing\" or \"of\" is given but {{thing}} is not used in \"says\".");
    }
}
