using System.Collections;
using System.Reflection;
using System.Text.Json;
using EmpathyBot.AgentDesk;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.BackOffice;
using EmpathyBot.Bot;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Content;
using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.DirectLine;
using EmpathyBot.Host.Telemetry;
using EmpathyBot.Storage;
using EmpathyBot.Tests.Conventions;
using Microsoft.Extensions.Configuration;

namespace EmpathyBot.Tests.Host;

/// <summary><c>appsettings.template.json</c> holds every setting, each with its default.</summary>
public sealed class SettingsTemplate
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "appsettings.template.json");

    public static TheoryData<string, Type> Sections => new()
    {
        { "Storage", typeof(StorageOptions) },
        { "Content", typeof(ContentOptions) },
        { "Bot", typeof(BotOptions) },
        { "Handoffs", typeof(HandoffOptions) },
        { "Handoffs:Hub", typeof(HubOptions) },
        { "TeamsDesk", typeof(TeamsDeskOptions) },
        { "BackOffice", typeof(BackOfficeOptions) },
        { "Telemetry", typeof(TelemetryOptions) },
        { "Language", typeof(LanguageOptions) },
        { "DirectLine", typeof(DirectLineOptions) },
        { "DirectLine:Azure", typeof(AzureDirectLineOptions) },
        { "Desk", typeof(DeskOptions) },
        { "Desk:OpenId", typeof(OpenIdSettings) },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_template_names_every_setting_and_no_other(string section, Type options)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var written = section.Split(':').Aggregate(json.RootElement, (part, name) => part.GetProperty(name)).EnumerateObject().Select(property => property.Name);
        Assert.Equal(Settings(options).Select(property => property.Name).Order(), written.Order());
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Binding_the_template_gives_the_defaults(string section, Type options)
    {
        var bound = Activator.CreateInstance(options)!;
        new ConfigurationBuilder().AddJsonFile(Path).Build().GetSection(section).Bind(bound);
        var defaults = Activator.CreateInstance(options)!;
        foreach (var setting in Settings(options))
        {
            // In the template an empty path of content stands for "found by the host".
            if (section == "Content" && setting.Name == "Path")
                continue;
            Assert.Equal(Plain(setting.GetValue(defaults)), Plain(setting.GetValue(bound)));
        }
    }

    [Fact]
    public void Every_section_of_the_template_is_bound_by_the_host()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal(Sections.Select(row => (string)row[0]).Where(section => !section.Contains(':', StringComparison.Ordinal)).Order(), json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object).Select(property => property.Name).Order());
    }

    [Fact]
    public void The_bot_s_identity_stands_where_bot_developers_look_for_it()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal(
            ["MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId"],
            json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).Select(property => property.Name));
    }

    private static IEnumerable<PropertyInfo> Settings(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite || property.GetValue(Activator.CreateInstance(options)) is IEnumerable);

    private static string Plain(object? value) => value switch
    {
        null or "" => "",
        string text => text,
        Uri { OriginalString.Length: 0 } => "",
        IEnumerable items => string.Join(",", items.Cast<object>()),
        _ => value.ToString() ?? "",
    };
}
