using System.Globalization;
using System.Text.Json.Nodes;
using EmpathyBot.DirectLine.Tokens;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>Writes on an activity what only the channel may say of it: who, where, when, and its id.</summary>
internal static class ActivityStamp
{
    private const int MaxNameChars = 256;

    /// <summary>Fields that a channel sets and a customer must not: where answers go to, and how.</summary>
    private static readonly string[] Forgeable = ["serviceUrl", "callerId", "deliveryMode", "relatesTo"];

    public static void Put(JsonObject activity, ConversationToken token, string activityId, DateTimeOffset now)
    {
        foreach (var field in Forgeable)
        {
            activity.Remove(field);
        }

        var name = WireText.Of(WireText.Field(activity["from"], "name")) ?? "";
        activity["id"] = activityId;
        activity["timestamp"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        activity["channelId"] = "directline";
        activity["conversation"] = new JsonObject { ["id"] = token.ConversationId };
        activity["from"] = new JsonObject
        {
            ["id"] = token.UserId,
            ["name"] = name.Length <= MaxNameChars ? name : name[..MaxNameChars],
            ["role"] = "user",
        };
        activity["recipient"] = new JsonObject { ["id"] = "empathybot", ["name"] = "Assistant", ["role"] = "bot" };
    }
}
