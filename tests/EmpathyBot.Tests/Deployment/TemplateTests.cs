using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

public sealed class TemplateTests
{
    // Made at the level of a subscription; no schema for it is among those at hand. Its few properties are looked at below.
    private static readonly string[] WithoutSchema = ["Microsoft.Resources/resourceGroups", "Microsoft.Resources/deployments"];

    [Fact]
    public async Task Each_template_and_each_resource_in_it_fits_Microsofts_schema()
    {
        var told = await ProblemsAsync([.. Templates.Paths.Select(Templates.Deploy)]);
        Assert.Empty(told.SelectMany(problems => problems));
    }

    [Theory]
    [InlineData(Templates.BotApp, Templates.BotAppWithGroup)]
    [InlineData(Templates.AzureBot, Templates.AzureBotWithGroup)]
    public void The_template_that_makes_its_group_holds_the_other_one_whole(string inner, string outer)
    {
        var deployment = Templates.Read(outer)["resources"]!.AsArray().Single(resource => (string?)resource!["type"] == "Microsoft.Resources/deployments")!;
        Assert.True(JsonNode.DeepEquals(Templates.Read(inner), deployment["properties"]!["template"]), "Run: node build/new-rg-templates.mjs");
        Assert.Equal("Incremental", (string?)deployment["properties"]!["mode"]);
        var group = Templates.Deploy(outer).Of("Microsoft.Resources/resourceGroups").Single();
        Assert.Equal(("lindenloom", "westeurope"), ((string?)group["name"], (string?)group["location"]));
    }

    [Theory]
    [MemberData(nameof(Templates.All), MemberType = typeof(Templates))]
    public void A_parameter_file_gives_what_its_template_asks_for_and_no_secret(string path)
    {
        var declared = Templates.Read(path)["parameters"]!.AsObject();
        var given = Templates.ParametersFile(path)["parameters"]!.AsObject();
        Assert.Empty(given.Select(one => one.Key).Except(declared.Select(one => one.Key)));
        Assert.DoesNotContain(given, one => Templates.IsSecret(declared[one.Key]!));
        var asked = declared.Where(one => one.Value!["defaultValue"] is null && !Templates.IsSecret(one.Value)).Select(one => one.Key);
        Assert.Empty(asked.Except(given.Select(one => one.Key)));
        Assert.All(declared, one => Assert.False(string.IsNullOrWhiteSpace((string?)one.Value!["metadata"]?["description"]), $"{one.Key} is not described."));
    }

    /// <summary>All that is wrong with each, by the schemas and by reading the expressions.</summary>
    internal static async Task<IReadOnlyList<IReadOnlyList<string>>> ProblemsAsync(IReadOnlyList<ArmDeployment> deployments)
    {
        var documents = deployments.SelectMany(deployment => Documents(deployment).Select(document => (deployment, document))).ToList();
        var told = await JsonSchemas.CheckAsync(documents.Select(one => one.document.Item));
        var sentences = documents.Zip(told, (one, problems) => (one.deployment, problems: problems.Select(problem => $"{one.document.Name}: {problem}")))
            .ToLookup(one => one.deployment, one => one.problems);
        return [.. deployments.Select(deployment => (IReadOnlyList<string>)[.. deployment.Problems, .. sentences[deployment].SelectMany(problems => problems)])];
    }

    private static IEnumerable<(string Name, JsonObject Item)> Documents(ArmDeployment deployment) =>
    [
        .. deployment.Resources.Where(resource => !WithoutSchema.Contains((string?)resource["type"]))
            .Select(resource => ($"{resource["type"]} {resource["name"]}", new JsonObject { ["resource"] = resource.DeepClone() })),
        .. deployment.Templates.Select(template => ("template", new JsonObject { ["template"] = template.DeepClone() })),
    ];
}
