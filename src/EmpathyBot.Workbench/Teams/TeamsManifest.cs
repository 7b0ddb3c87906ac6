using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Workbench.Teams;

/// <summary>The manifest that tells Teams of the bot for customers and colleagues, and of the desk as a tab for agents.</summary>
internal static class TeamsManifest
{
    /// <summary>The version of the manifest's schema. 1.25 is taken by every Teams of today; nothing newer is used.</summary>
    public const string SchemaVersion = "1.25";

    // "Linden & Loom" stays readable; the file is no part of a page.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(TeamsAppSettings app)
    {
        JsonObject manifest = new()
        {
            ["$schema"] = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = SchemaVersion,
            ["version"] = app.Version,
            ["id"] = app.Id,
            ["developer"] = new JsonObject { ["name"] = app.Developer, ["websiteUrl"] = app.Website, ["privacyUrl"] = app.Privacy, ["termsOfUseUrl"] = app.TermsOfUse },
            ["name"] = new JsonObject { ["short"] = app.Name, ["full"] = app.FullName },
            ["description"] = new JsonObject { ["short"] = app.Summary, ["full"] = app.Description },
            ["icons"] = new JsonObject { ["color"] = TeamsPackage.ColorIcon, ["outline"] = TeamsPackage.OutlineIcon },
            ["accentColor"] = app.AccentColor,
            ["defaultInstallScope"] = "personal",
            ["bots"] = new JsonArray(new JsonObject
            {
                ["botId"] = app.BotId,
                ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                ["isNotificationOnly"] = false,
                ["supportsFiles"] = false,
                ["supportsCalling"] = false,
                ["supportsVideo"] = false,
            }),
            ["staticTabs"] = new JsonArray(
                // Reserved: the chat with the bot stays first.
                new JsonObject { ["entityId"] = "conversations", ["scopes"] = new JsonArray("personal") },
                new JsonObject
                {
                    ["entityId"] = "desk",
                    ["name"] = "Desk",
                    ["contentUrl"] = new Uri(app.Host, "/desk").ToString(),
                    ["websiteUrl"] = new Uri(app.Host, "/desk").ToString(),
                    ["scopes"] = new JsonArray("personal"),
                }),
            ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
            ["validDomains"] = new JsonArray(app.Host.Host),
        };
        // Single sign-on: Teams hands the tab a token of this app registration, whose Application ID URI must be this resource.
        if (app.DeskClientId is { } client)
            manifest["webApplicationInfo"] = new JsonObject { ["id"] = client, ["resource"] = $"api://{app.Host.Authority}/{client}" };
        return manifest.ToJsonString(Readable) + "\n";
    }
}
