using System.Globalization;
using System.Text.Json;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Writes and reads the parts of an activity that this bot uses, as they stand on the wire. Spelled out, because the
/// two sides of the package switch bring different serialisers, and the store must not notice which one is in use.
/// </summary>
internal static class ActivityJson
{
    /// <summary>The activity as text.</summary>
    public static string Write(Activity activity) => JsonText.Of(activity, Write);

    /// <summary>Writes the activity where more is written.</summary>
    public static void Write(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartObject();
        Set(json, "type", activity.Type);
        Set(json, "id", activity.Id);
        if (activity.Timestamp is { } at)
            json.WriteString("timestamp", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Set(json, "channelId", activity.ChannelId);
        Set(json, "serviceUrl", activity.ServiceUrl);
        WriteAccount(json, "from", activity.From);
        WriteAccount(json, "recipient", activity.Recipient);
        WriteConversation(json, activity.Conversation);
        Set(json, "replyToId", activity.ReplyToId);
        Set(json, "locale", activity.Locale);
        Set(json, "name", activity.Name);
        Set(json, "action", activity.Action);
        Set(json, "text", activity.Text);
        Set(json, "textFormat", activity.TextFormat);
        Set(json, "speak", activity.Speak);
        Set(json, "summary", activity.Summary);
        Set(json, "inputHint", activity.InputHint);
        Set(json, "attachmentLayout", activity.AttachmentLayout);
        Set(json, "deliveryMode", activity.DeliveryMode);
        SetValue(json, "value", activity.Value);
        SetValue(json, "channelData", (object?)activity.ChannelData);
        if (activity.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            json.WriteStartObject("suggestedActions");
            WriteList(json, "actions", actions, WriteAction);
            json.WriteEndObject();
        }

        if (activity.Attachments is { Count: > 0 } attachments)
            WriteList(json, "attachments", attachments, WriteAttachment);
        if (activity.MembersAdded is { Count: > 0 } added)
            WriteList(json, "membersAdded", added, WriteAccount);
        json.WriteEndObject();
    }

    /// <summary>Reads an activity from its text.</summary>
    public static Activity Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Reads an activity; what it keeps of the JSON is its own.</summary>
    public static Activity Read(JsonElement json)
    {
        var activity = new Activity
        {
            Type = Text(json, "type"),
            Id = Text(json, "id"),
            ChannelId = Text(json, "channelId"),
            ServiceUrl = Text(json, "serviceUrl"),
            From = ReadAccount(Part(json, "from")),
            Recipient = ReadAccount(Part(json, "recipient")),
            Conversation = ReadConversation(Part(json, "conversation")),
            ReplyToId = Text(json, "replyToId"),
            Locale = Text(json, "locale"),
            Name = Text(json, "name"),
            Action = Text(json, "action"),
            Text = Text(json, "text"),
            TextFormat = Text(json, "textFormat"),
            Speak = Text(json, "speak"),
            Summary = Text(json, "summary"),
            InputHint = Text(json, "inputHint"),
            AttachmentLayout = Text(json, "attachmentLayout"),
            DeliveryMode = Text(json, "deliveryMode"),
            Value = Own(Part(json, "value")),
        };
        if (Own(Part(json, "channelData")) is { } channelData)
            activity.ChannelData = channelData;
        if (DateTimeOffset.TryParse(Text(json, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            activity.Timestamp = at;
        if (Part(json, "suggestedActions") is { ValueKind: JsonValueKind.Object } suggested && Part(suggested, "actions") is { ValueKind: JsonValueKind.Array } actions)
            activity.SuggestedActions = new SuggestedActions { Actions = [.. Objects(actions).Select(ReadAction)] };
        if (Part(json, "attachments") is { ValueKind: JsonValueKind.Array } attachments)
            activity.Attachments = [.. Objects(attachments).Select(ReadAttachment)];
        if (Part(json, "membersAdded") is { ValueKind: JsonValueKind.Array } added)
            activity.MembersAdded = [.. Objects(added).Select(member => ReadAccount(member)!)];
        return activity;
    }

    private static void WriteAccount(Utf8JsonWriter json, string name, ChannelAccount? account)
    {
        if (account is null)
            return;
        json.WritePropertyName(name);
        WriteAccount(json, account);
    }

    private static void WriteAccount(Utf8JsonWriter json, ChannelAccount account)
    {
        json.WriteStartObject();
        Set(json, "id", account.Id);
        Set(json, "name", account.Name);
        Set(json, "role", account.Role);
        Set(json, "aadObjectId", account.AadObjectId);
        json.WriteEndObject();
    }

    private static ChannelAccount? ReadAccount(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new ChannelAccount
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        Role = Text(json, "role"),
        AadObjectId = Text(json, "aadObjectId"),
    };

    private static void WriteConversation(Utf8JsonWriter json, ConversationAccount? conversation)
    {
        if (conversation is null)
            return;
        json.WriteStartObject("conversation");
        Set(json, "id", conversation.Id);
        Set(json, "name", conversation.Name);
        Set(json, "conversationType", conversation.ConversationType);
        Set(json, "tenantId", conversation.TenantId);
        if (conversation.IsGroup is { } isGroup)
            json.WriteBoolean("isGroup", isGroup);
        json.WriteEndObject();
    }

    private static ConversationAccount? ReadConversation(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new ConversationAccount
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        ConversationType = Text(json, "conversationType"),
        TenantId = Text(json, "tenantId"),
        IsGroup = Part(json, "isGroup").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
    };

    private static void WriteAction(Utf8JsonWriter json, CardAction action)
    {
        json.WriteStartObject();
        Set(json, "type", action.Type);
        Set(json, "title", action.Title);
        SetValue(json, "value", action.Value);
        json.WriteEndObject();
    }

    private static CardAction ReadAction(JsonElement json) => new()
    {
        Type = Text(json, "type"),
        Title = Text(json, "title"),
        Value = (object?)Text(json, "value") ?? Own(Part(json, "value")),
    };

    private static void WriteAttachment(Utf8JsonWriter json, Attachment attachment)
    {
        json.WriteStartObject();
        Set(json, "contentType", attachment.ContentType);
        Set(json, "contentUrl", attachment.ContentUrl);
        Set(json, "name", attachment.Name);
        SetValue(json, "content", attachment.Content);
        json.WriteEndObject();
    }

    private static Attachment ReadAttachment(JsonElement json) => new()
    {
        ContentType = Text(json, "contentType"),
        ContentUrl = Text(json, "contentUrl"),
        Name = Text(json, "name"),
        Content = ActivityValue.Plain(Part(json, "content")),
    };

    private static void Set(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void SetValue(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        if (value is string text)
            json.WriteStringValue(text);
        else
            ActivityValue.ToJson(value).WriteTo(json);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> list, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in list)
            write(json, item);
        json.WriteEndArray();
    }

    // Anything but text in a text property counts as absent: unknown shapes must not fail a turn.
    private static string? Text(JsonElement json, string name) => Part(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Part(JsonElement json, string name) => json.TryGetProperty(name, out var part) ? part : default;

    private static IEnumerable<JsonElement> Objects(JsonElement list) => list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object);

    // A copy, since the document that it was read from is given back.
    private static JsonElement? Own(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value.Clone();
}
