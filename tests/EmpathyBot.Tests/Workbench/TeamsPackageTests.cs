using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using EmpathyBot.Tests.Conventions;
using EmpathyBot.Tests.Deployment;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class TeamsPackageTests : IDisposable
{
    private const string Bot = "0f3a9d1e-5b1c-4d0e-9a77-2f4f0c6f1b11";
    private const string DeskClient = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_package_holds_the_manifest_and_both_icons_and_nothing_else()
    {
        using var package = await PackageAsync(Settings());

        Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal((192, 192), SizeOf(package, "color.png"));
        Assert.Equal((32, 32), SizeOf(package, "outline.png"));
    }

    [Fact]
    public async Task The_manifest_fits_Microsofts_schema()
    {
        var manifest = await ManifestAsync(Settings());

        Assert.Empty(await ProblemsAsync(manifest));
        Assert.Equal("1.25", (string?)manifest["manifestVersion"]);
        Assert.Equal(Bot, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(Bot, (string?)manifest["id"]);
        Assert.Equal("Linden & Loom", (string?)manifest["name"]!["short"]);
        var tab = manifest["staticTabs"]!.AsArray().Single(one => (string?)one!["entityId"] == "desk")!;
        Assert.Equal("https://support.lindenloom.example/desk", (string?)tab["contentUrl"]);
        Assert.Equal(["support.lindenloom.example"], manifest["validDomains"]!.AsArray().Select(one => (string)one!));
        Assert.Null(manifest["webApplicationInfo"]);
    }

    [Fact]
    public async Task Where_agents_sign_in_with_Entra_the_tab_signs_them_in()
    {
        var settings = Settings();
        settings["Desk"]!["OpenId"] = new JsonObject { ["Authority"] = "https://login.microsoftonline.com/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/v2.0", ["ClientId"] = DeskClient };

        var manifest = await ManifestAsync(settings);

        Assert.Empty(await ProblemsAsync(manifest));
        Assert.Equal(DeskClient, (string?)manifest["webApplicationInfo"]!["id"]);
        Assert.Equal($"api://support.lindenloom.example/{DeskClient}", (string?)manifest["webApplicationInfo"]!["resource"]);
    }

    [Fact]
    public async Task The_template_of_the_settings_makes_a_package_once_it_is_filled_in()
    {
        var template = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "deploymentTemplates", "teams-app.template.json")),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!.AsObject();
        foreach (var (section, filled) in Settings())
        {
            if (filled is not JsonObject values)
                template[section] = filled!.DeepClone();
            else
                foreach (var (name, value) in values)
                    template[section]!.AsObject()[name] = value!.DeepClone();
        }

        Assert.Empty(await ProblemsAsync(await ManifestAsync(template)));
    }

    [Fact]
    public async Task The_same_settings_give_the_same_bytes()
    {
        using (await PackageAsync(Settings()))
        {
            var first = await File.ReadAllBytesAsync(_folder.Path("app.zip"));
            using var again = await PackageAsync(Settings());
            Assert.Equal(first, await File.ReadAllBytesAsync(_folder.Path("app.zip")));
        }
    }

    [Theory]
    [InlineData("MicrosoftAppId", "", "MicrosoftAppId is \"\". Give the id of the bot")]
    [InlineData("MicrosoftAppId", "the-bot", "MicrosoftAppId is \"the-bot\"")]
    [InlineData("Desk:PublicUrl", "http://support.lindenloom.example", "Desk:PublicUrl is \"http://support.lindenloom.example\". Give the address of the host with https")]
    [InlineData("TeamsApp:Id", "mine", "TeamsApp:Id is \"mine\"")]
    [InlineData("TeamsApp:Version", "1.0", "TeamsApp:Version is \"1.0\". Give three numbers")]
    [InlineData("TeamsApp:Version", "1.02.3", "TeamsApp:Version is \"1.02.3\"")]
    [InlineData("TeamsApp:Name", "", "TeamsApp:Name is missing.")]
    [InlineData("TeamsApp:Name", "A name that is far too long for Teams", "TeamsApp:Name has 37 characters; Teams takes 30.")]
    [InlineData("TeamsApp:Developer", " ", "TeamsApp:Developer is missing.")]
    [InlineData("TeamsApp:Privacy", "ftp://lindenloom.example", "TeamsApp:Privacy is \"ftp://lindenloom.example\". Give an address with https.")]
    [InlineData("TeamsApp:TermsOfUse", "", "TeamsApp:TermsOfUse is \"\"")]
    [InlineData("TeamsApp:AccentColor", "green", "TeamsApp:AccentColor is \"green\"")]
    [InlineData("TeamsApp:Colour", "green", "Colour")]
    public async Task Wrong_settings_are_told_and_nothing_is_written(string setting, string value, string sentence)
    {
        var settings = Settings();
        var path = setting.Split(':');
        path[..^1].Aggregate(settings, (part, name) => part[name]!.AsObject())[path[^1]] = value;

        var (code, _, error) = await RunAsync("teams-package", "--settings", _folder.Write("settings.json", settings.ToJsonString()), "--out", _folder.Path("app.zip"));

        Assert.Equal(2, code);
        Assert.Contains(sentence, error);
        Assert.False(_folder.Has("app.zip"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var (code, _, error) = await RunAsync("teams-package", "--settings", _folder.Write("settings.json", "{}"), "--out", _folder.Path("app.zip"));

        Assert.Equal(2, code);
        Assert.All(["MicrosoftAppId", "Desk:PublicUrl", "TeamsApp:Name", "TeamsApp:Summary", "TeamsApp:Developer", "TeamsApp:Website"], (string name) => Assert.Contains(name, error));
    }

    [Theory]
    [InlineData(null, "There is no file")]
    [InlineData("{ not json", "settings.json")]
    public async Task A_file_that_cannot_be_read_is_told(string? text, string sentence)
    {
        var path = text is null ? _folder.Path("nowhere.json") : _folder.Write("settings.json", text);

        var (code, _, error) = await RunAsync("teams-package", "--settings", path, "--out", _folder.Path("app.zip"));

        Assert.Equal(2, code);
        Assert.Contains(sentence, error);
    }

    [Theory]
    [InlineData("name", """{"short":"A name that is far too long for Teams"}""", "/name/short must NOT have more than 30 characters")]
    [InlineData("bots", """[{"botId":"me","scopes":["personal"]}]""", "/bots/0/botId must match pattern")]
    [InlineData("bots", """[{"botId":"0f3a9d1e-5b1c-4d0e-9a77-2f4f0c6f1b11","scopes":["everyone"]}]""", "/bots/0/scopes/0 must be equal to one of the allowed values")]
    [InlineData("staticTabs", """[{"entityId":"desk"}]""", "/staticTabs/0 must have required property 'scopes'")]
    [InlineData("icons", """{"color":"color.png"}""", "/icons must have required property 'outline'")]
    [InlineData("colour", "\"green\"", "must NOT have additional properties (colour)")]
    public async Task A_wrong_manifest_is_refused_by_the_schema(string property, string value, string sentence)
    {
        var manifest = await ManifestAsync(Settings());
        manifest[property] = JsonNode.Parse(value);

        Assert.Contains(await ProblemsAsync(manifest), problem => problem.Contains(sentence, StringComparison.Ordinal));
    }

    private static JsonObject Settings() => new()
    {
        ["MicrosoftAppId"] = Bot,
        ["Desk"] = new JsonObject { ["PublicUrl"] = "https://support.lindenloom.example" },
        ["TeamsApp"] = new JsonObject
        {
            ["Name"] = "Linden & Loom",
            ["Summary"] = "Ask about an order, a return or a refund.",
            ["Developer"] = "Linden & Loom",
            ["Website"] = "https://www.lindenloom.example",
            ["Privacy"] = "https://www.lindenloom.example/privacy",
            ["TermsOfUse"] = "https://www.lindenloom.example/terms",
        },
    };

    private async Task<ZipArchive> PackageAsync(JsonObject settings)
    {
        var (code, _, error) = await RunAsync("teams-package", "--settings", _folder.Write("settings.json", settings.ToJsonString()), "--out", _folder.Path("app.zip"));
        Assert.True(code == 0, error);
        return new ZipArchive(new MemoryStream(await File.ReadAllBytesAsync(_folder.Path("app.zip"))));
    }

    private async Task<JsonObject> ManifestAsync(JsonObject settings)
    {
        using var package = await PackageAsync(settings);
        await using var manifest = package.GetEntry("manifest.json")!.Open();
        return (await JsonNode.ParseAsync(manifest))!.AsObject();
    }

    private static async Task<string[]> ProblemsAsync(JsonObject manifest) =>
        (await JsonSchemas.CheckAsync([new() { ["manifest"] = manifest.DeepClone(), ["version"] = (string)manifest["manifestVersion"]! }]))[0];

    // Width and height stand in the first chunk of a PNG.
    private static (int Width, int Height) SizeOf(ZipArchive package, string name)
    {
        using var icon = package.GetEntry(name)!.Open();
        var head = new byte[24];
        icon.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }
}
