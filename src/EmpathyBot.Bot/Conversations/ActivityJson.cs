using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Writes and reads the parts of an activity that this bot uses, as they stand on the wire. Spelled out, because the
/// two sides of the package switch bring different serialisers, and the store must not notice which one is in use.
/// </summary>
internal static class ActivityJson
{
    public static JsonObject Write(Activity activity)
    {
        var json = new JsonObject();
        Set(json, "type", activity.Type);
        Set(json, "id", activity.Id);
        if (activity.Timestamp is { } at)
            json["timestamp"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        Set(json, "channelId", activity.ChannelId);
        Set(json, "serviceUrl", activity.ServiceUrl);
        SetObject(json, "from", WriteAccount(activity.From));
        SetObject(json, "recipient", WriteAccount(activity.Recipient));
        SetObject(json, "conversation", WriteConversation(activity.Conversation));
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
        if (activity.Value is not null)
            json["value"] = JsonNode.Parse(ActivityValue.ToJson(activity.Value).GetRawText());
        if (activity.ChannelData is not null)
            json["channelData"] = JsonNode.Parse(ActivityValue.ToJson((object)activity.ChannelData).GetRawText());
        if (activity.SuggestedActions?.Actions is { Count: > 0 } actions)
            json["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. actions.Select(WriteAction)]) };
        if (activity.Attachments is { Count: > 0 } attachments)
            json["attachments"] = new JsonArray([.. attachments.Select(WriteAttachment)]);
        if (activity.MembersAdded is { Count: > 0 } added)
            json["membersAdded"] = new JsonArray([.. added.Select(WriteAccount)]);
        return json;
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

    private static JsonObject? WriteAccount(ChannelAccount? account)
    {
        if (account is null)
            return null;
        var json = new JsonObject();
        Set(json, "id", account.Id);
        Set(json, "name", account.Name);
        Set(json, "role", account.Role);
        Set(json, "aadObjectId", account.AadObjectId);
        return json;
    }

    private static ChannelAccount? ReadAccount(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new ChannelAccount
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        Role = Text(json, "role"),
        AadObjectId = Text(json, "aadObjectId"),
    };

    private static JsonObject? WriteConversation(ConversationAccount? conversation)
    {
        if (conversation is null)
            return null;
        var json = new JsonObject();
        Set(json, "id", conversation.Id);
        Set(json, "name", conversation.Name);
        Set(json, "conversationType", conversation.ConversationType);
        Set(json, "tenantId", conversation.TenantId);
        if (conversation.IsGroup is { } isGroup)
            json["isGroup"] = isGroup;
        return json;
    }

    private static ConversationAccount? ReadConversation(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new ConversationAccount
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        ConversationType = Text(json, "conversationType"),
        TenantId = Text(json, "tenantId"),
        IsGroup = Part(json, "isGroup").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
    };

    private static JsonObject WriteAction(CardAction action)
    {
        var json = new JsonObject();
        Set(json, "type", action.Type);
        Set(json, "title", action.Title);
        if (action.Value is not null)
            json["value"] = JsonNode.Parse(ActivityValue.ToJson(action.Value).GetRawText());
        return json;
    }

    private static CardAction ReadAction(JsonElement json) => new()
    {
        Type = Text(json, "type"),
        Title = Text(json, "title"),
        Value = (object?)Text(json, "value") ?? Own(Part(json, "value")),
    };

    private static JsonObject WriteAttachment(Attachment attachment)
    {
        var json = new JsonObject();
        Set(json, "contentType", attachment.ContentType);
        Set(json, "contentUrl", attachment.ContentUrl);
        Set(json, "name", attachment.Name);
        if (attachment.Content is not null)
            json["content"] = JsonNode.Parse(ActivityValue.ToJson(attachment.Content).GetRawText());
        return json;
    }

    private static Attachment ReadAttachment(JsonElement json) => new()
    {
        ContentType = Text(json, "contentType"),
        ContentUrl = Text(json, "contentUrl"),
        Name = Text(json, "name"),
        Content = ActivityValue.Plain(Part(json, "content")),
    };

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }

    private static void SetObject(JsonObject json, string name, JsonObject? value)
    {
        if (value is not null)
            json[name] = value;
    }

    // Anything but text in a text property counts as absent: unknown shapes must not fail a turn.
    private static string? Text(JsonElement json, string name) => Part(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Part(JsonElement json, string name) => json.TryGetProperty(name, out var part) ? part : default;

    private static IEnumerable<JsonElement> Objects(JsonElement list) => list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object);

    // A copy, since the document that it was read from is given back.
    private static JsonElement? Own(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value.Clone();
}
