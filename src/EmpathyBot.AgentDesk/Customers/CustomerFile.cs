using System.Text.Encodings.Web;
using System.Text.Json;
using EmpathyBot.Domain.Customers;

namespace EmpathyBot.AgentDesk.Customers;

/// <summary>All that is kept of a customer as one JSON file, to be handed to them.</summary>
public static class CustomerFile
{
    /// <summary>Customers read it: letters stay letters.</summary>
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file.</summary>
    /// <param name="to">Where it goes; stays open.</param>
    /// <param name="record">What is kept.</param>
    /// <param name="at">When it was read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(Stream to, CustomerRecord record, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("exportedAt", at);
        json.WriteString("channel", record.Customer.Channel);
        json.WriteString("userId", record.Customer.UserId);
        Write(json, "memory", record.Memory);
        json.WriteStartArray("conversations");
        foreach (var conversation in record.Conversations)
        {
            Write(json, conversation);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConversationRecord conversation)
    {
        json.WriteStartObject();
        json.WriteString("id", conversation.Id);
        json.WriteString("createdAt", conversation.CreatedAt);
        if (conversation.LeftAt is { } left)
            json.WriteString("leftAt", left);
        Write(json, "activities", conversation.Activities);
        Write(json, "events", conversation.Events);
        Write(json, "handoffs", conversation.Tickets);
        json.WriteStartArray("files");
        foreach (var file in conversation.Attachments)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("contentType", file.ContentType);
            json.WriteBase64String("content", file.Content.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "state", conversation.State);
        Write(json, "dialogs", conversation.Dialogs);
        Write(json, "reference", conversation.Reference);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            Write(json, text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        if (text is null)
            json.WriteNullValue();
        else
            Write(json, text);
    }

    /// <summary>Parsed and written anew: the stored text escapes what a reader wants to read.</summary>
    private static void Write(Utf8JsonWriter json, string text)
    {
        using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
        parsed.RootElement.WriteTo(json);
    }
}
