using System.Globalization;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Reads <c>acknowledgements/&lt;locale&gt;.yaml</c>: under each act, a list of phrases.</summary>
internal sealed class PhraseReader(Problems problems, Wording wording)
{
    private const string Loss = "loss";

    public IReadOnlyList<AcknowledgementPhrase> Read(ContentFile file)
    {
        var phrases = new List<AcknowledgementPhrase>();
        if (YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return phrases;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in map.Keys)
        {
            if (Names.Find<AcknowledgementAct>(key) is not { } act || act == AcknowledgementAct.None)
            {
                var known = string.Join(", ", Names.Of<AcknowledgementAct>().Skip(1));
                map.Report(map.LineOf(key), $"\"{key}\" is no act. Known are: {known}.");
                continue;
            }

            var openings = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var entry in map.Maps(key))
            {
                if (Read(act, entry) is not { } phrase)
                    continue;
                if (!lines.TryAdd(phrase.Id, entry.Line))
                {
                    map.Report(
                        entry.LineOf("id"), $"The id \"{phrase.Id}\" is there already, on line {lines[phrase.Id]}. Each phrase needs its own.");
                }

                var opening = AcknowledgementHistory.Opening(PhraseStyle.Spoken(phrase.Template, wording)[0]);
                if (!openings.TryAdd(opening, entry.LineOf("text")))
                {
                    map.Report(
                        entry.LineOf("text"), $"The phrase on line {openings[opening]} begins with \"{opening}\" too. Begin this one another way.");
                }

                phrases.Add(phrase);
            }
        }

        return phrases;
    }

    private AcknowledgementPhrase? Read(AcknowledgementAct act, YamlMap entry)
    {
        var id = entry.Required("id");
        var text = entry.Required("text");
        var names = entry.Texts("names");
        var emotions = Names.FindAll<Emotion>(entry, "emotions", "emotion");
        var targets = Names.FindAll<EmotionTarget>(entry, "targets", "target");
        var (from, to) = Intensity(entry);
        entry.Close();
        if (id is null || text is not { } words)
            return null;

        CheckNames(act, entry, words, names);
        foreach (var broken in PhraseStyle.Check(act, words.Text, wording))
            entry.Report(words.Line, broken);
        return new(id.Text, act, emotions, targets, from, to, [.. names.Select(name => name.Text)], words.Text);
    }

    /// <summary>What is named must be declared, so that the phrase is only taken when the customer named it.</summary>
    private static void CheckNames(AcknowledgementAct act, YamlMap entry, YamlText words, IReadOnlyList<YamlText> names)
    {
        // A loss is answered, never repeated.
        foreach (var name in names.Where(name => name.Text != Loss && !ConcreteMention.Nameable.Contains(name.Text)))
            entry.Report(name.Line, $"\"{name.Text}\" cannot be named. Known are: {string.Join(", ", ConcreteMention.Nameable)}, {Loss}.");
        IReadOnlyList<string> known = act == AcknowledgementAct.Safety ? ["helpLine"] : ConcreteMention.Nameable;
        var used = TemplateCheck.Check(entry, words, known);
        foreach (var path in used.Where(path => ConcreteMention.Nameable.Contains(path) && names.All(name => name.Text != path)))
            entry.Report(words.Line, $"{{{{{path}}}}} is used but not declared. Add \"names: [{path}]\".");
        foreach (var name in names.Where(name => ConcreteMention.Nameable.Contains(name.Text) && !used.Contains(name.Text)))
            entry.Report(name.Line, $"\"{name.Text}\" is declared but not used in the text.");
    }

    private static (double From, double To) Intensity(YamlMap entry)
    {
        if (entry.Optional("intensity") is not { } text)
            return (0, 1);
        var parts = text.Text.Split("..", StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Number(parts[0]) is { } from && Number(parts[1]) is { } to && from <= to)
            return (from, to);
        entry.Report(text.Line, "\"intensity\" must be two numbers from 0 to 1, the smaller first, such as 0.3..1.");
        return (0, 1);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1 ? number : null;
}
