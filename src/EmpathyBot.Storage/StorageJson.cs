using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Storage;

/// <summary>Domain values as they are stored: plain JSON, short discriminators, enums by name, no type names of ours.</summary>
internal static class StorageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = StorageJsonContext.Default.WithAddedModifier(LeaveOutWhatFollows),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Any customer's script in a byte or two a letter; this JSON is never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Databases that keep JSON parsed (jsonb) give it back in their own order.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>What a thread writes into is kept by it up to this size.</summary>
    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _kept;

    private static readonly JsonTypeInfo<Conversation> ConversationType = (JsonTypeInfo<Conversation>)Options.GetTypeInfo(typeof(Conversation));
    private static readonly JsonTypeInfo<ConversationEvent> EventType = (JsonTypeInfo<ConversationEvent>)Options.GetTypeInfo(typeof(ConversationEvent));
    private static readonly JsonTypeInfo<HandoffTicket> TicketType = (JsonTypeInfo<HandoffTicket>)Options.GetTypeInfo(typeof(HandoffTicket));
    private static readonly JsonTypeInfo<CustomerMemory> MemoryType = (JsonTypeInfo<CustomerMemory>)Options.GetTypeInfo(typeof(CustomerMemory));

    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, ConversationType);

    /// <summary>The same in UTF-8, for a database that takes it so.</summary>
    public static byte[] WriteUtf8(Conversation conversation) => JsonSerializer.SerializeToUtf8Bytes(conversation, ConversationType);

    /// <summary>One JSON array of all events, in UTF-8.</summary>
    public static byte[] WriteUtf8(IReadOnlyList<ConversationEvent> events) =>
        WriteArray(events, static (json, happened) => JsonSerializer.Serialize(json, happened, EventType));

    /// <summary>One JSON array of all activities, which are JSON already, in UTF-8.</summary>
    public static byte[] WriteUtf8(IReadOnlyList<OutgoingActivity> activities) =>
        WriteArray(activities, static (json, activity) => json.WriteRawValue(activity.Json));

    private static byte[] WriteArray<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        var (bytes, json) = _kept ??= New();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
        json.Flush();
        if (bytes.Capacity > MostKept)
            _kept = null;
        return bytes.WrittenSpan.ToArray();
    }

    public static string Write(ConversationEvent happened) => JsonSerializer.Serialize(happened, EventType);

    public static string Write(HandoffTicket ticket) => JsonSerializer.Serialize(ticket, TicketType);

    public static string Write(CustomerMemory memory) => JsonSerializer.Serialize(memory, MemoryType);

    public static Conversation ReadConversation(string json) => Some(JsonSerializer.Deserialize(json, ConversationType));

    public static ConversationEvent ReadEvent(string json) => Some(JsonSerializer.Deserialize(json, EventType));

    public static HandoffTicket ReadTicket(string json) => Some(JsonSerializer.Deserialize(json, TicketType));

    public static CustomerMemory ReadMemory(string json) => Some(JsonSerializer.Deserialize(json, MemoryType));

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        return (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Options.Encoder }));
    }

    private static T Some<T>(T? value) where T : class => value ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    /// <summary>Properties that only follow from others (<c>IsOpen</c>, <c>Current</c>) are not stored.</summary>
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index] is { Set: null, AssociatedParameter: null })
                type.Properties.RemoveAt(index);
        }
    }
}

[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(HandoffTicket))]
[JsonSerializable(typeof(CustomerMemory))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
