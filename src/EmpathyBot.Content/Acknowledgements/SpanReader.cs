using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Reads the <c>times</c> of a naming file: how a wait is said back.</summary>
internal sealed class SpanReader(YamlMap map)
{
    public SpanWords Read()
    {
        var numbers = WordList.Texts(map, "numbers");
        var amounts = new Dictionary<string, string>(WordList.Said(map, "amounts"), StringComparer.Ordinal);
        foreach (var number in numbers.Skip(2))
            amounts.TryAdd(NamingWords.Key(number), number);
        var words = new SpanWords
        {
            Units = Units(),
            Numbers = numbers,
            Amounts = amounts,
            Articles = WordList.Set(map, "articles"),
            AfterThem = WordList.Set(map, "article_after"),
            Halves = WordList.Set(map, "halves"),
            Between = WordList.Set(map, "between"),
            BareAfter = WordList.Set(map, "bare_after"),
            NotAfter = WordList.Set(map, "not_after"),
            NotBefore = WordList.Set(map, "not_before"),
            LeftWords = WordList.Set(map, "left_words"),
            HavingWords = WordList.Set(map, "having_words"),
            Ago = WordList.Set(map, "ago"),
            Arrivals = WordList.Set(map, "arrivals"),
            AfterWords = WordList.Set(map, "after_words"),
            Still = WordList.Set(map, "still"),
            Lives = WordList.Set(map, "lives"),
            Waits = WordList.Set(map, "waits"),
            Since = WordList.Set(map, "since"),
            Beginnings = WordList.Said(map, "beginnings"),
            SaidLength = Frame(map, "said"),
            SaidSince = Frame(map, "said_since"),
        };
        map.Close();
        return words;
    }

    /// <summary>A frame with a star for what is put in.</summary>
    public static string Frame(YamlMap map, string key)
    {
        if (map.Required(key) is not { } frame)
            return "*";
        if (!frame.Text.Contains('*', StringComparison.Ordinal))
            map.Report(frame.Line, $"\"{key}\" needs a star (*) where the words are put in.");
        return frame.Text;
    }

    private Dictionary<string, TimeUnit> Units()
    {
        var units = new Dictionary<string, TimeUnit>(StringComparer.Ordinal);
        foreach (var name in map.Map("units") is { } all ? all.Keys.Select(key => (Map: all, Key: key)) : [])
        {
            if (name.Map.Map(name.Key) is not { } entry)
                continue;
            var words = WordList.Set(entry, "words");
            var one = entry.Required("one")?.Text ?? "";
            var many = entry.Required("many")?.Text ?? "";
            var unit = new TimeUnit(entry.Optional("some")?.Text ?? one, one, entry.Optional("half")?.Text, many, entry.Flag("short"));
            entry.Close();
            foreach (var word in words.Where(word => !units.TryAdd(word, unit)))
                entry.Report(entry.LineOf("words"), $"\"{word}\" belongs to two units.");
        }

        if (units.Count == 0)
            map.Report(map.LineOf("units"), "\"units\" is missing: write the units of time and their words.");
        return units;
    }
}
