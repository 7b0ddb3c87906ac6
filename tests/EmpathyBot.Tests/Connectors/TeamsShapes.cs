using System.Text.Json.Nodes;
using EmpathyBot.Tests.Identity;

namespace EmpathyBot.Tests.Connectors;

/// <summary>Activities as Teams sends them, made from the documented shapes.</summary>
internal static class TeamsShapes
{
    public const string Bot = "28:" + Minted.AppId;
    public const string Personal = "a:1pL6i0oY3C0K8oAj8";
    public const string Group = "19:c0ffee@thread.v2";
    public const string Channel = "19:cafe@thread.tacv2;messageid=1700000000001";

    public static JsonObject InPersonal(string serviceUrl, string id, string? text) => Message(serviceUrl, id, text, Personal, "personal", "29:ada");

    /// <summary>A message in a channel or group; the bot is mentioned, or it would not be told.</summary>
    public static JsonObject InChannel(string serviceUrl, string id, string text, string from = "29:ada", string conversation = Channel)
    {
        var activity = Message(serviceUrl, id, $"<at>Linden Assistant</at>&nbsp;{text}\n", conversation, conversation == Group ? "groupChat" : "channel", from);
        activity["conversation"]!["isGroup"] = true;
        activity["entities"]!.AsArray().Add(Mention(Bot, "Linden Assistant"));
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{text}</div>" });
        return activity;
    }

    public static JsonObject Mention(string id, string name) => new()
    {
        ["type"] = "mention", ["text"] = $"<at>{name}</at>", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
    };

    public static JsonObject Submit(string serviceUrl, string id, JsonObject value)
    {
        var activity = InPersonal(serviceUrl, id, null);
        activity["value"] = value;
        activity["replyToId"] = "1700000000000";
        return activity;
    }

    public static JsonObject Added(string serviceUrl, string id, string conversation, string type, params string[] members)
    {
        var activity = Activity(serviceUrl, id, "conversationUpdate", conversation, type, "29:ada");
        activity["membersAdded"] = new JsonArray([.. members.Select(member => new JsonObject { ["id"] = member })]);
        return activity;
    }

    public static JsonObject Installed(string serviceUrl, string id, string conversation, string type, string action = "add")
    {
        var activity = Activity(serviceUrl, id, "installationUpdate", conversation, type, "29:ada");
        activity["action"] = action;
        return activity;
    }

    private static JsonObject Message(string serviceUrl, string id, string? text, string conversation, string type, string from)
    {
        var activity = Activity(serviceUrl, id, "message", conversation, type, from);
        if (text is not null)
            (activity["text"], activity["textFormat"]) = (text, "plain");
        return activity;
    }

    private static JsonObject Activity(string serviceUrl, string id, string type, string conversation, string conversationType, string from) => new()
    {
        ["type"] = type, ["id"] = id, ["timestamp"] = "2026-03-04T12:00:00.123Z", ["localTimezone"] = "Europe/Berlin", ["locale"] = "en-GB",
        ["serviceUrl"] = serviceUrl, ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = from, ["name"] = "Ada", ["aadObjectId"] = "f0f0f0f0-0000-4000-8000-000000000001" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Linden Assistant" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversationType, ["tenantId"] = Minted.TenantId },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web", ["timezone"] = "Europe/Berlin" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Minted.TenantId } },
    };
}
