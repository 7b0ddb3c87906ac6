using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace EmpathyBot.Content.Reading;

/// <summary>
/// A YAML mapping whose keys are asked for one by one. What was never asked for is reported by <see cref="Close"/>: a
/// mistyped key must not be passed over in silence.
/// </summary>
internal sealed class YamlMap
{
    private readonly Problems _problems;
    private readonly int _offset;
    private readonly Dictionary<string, (YamlNode Value, int Line)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public YamlMap(string file, YamlMappingNode node, Problems problems, int offset)
    {
        File = file;
        _problems = problems;
        _offset = offset;
        Line = LineOf(node);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
                _entries[name] = (value, LineOf(key));
            else
                Report(LineOf(key), "A key must be a plain word.");
        }
    }

    public string File { get; }

    public int Line { get; }

    public IEnumerable<string> Keys => _entries.Keys;

    public void Report(int line, string sentence) => _problems.Add(File, line, sentence);

    /// <summary>The line of a key, or of the mapping when the key is not there.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>A text that must be there and not be empty; null, with the error reported, when it is not.</summary>
    public YamlText? Required(string key)
    {
        var found = Optional(key);
        if (found is null && !_entries.ContainsKey(key))
            Report(Line, $"\"{key}\" is missing.");
        return found;
    }

    /// <summary>A text, or null when it is not there.</summary>
    public YamlText? Optional(string key) => Find(key) is { } node ? Scalar(node, key) : null;

    /// <summary>A whole number within limits, or the default.</summary>
    public int Number(string key, int otherwise, int from, int to)
    {
        if (Optional(key) is not { } text)
            return otherwise;
        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;
        Report(text.Line, $"\"{key}\" must be a whole number from {from} to {to}.");
        return otherwise;
    }

    /// <summary>true or false, or the default.</summary>
    public bool Flag(string key, bool otherwise = false)
    {
        if (Optional(key) is not { } text)
            return otherwise;
        if (text.Text is "true" or "false")
            return text.Text == "true";
        Report(text.Line, $"\"{key}\" must be true or false.");
        return otherwise;
    }

    /// <summary>A list of texts; a single text counts as a list of one. Empty when the key is not there.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(child => Scalar(child, key)).OfType<YamlText>()],
        var single => Scalar(single, key) is { } text ? [text] : [],
    };

    /// <summary>A mapping under a key, or null when it is not there.</summary>
    public YamlMap? Map(string key)
    {
        var node = Find(key);
        if (node is YamlMappingNode map)
            return new YamlMap(File, map, _problems, _offset);
        if (node is not null)
            Report(LineOf(node), $"\"{key}\" must hold \"key: value\" lines.");
        return null;
    }

    /// <summary>A list of mappings under a key. Empty when the key is not there.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var node = Find(key);
        if (node is null)
            return [];
        if (node is not YamlSequenceNode list)
        {
            Report(LineOf(node), $"\"{key}\" must be a list: each entry begins with a dash.");
            return [];
        }

        var maps = new List<YamlMap>();
        foreach (var child in list.Children)
        {
            if (child is YamlMappingNode map)
                maps.Add(new YamlMap(File, map, _problems, _offset));
            else
                Report(LineOf(child), $"An entry of \"{key}\" must hold \"key: value\" lines.");
        }

        return maps;
    }

    /// <summary>True when the value under the key is a mapping.</summary>
    public bool IsMap(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is YamlMappingNode;

    /// <summary>Reports each key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, entry) in _entries)
        {
            if (!_asked.Contains(key))
                Report(entry.Line, $"\"{key}\" is not known here. Known are: {string.Join(", ", _asked.Distinct())}.");
        }
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private YamlText? Scalar(YamlNode node, string key)
    {
        if (node is not YamlScalarNode scalar)
        {
            Report(LineOf(node), $"\"{key}\" must be a text. Put it in quotes when it begins with a sign such as {{ or [.");
            return null;
        }

        var text = scalar.Value?.Trim() ?? "";
        if (text.Length > 0)
            return new(text, LineOf(node));
        Report(LineOf(node), $"\"{key}\" is empty.");
        return null;
    }

    private int LineOf(YamlNode node) => (int)node.Start.Line + _offset;
}
