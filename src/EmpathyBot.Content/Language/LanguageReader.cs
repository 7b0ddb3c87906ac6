using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Language;

/// <summary>What a language file holds.</summary>
internal sealed record LanguageFile(AskingWords Asking, AddressWords Address, AnswerWords Answers, ValueWords Values, Wording Wording)
{
    public static LanguageFile Nothing { get; } = new(AskingWords.None, AddressWords.None, AnswerWords.None, ValueWords.AsGiven, Wording.Anything);
}

/// <summary>Reads <c>language/&lt;locale&gt;.yaml</c>: the words of asking, of address and of answers, how values are said, and what may not be.</summary>
internal sealed class LanguageReader(Problems problems)
{
    public LanguageFile Read(ContentFile? file)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return LanguageFile.Nothing;
        var asking = map.Map("asking") is { } words ? Asking(words) : AskingWords.None;
        var address = map.Map("address") is { } forms ? Address(forms) : AddressWords.None;
        var answers = map.Map("answers") is { } given ? Answers(given) : AnswerWords.None;
        var values = map.Map("values") is { } said ? ValueReader.Read(said) : ValueWords.AsGiven;
        var apologies = Phrases(map, "apologies");
        var banned = map.Maps("banned").Select(Banned).OfType<BannedWording>().ToList();
        var samples = map.Map("samples") is { } named ? Samples(named) : [];
        map.Close();
        return new(asking, address, answers, values, new(banned, PhraseAutomaton.Anywhere(apologies), samples));
    }

    private static AskingWords Asking(YamlMap map)
    {
        var words = WordList.Texts(map, "words").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = WordList.Texts(map, "parts");
        map.Close();
        return new(words, parts);
    }

    private static AnswerWords Answers(YamlMap map)
    {
        AnswerWords answers = new(
            WordList.Set(map, "yes"), WordList.Set(map, "yes_begins"), WordList.Set(map, "no"), WordList.Set(map, "refusing"), WordList.Set(map, "postcode"));
        map.Close();
        return answers;
    }

    private static AddressWords Address(YamlMap map)
    {
        var (formal, familiar) = (WordList.Set(map, "formal"), WordList.Set(map, "familiar"));
        map.Close();
        foreach (var both in formal.Where(familiar.Contains))
            map.Report(map.LineOf("familiar"), $"\"{both}\" stands under formal too: a word that is both shows neither.");
        return new(formal, familiar);
    }

    private static Dictionary<string, string> Samples(YamlMap map)
    {
        var samples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ConcreteMention.Nameable)
        {
            if (map.Required(name) is { } sample)
                samples[name] = sample.Text;
        }

        map.Close();
        return samples;
    }

    private static BannedWording? Banned(YamlMap entry)
    {
        var why = entry.Required("why");
        var wordings = Phrases(entry, "wordings");
        if (wordings.Count == 0)
            entry.Report(entry.Line, "\"wordings\" is missing: write the phrases that may not be said.");
        entry.Close();
        return why is { } reason && PhraseAutomaton.Anywhere(wordings) is { } automaton ? new(automaton, reason.Text) : null;
    }

    private static List<Phrase> Phrases(YamlMap map, string key)
    {
        var phrases = new List<Phrase>();
        foreach (var text in map.Texts(key))
        {
            if (Phrase.Parse(text.Text) is { } phrase)
                phrases.Add(phrase);
            else
                map.Report(text.Line, $"\"{text.Text}\" is not a phrase. {Phrase.HowToWrite}");
        }

        return phrases;
    }
}
