using System.Text.Json;

namespace EmpathyBot.Workbench.Solving;

/// <summary>A message and what it asks for.</summary>
internal sealed record LabelledText(string Text, string Label);

/// <summary>
/// Reads labelled messages, packed (<c>.gz</c>) or not: <c>.csv</c> and <c>.tsv</c> with text and label, <c>.jsonl</c>
/// with objects, <c>.json</c> with lists of pairs by name.
/// </summary>
internal static class LabelledTexts
{
    private static readonly string[] TextNames = ["text", "utterance", "query", "message"];
    private static readonly string[] LabelNames = ["label", "intent", "category"];

    /// <summary>Reads a file; <c>file.json#val</c> is the list "val" of a file.</summary>
    /// <exception cref="InputException">The file is not there or a line of it cannot be used; file, line and reason are told.</exception>
    public static IReadOnlyList<LabelledText> Read(string name)
    {
        var mark = name.LastIndexOf('#');
        var part = mark > 0 ? name[(mark + 1)..] : null;
        var file = new FileInfo(mark > 0 ? name[..mark] : name);
        var form = Path.GetExtension(file.Extension == ".gz" ? Path.GetFileNameWithoutExtension(file.Name) : file.Name);
        var lines = TextLines.Read(file);
        if (part is not null && form != ".json")
            throw new InputException($"Only a .json file has lists such as \"{part}\".");
        List<LabelledText> texts = form switch
        {
            ".csv" => ReadColumns(file, Joined(lines), SplitCsv),
            ".tsv" => ReadColumns(file, lines, (_, line) => line.Line.Split('\t')),
            ".jsonl" => [.. lines.Select(line => ReadObject(file, line))],
            ".json" => ReadLists(file, lines, part),
            _ => throw new InputException($"The file {file.Name} must end in .csv, .tsv, .jsonl or .json (and .gz when packed)."),
        };
        return texts.Count > 0 ? texts : throw new InputException($"The file {file.Name} holds no labelled message.");
    }

    private static List<LabelledText> ReadColumns(
        FileInfo file, IReadOnlyList<(int Number, string Line)> lines, Func<FileInfo, (int Number, string Line), string[]> split)
    {
        var (text, label) = (0, 1);
        var texts = new List<LabelledText>();
        foreach (var line in lines)
        {
            var fields = split(file, line);
            var header = fields.Select(field => field.Trim().ToLowerInvariant()).ToList();
            if (texts.Count == 0 && header.FindIndex(TextNames.Contains) is >= 0 and var textAt && header.FindIndex(LabelNames.Contains) is >= 0 and var labelAt)
            {
                (text, label) = (textAt, labelAt);
                continue;
            }

            if (fields.Length <= Math.Max(text, label))
                throw new InputException($"{file.Name}, line {line.Number}: a text and a label were expected, {fields.Length} field(s) found.");
            texts.Add(Checked(file, line.Number, fields[text], fields[label]));
        }

        return texts;
    }

    /// <summary>A quoted text may run over several lines: they are one.</summary>
    private static List<(int Number, string Line)> Joined(IReadOnlyList<(int Number, string Line)> lines)
    {
        var joined = new List<(int Number, string Line)>();
        var isOpen = false;
        foreach (var (number, line) in lines)
        {
            if (isOpen)
                joined[^1] = (joined[^1].Number, $"{joined[^1].Line} {line}");
            else
                joined.Add((number, line));
            isOpen ^= line.Count(sign => sign == '"') % 2 == 1;
        }

        return joined;
    }

    /// <summary>Fields parted by commas; quotes hold commas, and a doubled quote is one.</summary>
    private static string[] SplitCsv(FileInfo file, (int Number, string Line) line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < line.Line.Length; at++)
        {
            var sign = line.Line[at];
            if (sign == '"' && isQuoted && at + 1 < line.Line.Length && line.Line[at + 1] == '"')
                field.Append(line.Line[at++]);
            else if (sign == '"' && (isQuoted || field.Length == 0))
                isQuoted = !isQuoted;
            else if (sign == ',' && !isQuoted)
                Take();
            else
                field.Append(sign);
        }

        if (isQuoted)
            throw new InputException($"{file.Name}, line {line.Number}: a quote is opened and not closed.");
        Take();
        return [.. fields];

        void Take()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }

    private static LabelledText ReadObject(FileInfo file, (int Number, string Line) line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Line);
            return Checked(file, line.Number, Find(json.RootElement, TextNames), Find(json.RootElement, LabelNames));
        }
        catch (JsonException broken)
        {
            throw new InputException($"{file.Name}, line {line.Number}: this is not JSON: {broken.Message}", broken);
        }
    }

    private static List<LabelledText> ReadLists(FileInfo file, IReadOnlyList<(int Number, string Line)> lines, string? part)
    {
        try
        {
            using var json = JsonDocument.Parse(string.Join('\n', lines.Select(line => line.Line)));
            if (json.RootElement.ValueKind != JsonValueKind.Object || part is null)
                throw new InputException($"Say which list of {file.Name} is meant: {file.Name}#name.");
            if (!json.RootElement.TryGetProperty(part, out var list) || list.ValueKind != JsonValueKind.Array)
                throw new InputException($"There is no list \"{part}\" in {file.Name}. There are: {string.Join(", ", json.RootElement.EnumerateObject().Select(entry => entry.Name))}.");
            return [.. list.EnumerateArray().Select((pair, at) => pair is { ValueKind: JsonValueKind.Array } && pair.GetArrayLength() == 2
                ? Checked(file, at + 1, Plain(pair[0]), Plain(pair[1]))
                : throw new InputException($"{file.Name}: entry {at + 1} of \"{part}\" is no pair of text and label."))];
        }
        catch (JsonException broken)
        {
            throw new InputException($"The file {file.Name} is not JSON: {broken.Message}", broken);
        }
    }

    private static string? Find(JsonElement element, string[] names) => element.ValueKind == JsonValueKind.Object
        ? names.Select(name => element.TryGetProperty(name, out var value) ? Plain(value) : null).FirstOrDefault(value => value is not null)
        : null;

    private static string? Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static LabelledText Checked(FileInfo file, int number, string? text, string? label) =>
        string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(label)
            ? throw new InputException($"{file.Name}, line {number}: the {(string.IsNullOrWhiteSpace(text) ? "text" : "label")} is missing.")
            : new(text.Trim(), label.Trim());
}
