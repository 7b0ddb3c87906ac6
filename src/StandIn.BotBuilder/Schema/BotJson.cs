using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StandIn.Bot.Schema;

/// <summary>The protocol's JSON: camelCase for the schema's own types, names as written for the application's, no nulls.</summary>
internal static class BotJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static string Serialize(object value) =>
        value == null ? "null" : JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>The same content as another type.</summary>
    public static T Convert<T>(object value)
    {
        if (value == null)
        {
            return default;
        }

        return value is JsonElement element
            ? element.Deserialize<T>(Options)
            : JsonSerializer.SerializeToElement(value, value.GetType(), Options).Deserialize<T>(Options);
    }

    /// <summary>Only what came from JSON as an object converts; anything else is the caller's mistake.</summary>
    public static T FromParsedObject<T>(object value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } element
            ? element.Deserialize<T>(Options)
            : throw new InvalidCastException($"Unable to cast object of type '{value.GetType()}' to a JSON object.");

    private static JsonSerializerOptions CreateOptions()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(NameInCamelCase);
        resolver.Modifiers.Add(KeepUnknownProperties);
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = resolver,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new LenientStringConverter(), new LenientDateConverter(), new ParsedObjectConverter(), new EntityConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameInCamelCase(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.Assembly == typeof(BotJson).Assembly)
        {
            foreach (var property in type.Properties)
            {
                property.Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            }
        }
    }

    private static void KeepUnknownProperties(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        if (type.Type == typeof(Activity))
        {
            Add<Activity>(item => item.Unknown, (item, unknown) => item.Unknown = unknown);
        }
        else if (type.Type == typeof(ConversationAccount))
        {
            Add<ConversationAccount>(item => item.Unknown, (item, unknown) => item.Unknown = unknown);
        }
        else if (type.Type == typeof(Attachment))
        {
            Add<Attachment>(item => item.Unknown, (item, unknown) => item.Unknown = unknown);
        }
        else if (typeof(ChannelAccount).IsAssignableFrom(type.Type))
        {
            Add<ChannelAccount>(item => item.Unknown, (item, unknown) => item.Unknown = unknown);
        }
        else if (typeof(Entity).IsAssignableFrom(type.Type))
        {
            Add<Entity>(item => item.Unknown, (item, unknown) => item.Unknown = unknown);
        }

        void Add<T>(Func<T, Dictionary<string, JsonElement>> get, Action<T, Dictionary<string, JsonElement>> set)
        {
            var property = type.CreateJsonPropertyInfo(typeof(Dictionary<string, JsonElement>), "$unknown");
            property.Get = item => get((T)item);
            property.Set = (item, unknown) => set((T)item, (Dictionary<string, JsonElement>)unknown);
            property.IsExtensionData = true;
            type.Properties.Add(property);
        }
    }
}
