using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StandIn.Bot.Builder;

/// <summary>JSON that remembers the types of what it holds. It never leaves the process, so the names are safe to resolve.</summary>
internal static class TypedJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    public static JsonObject ToNode(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Options) as JsonObject
        ?? throw new ArgumentException($"Object serialized to something that is not a JSON object: {value.GetType()}.", nameof(value));

    public static object FromNode(JsonObject node, Type type) => node.Deserialize(type, Options);

    private static JsonSerializerOptions CreateOptions()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(FillReadOnlyCollections);
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = resolver,
            IncludeFields = true,
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new TypedObjectConverter(), new EntityConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void FillReadOnlyCollections(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.GetConstructor(Type.EmptyTypes) == null)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.Set == null && property.PropertyType != typeof(string) && typeof(IList).IsAssignableFrom(property.PropertyType) && !property.PropertyType.IsArray)
            {
                property.ObjectCreationHandling = JsonObjectCreationHandling.Populate;
            }
        }
    }

    /// <summary>
    /// Values of unknown type. Whole numbers come back as long, fractions as double and names of all kinds as text, as they do from
    /// any JSON storage; everything else comes back as the type it was.
    /// </summary>
    private sealed class TypedObjectConverter : JsonConverter<object>
    {
        private const string TypeName = "$type";
        private const string ValueName = "$value";

        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Null:
                    return null;
                case JsonTokenType.String:
                    return reader.GetString();
                case JsonTokenType.True:
                    return true;
                case JsonTokenType.False:
                    return false;
                case JsonTokenType.Number:
                    return reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
                default:
                    var element = JsonElement.ParseValue(ref reader);
                    return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(TypeName, out var name)
                        ? element.GetProperty(ValueName).Deserialize(Type.GetType(name.GetString(), throwOnError: true), options)
                        : (object)element;
            }
        }

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case string or bool or int or long or short or byte or sbyte or ushort or uint or ulong or float or double or decimal or Guid or TimeSpan or Uri or char:
                    JsonSerializer.Serialize(writer, value, value.GetType(), options);
                    break;
                case Enum:
                    writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                    break;
                case JsonElement or JsonNode:
                    JsonSerializer.Serialize(writer, value, value.GetType(), options);
                    break;
                default:
                    writer.WriteStartObject();
                    writer.WriteString(TypeName, value.GetType().AssemblyQualifiedName);
                    writer.WritePropertyName(ValueName);
                    if (value.GetType() == typeof(object))
                    {
                        writer.WriteStartObject();
                        writer.WriteEndObject();
                    }
                    else
                    {
                        JsonSerializer.Serialize(writer, value, value.GetType(), options);
                    }

                    writer.WriteEndObject();
                    break;
            }
        }
    }
}
