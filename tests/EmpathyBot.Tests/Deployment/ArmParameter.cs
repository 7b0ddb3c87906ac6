using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

/// <summary>What a template says of a parameter, and whether a value keeps to it.</summary>
internal static class ArmParameter
{
    public static IEnumerable<string> Problems(string name, JsonObject about, JsonNode? value)
    {
        var type = ((string?)about["type"] ?? "").ToUpperInvariant();
        if (type.StartsWith("SECURE", StringComparison.Ordinal) && about["defaultValue"] is JsonValue secret && (string?)secret != "")
            yield return $"The secret {name} has a default value.";
        if (value is null)
            yield break;
        var kind = value.GetValueKind();
        var fits = type switch
        {
            "STRING" or "SECURESTRING" => kind == System.Text.Json.JsonValueKind.String,
            "INT" => kind == System.Text.Json.JsonValueKind.Number,
            "BOOL" => kind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
            "ARRAY" => kind == System.Text.Json.JsonValueKind.Array,
            _ => kind == System.Text.Json.JsonValueKind.Object,
        };
        if (!fits)
            yield return $"The parameter {name} is no {about["type"]}.";
        else if (about["allowedValues"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            yield return $"The parameter {name} is {value}, which is not allowed.";
        else if (kind == System.Text.Json.JsonValueKind.Number && ((int)value < ((int?)about["minValue"] ?? int.MinValue) || (int)value > ((int?)about["maxValue"] ?? int.MaxValue)))
            yield return $"The parameter {name} is {value}, out of its range.";
        else if (kind == System.Text.Json.JsonValueKind.String && (((string)value!).Length < ((int?)about["minLength"] ?? 0) || ((string)value!).Length > ((int?)about["maxLength"] ?? int.MaxValue)))
            yield return $"The parameter {name} is too short or too long.";
    }
}
