namespace EmpathyBot.Content.Reading;

/// <summary>Names of enum values as authors write them: <c>deEscalate</c>.</summary>
internal static class Names
{
    public static IReadOnlyList<string> Of<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The value with this name, or null.</summary>
    public static T? Find<T>(string name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == name)
                return value;
        }

        return null;
    }

    /// <summary>The values named under a key; each unknown one is reported.</summary>
    public static IReadOnlyList<T> FindAll<T>(YamlMap map, string key, string what) where T : struct, Enum
    {
        var found = new List<T>();
        foreach (var text in map.Texts(key))
        {
            if (Find<T>(text.Text) is { } value)
                found.Add(value);
            else
                map.Report(text.Line, $"\"{text.Text}\" is no {what}. Known are: {string.Join(", ", Of<T>())}.");
        }

        return found;
    }
}
