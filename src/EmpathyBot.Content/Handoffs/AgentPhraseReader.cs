using System.Text.RegularExpressions;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Content.Handoffs;

/// <summary>Reads <c>handoffs/agent-phrases.&lt;locale&gt;.yaml</c>: under each emotion, sentences for agents.</summary>
internal sealed partial class AgentPhraseReader(Problems problems, Wording wording)
{
    /// <summary>What is longer is no sentence to begin with but a letter.</summary>
    private const int MostWords = 40;

    /// <summary>No file, no phrases: agents then write everything themselves.</summary>
    public IReadOnlyList<AgentPhrase> Read(ContentFile? file)
    {
        var phrases = new List<AgentPhrase>();
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return phrases;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in map.Keys)
        {
            if (Names.Find<Emotion>(key) is not { } emotion)
            {
                map.Report(map.LineOf(key), $"\"{key}\" is no emotion. Known are: {string.Join(", ", Names.Of<Emotion>())}.");
                continue;
            }

            foreach (var entry in map.Maps(key))
            {
                if (Read(emotion, entry) is not { } phrase)
                    continue;
                if (!lines.TryAdd(phrase.Id, entry.Line))
                    map.Report(entry.LineOf("id"), $"The id \"{phrase.Id}\" is there already, on line {lines[phrase.Id]}. Each phrase needs its own.");
                phrases.Add(phrase);
            }
        }

        return phrases;
    }

    private AgentPhrase? Read(Emotion emotion, YamlMap entry)
    {
        var id = entry.Required("id");
        var text = entry.Required("text");
        entry.Close();
        if (id is null || text is not { } words)
            return null;

        _ = TemplateCheck.Check(entry, words, []);
        WordingCheck.Check(entry, words, wording);
        foreach (var broken in TemplateText.Readings(words.Text).SelectMany(spoken => Broken(emotion, spoken)).Distinct())
            entry.Report(words.Line, broken);
        return new(id.Text, emotion, words.Text);
    }

    private static IEnumerable<string> Broken(Emotion emotion, string spoken)
    {
        var words = Words().Count(spoken);
        if (words > MostWords)
            yield return $"It has {words} words; a phrase for agents has at most {MostWords}.";
        if (emotion.IsNegative() && spoken.Contains('!', StringComparison.Ordinal))
            yield return "It has an exclamation mark. To someone upset it sounds like shouting or cheer.";
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")]
    private static partial Regex Words();
}
