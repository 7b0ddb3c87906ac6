using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using EmpathyBot.AgentDesk;
using EmpathyBot.BackOffice;
using EmpathyBot.Bot;
using EmpathyBot.Detection;
using EmpathyBot.DirectLine;
using EmpathyBot.Host;
using EmpathyBot.Tests.Conventions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.Deployment;

/// <summary>The web app gets the settings that the host reads, by their very names, and no secret among them.</summary>
public sealed partial class AppSettingsTests
{
    // Read by Azure, by ASP.NET Core, or by the collector beside the host.
    private static readonly string[] NotOfTheHost =
        ["WEBSITE_RUN_FROM_PACKAGE", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "APPLICATIONINSIGHTS_CONNECTION_STRING", "COLLECTOR_CONFIGURATION"];

    [Fact]
    public void Every_setting_of_the_web_app_is_one_that_the_host_reads()
    {
        using var known = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "appsettings.template.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var unknown = Settings().Keys.Except(NotOfTheHost).Where(name => !IsKnown(known.RootElement, name.Split("__")));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_bot_is_known_by_its_identity_and_has_no_password()
    {
        var settings = Settings();
        Assert.Equal("UserAssignedMSI", settings["MicrosoftAppType"]);
        Assert.Equal(ArmScope.ClientId, settings["MicrosoftAppId"]);
        Assert.Equal(ArmScope.Tenant, settings["MicrosoftAppTenantId"]);
        Assert.Equal(ArmScope.ClientId, settings["Language__ManagedIdentityClientId"]);
        Assert.DoesNotContain("MicrosoftAppPassword", settings.Keys);
        Assert.DoesNotContain("Language__Key", settings.Keys);
        Assert.DoesNotContain("Desk__DevelopmentKey", settings.Keys);
    }

    [Fact]
    public void With_these_settings_the_host_starts_in_Production()
    {
        var deployment = Templates.Deploy(Templates.BotApp);
        var secrets = deployment.Of("Microsoft.KeyVault/vaults/secrets").ToDictionary(secret => ((string)secret["name"]!).Split('/')[1], secret => (string)secret["properties"]!["value"]!);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(Settings(deployment).Select(setting => KeyValuePair.Create(
            setting.Key.Replace("__", ":", StringComparison.Ordinal),
            VaultReference().Match(setting.Value) is { Success: true } reference ? secrets[reference.Groups["secret"].Value] : setting.Value))!);
        var settings = builder.Configuration;

        StartChecks.Refuse(builder);
        builder.Services.AddDetection();
        builder.Services.AddLanguageService(settings.GetSection("Language").Bind);
        builder.Services.AddBackOffice(settings.GetSection("BackOffice").Bind);
        builder.Services.AddBot(settings.GetSection("Bot").Bind, settings.GetSection("Handoffs").Bind);
        builder.Services.AddDirectLine(settings.GetSection("DirectLine").Bind);
        builder.Services.AddAgentDesk(settings.GetSection("Desk").Bind);
        using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal("lindenloom-bot-db.postgres.database.azure.com", Connection(settings["Storage:PostgreSql"]!)["Host"]);
        Assert.Equal(Templates.Secret, Connection(settings["Storage:PostgreSql"]!)["Password"]);
    }

    [Theory]
    [MemberData(nameof(Templates.All), MemberType = typeof(Templates))]
    public void A_secret_is_written_into_the_vault_and_the_database_and_nowhere_else(string path)
    {
        var deployment = Templates.Deploy(path);
        var seen = deployment.Resources
            .Where(resource => (string?)resource["type"] is not ("Microsoft.KeyVault/vaults/secrets" or "Microsoft.DBforPostgreSQL/flexibleServers" or "Microsoft.Resources/deployments"))
            .Where(resource => resource.ToJsonString().Contains(Templates.Secret, StringComparison.Ordinal))
            .Select(resource => $"{resource["type"]} {resource["name"]}");
        Assert.Empty(seen);
        Assert.DoesNotContain(Templates.Secret, deployment.Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_that_is_secret_points_to_a_secret_of_the_vault_that_the_template_makes()
    {
        var deployment = Templates.Deploy(Templates.BotApp);
        var secrets = deployment.Of("Microsoft.KeyVault/vaults/secrets").Select(secret => (string)secret["name"]!).ToList();
        var settings = Settings();
        Assert.All(settings.Where(setting => SecretName().IsMatch(setting.Key)), setting => Assert.Matches(VaultReference(), setting.Value));
        var pointed = settings.Values.Select(value => VaultReference().Match(value)).Where(match => match.Success)
            .Select(match => $"{match.Groups["vault"].Value}/{match.Groups["secret"].Value}");
        Assert.Equal(secrets.Order(), pointed.Order());
    }

    [Fact]
    public void A_secret_that_was_not_given_leaves_its_setting_empty()
    {
        var parameters = Templates.Parameters(Templates.BotApp);
        foreach (var name in new[] { "customerTokenKey", "azureDirectLineSecret", "backOfficeApiKey", "deskOpenIdClientSecret" })
            parameters.Remove(name);
        var deployment = ArmDeployment.Read(Templates.Read(Templates.BotApp), parameters);
        Assert.Empty(deployment.Problems);
        var settings = Settings(deployment);
        Assert.All(["DirectLine__CustomerTokenKey", "DirectLine__Azure__Secret", "BackOffice__ApiKey", "Desk__OpenId__ClientSecret"], (string name) => Assert.Equal("", settings[name]));
        Assert.Equal(2, deployment.Of("Microsoft.KeyVault/vaults/secrets").Count());
    }

    [Fact]
    public void The_collector_gets_settings_that_are_there_and_listens_where_the_host_sends()
    {
        var deployment = Templates.Deploy(Templates.BotApp);
        var settings = Settings(deployment);
        var collector = deployment.Of("Microsoft.Web/sites/sitecontainers").Single()["properties"]!;
        Assert.All(collector["environmentVariables"]!.AsArray(), variable => Assert.Contains((string)variable!["value"]!, settings.Keys));

        using var configuration = JsonDocument.Parse(settings["COLLECTOR_CONFIGURATION"]);
        var root = configuration.RootElement;
        var port = root.GetProperty("receivers").GetProperty("otlp").GetProperty("protocols").GetProperty("http").GetProperty("endpoint").GetString()!.Split(':')[1];
        Assert.Equal($"http://localhost:{port}", settings["Telemetry__OtlpEndpoint"]);
        Assert.Equal(port, (string?)collector["targetPort"]);
        foreach (var part in new[] { "receivers", "processors", "exporters" })
        {
            var used = root.GetProperty("service").GetProperty("pipelines").EnumerateObject().SelectMany(pipeline => pipeline.Value.GetProperty(part).EnumerateArray()).Select(name => name.GetString()!).Distinct();
            Assert.Equal(root.GetProperty(part).EnumerateObject().Select(one => one.Name), used);
        }
    }

    [Fact]
    public void Only_TLS_reaches_the_web_app_and_its_database_and_more_than_one_instance_serves()
    {
        var deployment = Templates.Deploy(Templates.BotApp);
        var site = deployment.Of("Microsoft.Web/sites").Single()["properties"]!;
        Assert.True((bool)site["httpsOnly"]!);
        Assert.Equal("1.2", (string?)site["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("Disabled", (string?)site["siteConfig"]!["ftpsState"]);
        Assert.Contains((string?)site["siteConfig"]!["healthCheckPath"], new[] { "/healthz", "/readyz" });
        Assert.True((int)deployment.Of("Microsoft.Web/serverfarms").Single()["sku"]!["capacity"]! > 1);
        var database = deployment.Of("Microsoft.DBforPostgreSQL/flexibleServers/configurations").ToDictionary(one => ((string)one["name"]!).Split('/')[1], one => (string?)one["properties"]!["value"]);
        Assert.Equal(("on", "TLSv1.2"), (database["require_secure_transport"], database["ssl_min_protocol_version"]));
        Assert.All(deployment.Of("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules"), rule => Assert.NotEqual("0.0.0.0", (string?)rule["properties"]!["startIpAddress"]));
        Assert.All(deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False((bool)policy["properties"]!["allow"]!));
    }

    private static DbConnectionStringBuilder Connection(string text) => new() { ConnectionString = text };

    private static Dictionary<string, string> Settings(ArmDeployment? deployment = null) =>
        (deployment ?? Templates.Deploy(Templates.BotApp)).Of("Microsoft.Web/sites").Single()["properties"]!["siteConfig"]!["appSettings"]!.AsArray()
            .ToDictionary(setting => (string)setting!["name"]!, setting => (string)setting!["value"]!);

    // A list or a dictionary that is empty in the template takes one more step: DirectLine__AllowedOrigins__0.
    private static bool IsKnown(JsonElement at, string[] path) =>
        path.Length == 0
            ? at.ValueKind is not JsonValueKind.Object
            : at.ValueKind == JsonValueKind.Object && at.TryGetProperty(path[0], out var next)
                ? IsKnown(next, path[1..])
                : path.Length == 1 && (at.ValueKind == JsonValueKind.Array || (at.ValueKind == JsonValueKind.Object && !at.EnumerateObject().Any()));

    [GeneratedRegex("(Key|Secret|Password|PostgreSql|CONNECTION_STRING)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^@Microsoft\.KeyVault\(VaultName=(?<vault>[^;]+);SecretName=(?<secret>[^)]+)\)$")]
    private static partial Regex VaultReference();
}
