using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

/// <summary>The checks of <see cref="TemplateTests"/> are worth something only if they refuse.</summary>
public sealed class BrokenTemplateTests
{
    // Asked all at once, since starting node for each takes longer than all the rest.
    private static readonly Lazy<Task<IReadOnlyList<IReadOnlyList<string>>>> Told = new(AskAllAsync);

    public static TheoryData<string, string, string, string> Slips => new()
    {
        { Templates.BotApp, "\"minTlsVersion\": \"1.2\"", "\"minTlsVersion\": \"1.9\"", "minTlsVersion must be equal to one of the allowed values" },
        { Templates.BotApp, "\"httpsOnly\": true", "\"httpsOnly\": \"yes\"", "/properties/httpsOnly must be boolean" },
        { Templates.BotApp, "\"healthCheckPath\"", "\"healthCheckpath\"", "must NOT have additional properties (healthCheckpath)" },
        { Templates.BotApp, "\"serverFarmId\"", "\"serverfarm\"", "must NOT have additional properties (serverfarm)" },
        { Templates.BotApp, "2024-08-01", "2031-01-01", "There is no schema for Microsoft.DBforPostgreSQL/flexibleServers of 2031-01-01." },
        { Templates.BotApp, "Microsoft.Web/serverfarms", "Microsoft.Web/serverfarm", "There is no schema for Microsoft.Web/serverfarm" },
        { Templates.BotApp, "\"tenantId\": \"[subscription().tenantId]\",", "", "must have required property 'tenantId'" },
        { Templates.BotApp, "'kv-', uniqueString(", "'a-vault-with-a-long-name-', uniqueString(", "/name must match pattern" },
        { Templates.BotApp, "[parameters('publicUrl')]", "[parameters('publicURI')]", "There is no parameters('publicURI')." },
        { Templates.BotApp, "[variables('planId')]", "[variables('plan')]", "There is no variables('plan')." },
        { Templates.BotApp, "/api/messages')]", "/api/messages']", "',' is missing at" },
        { Templates.BotApp, "[subscription().tenantId]", "[tenant().id]", "tenant() is no function that is known here." },
        { Templates.BotApp, "\"dependsOn\": [ \"[variables('vaultId')]\", \"[variables('postgreSqlId')]\" ]", "\"dependsOn\": [ \"[variables('vaultId')]\" ]", "and does not wait for it." },
        { Templates.BotApp, "\"[variables('planId')]\",\n        \"[variables('identityId')]\"", "\"plan\",\n        \"[variables('identityId')]\"", "depends on plan, which is not in the template." },
        { Templates.BotApp, "\"metadata\": {\n    \"description\"", "\"meta\": {\n    \"description\"", "template: / must NOT have additional properties (meta)" },
        { Templates.BotApp, "\"type\": \"int\"", "\"type\": \"integer\"", "must be equal to one of the allowed values" },
        { Templates.BotApp, "\"defaultValue\": \"\",\n      \"metadata\": { \"description\": \"The key,", "\"defaultValue\": \"swordfish\",\n      \"metadata\": { \"description\": \"The key,", "The secret customerTokenKey has a default value." },
        { Templates.BotApp, "\"Incremental\"", "\"Incremental\", \"debug\": \"[parameters('no')]\"", "There is no parameters('no')." },
        { Templates.AzureBot, "\"UserAssignedMSI\"", "\"ManagedIdentity\"", "/properties/msaAppType must be equal to one of the allowed values" },
        { Templates.AzureBot, "\"isEnabled\": true,\n          \"enableCalling\"", "\"enableCalling\"", "must have required property 'isEnabled'" },
        { Templates.AzureBot, "\"isSecureSiteEnabled\": true", "\"isSecureSiteEnabled\": 1", "isSecureSiteEnabled must be boolean" },
        { Templates.AzureBot, "\"channelName\": \"MsTeamsChannel\"", "\"channelName\": \"TeamsChannel\"", "There is no schema for the channel TeamsChannel." },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task A_broken_template_is_refused_with_what_is_wrong(string template, string right, string wrong, string sentence)
    {
        var row = Slips.ToList().FindIndex(slip => slip.SequenceEqual([template, right, wrong, sentence]));
        Assert.Contains((await Told.Value)[row], problem => problem.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("instances", "1", "The parameter instances is 1, out of its range.")]
    [InlineData("languageSku", "\"XL\"", "The parameter languageSku is XL, which is not allowed.")]
    [InlineData("helpLineEnglish", "\"\"", "The parameter helpLineEnglish is too short or too long.")]
    [InlineData("appServiceName", "7", "The parameter appServiceName is no string.")]
    [InlineData("colour", "\"green\"", "There is no parameter colour.")]
    public void A_value_that_Azure_would_not_take_is_refused(string parameter, string value, string sentence)
    {
        var parameters = Templates.Parameters(Templates.BotApp);
        parameters[parameter] = JsonNode.Parse(value);
        Assert.Contains(sentence, ArmDeployment.Read(Templates.Read(Templates.BotApp), parameters).Problems);
    }

    private static Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync() => TemplateTests.ProblemsAsync([.. Slips.Select(slip =>
    {
        var (path, right, wrong) = ((string)slip[0], (string)slip[1], (string)slip[2]);
        var text = Templates.Text(path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        return Templates.Deploy(path, JsonNode.Parse(text.Replace(right, wrong, StringComparison.Ordinal))!.AsObject());
    })]);
}
