using System.Text.Json.Nodes;
using EmpathyBot.Tests.Conventions;

namespace EmpathyBot.Tests.Deployment;

/// <summary>The templates in <c>deploymentTemplates</c>, and parameters to try them with.</summary>
internal static class Templates
{
    public const string BotApp = "deployUseExistResourceGroup/template-BotApp-with-rg.json";
    public const string AzureBot = "deployUseExistResourceGroup/template-AzureBot-with-rg.json";
    public const string BotAppWithGroup = "deployWithNewResourceGroup/template-BotApp-new-rg.json";
    public const string AzureBotWithGroup = "deployWithNewResourceGroup/template-AzureBot-new-rg.json";

    /// <summary>Stands in every secret that is handed over, so that it can be looked for.</summary>
    public const string Secret = "not-to-be-seen-anywhere-but-in-the-vault";

    private static readonly string Folder = Path.Combine(Repository.Root, "deploymentTemplates");

    public static IReadOnlyList<string> Paths { get; } = [BotApp, AzureBot, BotAppWithGroup, AzureBotWithGroup];

    public static TheoryData<string> All => [.. Paths];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path)).ReplaceLineEndings("\n");

    public static JsonObject Read(string path) => JsonNode.Parse(Text(path))!.AsObject();

    public static JsonObject ParametersFile(string template) => Read(template.Replace("/template-", "/parameters-for-template-", StringComparison.Ordinal));

    /// <summary>What its parameter file says, with what is left open there filled in and every secret given.</summary>
    public static JsonObject Parameters(string template)
    {
        var declared = Read(template)["parameters"]!.AsObject();
        JsonObject values = [];
        foreach (var (name, value) in ParametersFile(template)["parameters"]!.AsObject())
            values[name] = value!["value"] is JsonValue text && text.ToString().Length == 0 && FilledIn.TryGetValue(name, out var filled) ? filled : value["value"]!.DeepClone();
        foreach (var (name, about) in declared.Where(parameter => IsSecret(parameter.Value!)))
            values[name] = Secret;
        return values;
    }

    public static ArmDeployment Deploy(string path) => Deploy(path, Read(path));

    public static ArmDeployment Deploy(string path, JsonObject template) =>
        ArmDeployment.Read(template, Parameters(path), path.EndsWith("-new-rg.json", StringComparison.Ordinal) ? null : "empathybot");

    public static bool IsSecret(JsonNode parameter) => ((string)parameter["type"]!).StartsWith("secure", StringComparison.OrdinalIgnoreCase);

    /// <summary>What readme.md asks the operator to fill in.</summary>
    public static IReadOnlyDictionary<string, string> FilledIn { get; } = new Dictionary<string, string>
    {
        ["appServiceName"] = "lindenloom-bot",
        ["helpLineEnglish"] = "Samaritans: 116 123",
        ["shopOrigin"] = "https://www.lindenloom.example",
        ["deskOpenIdAuthority"] = "https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222/v2.0",
        ["deskOpenIdClientId"] = "66666666-6666-6666-6666-666666666666",
        ["backOfficeUrl"] = "https://systems.lindenloom.example",
        ["azureBotId"] = "lindenloom-bot",
        ["azureBotDisplayName"] = "Linden & Loom",
        ["botEndpoint"] = "https://lindenloom-bot.azurewebsites.net/api/messages",
        ["UMSIName"] = "lindenloom-bot-identity",
        ["groupName"] = "lindenloom",
        ["groupLocation"] = "westeurope",
    };
}
