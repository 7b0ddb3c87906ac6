using EmpathyBot.Content.Reading;

namespace EmpathyBot.Content.Solving;

/// <summary>One operation of the company's systems, as <c>solving/operations.yaml</c> describes it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Arguments">Arguments it takes, all of them needed.</param>
/// <param name="Gives">What it gives, as dotted paths, with the values each may have; null means any text.</param>
internal sealed record Operation(string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, IReadOnlyList<string>?> Gives);

/// <summary>What procedures may call: procedures are checked against it, so that a mistyped field is found at load.</summary>
internal static class Operations
{
    public const string FileName = "solving/operations.yaml";

    private static readonly string[] Outcomes = ["ok", "not_found", "refused", "unavailable"];

    public static IReadOnlyDictionary<string, Operation> Read(ContentFile? file, Problems problems)
    {
        var operations = new Dictionary<string, Operation>(StringComparer.Ordinal);
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return operations;
        foreach (var name in map.Keys)
        {
            if (map.Map(name) is not { } entry)
                continue;
            _ = entry.Required("does");
            var arguments = entry.Texts("arguments").Select(argument => argument.Text).ToList();
            var gives = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal) { ["outcome"] = Outcomes };
            if (entry.Map("gives") is { } given)
                ReadGiven(given, "", gives);
            entry.Close();
            operations[name] = new(name, arguments, gives);
        }

        return operations;
    }

    private static void ReadGiven(YamlMap map, string prefix, Dictionary<string, IReadOnlyList<string>?> gives)
    {
        foreach (var key in map.Keys)
        {
            var path = prefix + key;
            if (map.IsMap(key))
            {
                ReadGiven(map.Map(key)!, path + ".", gives);
                continue;
            }

            var values = map.Texts(key).Select(value => value.Text).ToList();
            gives[path] = values is ["text"] ? null : values;
        }
    }
}
