using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Reads <c>solving/messages/&lt;locale&gt;.yaml</c> and <c>handoffs/&lt;locale&gt;.yaml</c>: under each key one text, or
/// several that take turns.
/// </summary>
internal sealed class MessageReader(Problems problems, Wording wording)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read(IReadOnlyList<ContentFile> files, string locale)
    {
        var messages = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (YamlFile.Read(file.Name, file.Text, problems) is not { } map)
                continue;
            foreach (var key in map.Keys)
                ReadMessage(map, key, messages);
        }

        var missing = ContentMessages.Required.Keys.Where(key => !messages.ContainsKey(key)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            problems.Add(files.Count > 0 ? files[0].Name : $"solving/messages/{locale}.yaml", 0,
                $"These messages are missing: {string.Join(", ", missing)}. Write them here or in handoffs/{locale}.yaml.");
        }

        return messages;
    }

    private void ReadMessage(YamlMap map, string key, Dictionary<string, IReadOnlyList<string>> messages)
    {
        var texts = map.Texts(key);
        if (!ContentMessages.Required.TryGetValue(key, out var variables))
        {
            map.Report(map.LineOf(key), $"The bot never says \"{key}\". Check the spelling of the key.");
            return;
        }

        if (!messages.TryAdd(key, [.. texts.Select(text => text.Text)]))
            map.Report(map.LineOf(key), $"\"{key}\" is there already, in another file.");
        if (texts.Count == 0)
            map.Report(map.LineOf(key), $"\"{key}\" has no text.");
        foreach (var text in texts)
        {
            _ = TemplateCheck.Check(map, text, variables);
            WordingCheck.Check(map, text, wording);
        }
    }
}
