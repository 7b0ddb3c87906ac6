using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Reads <c>acknowledgements/naming/&lt;locale&gt;.yaml</c>: how what customers name is said back.</summary>
internal sealed class NamingReader(Problems problems)
{
    private static readonly string[] Parts = ["things", "determiners", "times", "counts"];
    private static readonly string[] ListsOfThings = ["ours", "not_awaited", "need_determiner", "places", "asked_for", "not_plural"];

    /// <summary>The words of this file; nothing is named in a language that has none.</summary>
    public NamingWords Read(ContentFile? file)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return NamingWords.None;
        var read = new NamingWords
        {
            Things = map.Map("things") is { } things && map.Map("determiners") is { } determiners ? Things(things, determiners) : new(),
            Spans = map.Map("times") is { } times ? new SpanReader(times).Read() : new(),
            Counts = map.Map("counts") is { } counts ? Counts(counts) : new(),
            Losses = map.Has("losses") && map.Map("losses") is { } losses ? Losses(losses) : new(),
        };
        if (map.Has("mishaps"))
            read = read with { Mishaps = new MishapReader(map, read.Things).Read() };
        foreach (var missing in Parts.Where(key => !map.Has(key)))
            map.Report(0, $"\"{missing}\" is missing.");
        map.Close();
        return read;
    }

    private static ThingWords Things(YamlMap map, YamlMap determiners)
    {
        var said = WordList.Texts(determiners, "said");
        if (said.Count is not (1 or 2 or 4))
        {
            determiners.Report(
                determiners.LineOf("said"), "\"said\" is what makes a thing the customer's: one word, or one for one and for many, or these two and the two polite ones.");
        }

        var words = new ThingWords
        {
            Goods = WordList.Said(map, "goods"),
            Service = WordList.Said(map, "service"),
            General = WordList.Said(map, "general"),
            Ours = WordList.Said(map, "ours"),
            NotAwaited = WordList.Set(map, "not_awaited"),
            NeedDeterminer = WordList.Set(map, "need_determiner"),
            OtherAfter = WordList.Set(map, "other_after"),
            OtherBefore = WordList.Set(map, "other_before"),
            Links = WordList.Set(map, "links"),
            OtherPeople = WordList.Set(map, "other_people"),
            Strangers = WordList.Set(map, "strangers"),
            Sizes = WordList.Set(map, "sizes"),
            Before = WordList.Said(map, "modifiers_before"),
            After = WordList.Said(map, "modifiers_after"),
            Dropped = WordList.Set(map, "dropped"),
            Places = WordList.Set(map, "places"),
            PlaceWords = WordList.Set(map, "place_words"),
            AskedFor = WordList.Set(map, "asked_for"),
            Indefinite = WordList.Set(map, "indefinite"),
            NotThings = WordList.Set(map, "not_things"),
            NotPlural = WordList.Set(map, "not_plural"),
            Mine = WordList.Set(determiners, "mine"),
            Yours = WordList.Set(determiners, "yours"),
            Others = WordList.Set(determiners, "others"),
            OwnerEnding = determiners.Optional("owner_ending")?.Text,
            The = determiners.Optional("said_of_others")?.Text,
            PluralEnding = determiners.Optional("plural_ending")?.Text,
            Your = said.Count switch
            {
                4 => new(said[0], said[1], said[2], said[3]),
                2 => new(said[0], said[1], said[0], said[1]),
                1 => new(said[0], said[0], said[0], said[0]),
                _ => new("", "", "", ""),
            },
        };
        determiners.Close();
        map.Close();
        foreach (var key in ListsOfThings)
        {
            foreach (var odd in WordList.Said(map, key).Keys.Where(word => !words.IsThing(word)))
                map.Report(map.LineOf(key), $"\"{odd}\" in \"{key}\" is no thing: write it under goods, service or general too.");
        }

        return words;
    }

    private static LossWords Losses(YamlMap map)
    {
        var words = new LossWords
        {
            People = WordList.Set(map, "people"),
            Died = WordList.Set(map, "died"),
            Before = WordList.Set(map, "before"),
            OwnerEnding = map.Optional("owner_ending")?.Text,
        };
        map.Close();
        return words;
    }

    private static CountWords Counts(YamlMap map)
    {
        var ordinals = WordList.Said(map, "ordinals");
        var said = ordinals.Values.Distinct().ToList();
        var words = new CountWords
        {
            Times = WordList.Set(map, "times"),
            Ordinals = ordinals.ToDictionary(ordinal => ordinal.Key, ordinal => said.IndexOf(ordinal.Value) + 2, StringComparer.Ordinal),
            OrdinalsSaid = said,
            Endings = WordList.Set(map, "endings"),
            Said = SpanReader.Frame(map, "said"),
            SaidInDigits = map.Has("said_in_digits") ? SpanReader.Frame(map, "said_in_digits") : null,
            Contacts = WordList.Set(map, "contacts"),
            Happenings = WordList.Set(map, "happenings"),
            Passing = WordList.Set(map, "passing"),
        };
        map.Close();
        return words;
    }
}
