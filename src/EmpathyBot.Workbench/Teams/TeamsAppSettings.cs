using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EmpathyBot.Workbench.Teams;

/// <summary>What the Teams app is called and who stands behind it: section <c>TeamsApp</c> of a settings file, beside the host's own settings.</summary>
internal sealed partial class TeamsAppSettings
{
    /// <summary>The id of the app in Teams' catalogue. Keep it: another id is another app.</summary>
    /// <value>That of the bot, <c>MicrosoftAppId</c>.</value>
    public string Id { get; set; } = "";

    /// <summary>Raise it with every package, or Teams takes no update.</summary>
    public string Version { get; set; } = "1.0.0";

    /// <summary>What people see under the icon, at most 30 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name in the catalogue, at most 100 characters.</summary>
    /// <value><see cref="Name"/>.</value>
    public string FullName { get; set; } = "";

    /// <summary>One line in the catalogue, at most 80 characters.</summary>
    public string Summary { get; set; } = "";

    /// <summary>What the app does, at most 4000 characters.</summary>
    /// <value><see cref="Summary"/>.</value>
    public string Description { get; set; } = "";

    /// <summary>The company that answers for the app, at most 32 characters.</summary>
    public string Developer { get; set; } = "";

    /// <summary>The company's page, with https.</summary>
    public string Website { get; set; } = "";

    /// <summary>What is done with people's data, with https.</summary>
    public string Privacy { get; set; } = "";

    /// <summary>The terms of use, with https.</summary>
    public string TermsOfUse { get; set; } = "";

    /// <summary>Behind the outline icon.</summary>
    public string AccentColor { get; set; } = "#24594A";

    /// <summary>The bot: the host's <c>MicrosoftAppId</c>.</summary>
    public string BotId { get; private set; } = "";

    /// <summary>Where the desk is: the host's <c>Desk:PublicUrl</c>.</summary>
    public Uri Host { get; private set; } = new("https://localhost");

    /// <summary>The app registration agents sign in with: the host's <c>Desk:OpenId:ClientId</c>; null where they do not sign in with Microsoft Entra ID.</summary>
    public string? DeskClientId { get; private set; }

    /// <exception cref="InputException">The file cannot be read, or settings in it are missing or wrong; the message says all that is.</exception>
    public static TeamsAppSettings Read(FileInfo file)
    {
        if (!file.Exists)
            throw new InputException($"There is no file {file.FullName}.");
        IConfigurationRoot settings;
        TeamsAppSettings read = new();
        try
        {
            settings = new ConfigurationBuilder().AddJsonFile(file.FullName).Build();
            settings.GetSection("TeamsApp").Bind(read, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new InputException($"{file.Name}: {(wrong.InnerException ?? wrong).Message}", wrong);
        }

        List<string> problems = [];
        read.TakeFromHost(settings, problems);
        read.Check(problems);
        return problems.Count == 0 ? read : throw new InputException($"{file.Name} makes no Teams app:" + string.Concat(problems.Select(problem => $"{Environment.NewLine}- {problem}")));
    }

    private void TakeFromHost(IConfigurationRoot settings, List<string> problems)
    {
        BotId = settings["MicrosoftAppId"] ?? "";
        if (!Guid.TryParse(BotId, out _))
            problems.Add($"MicrosoftAppId is \"{BotId}\". Give the id of the bot, such as 00000000-0000-0000-0000-000000000000.");
        Id = Id.Length == 0 ? BotId : Id;
        if (Id != BotId && !Guid.TryParse(Id, out _))
            problems.Add($"TeamsApp:Id is \"{Id}\". Give a GUID, or leave it out: then it is that of the bot.");
        var url = settings["Desk:PublicUrl"] ?? "";
        if (IsHttps(url))
            Host = new Uri(url);
        else
            problems.Add($"Desk:PublicUrl is \"{url}\". Give the address of the host with https, such as https://support.example.com.");
        if (settings["Desk:OpenId:ClientId"] is { Length: > 0 } client && (settings["Desk:OpenId:Authority"] ?? "").StartsWith("https://login.microsoftonline.com/", StringComparison.Ordinal))
            DeskClientId = client;
        if (DeskClientId is not null && !Guid.TryParse(DeskClientId, out _))
            problems.Add($"Desk:OpenId:ClientId is \"{DeskClientId}\". Give the id of the app registration, a GUID.");
    }

    private void Check(List<string> problems)
    {
        FullName = FullName.Length == 0 ? Name : FullName;
        Description = Description.Length == 0 ? Summary : Description;
        (string Setting, string Value, int Longest)[] texts =
        [
            (nameof(Name), Name, 30), (nameof(FullName), FullName, 100), (nameof(Summary), Summary, 80), (nameof(Description), Description, 4000), (nameof(Developer), Developer, 32),
        ];
        problems.AddRange(texts.Where(text => text.Value.Trim().Length == 0).Select(text => $"TeamsApp:{text.Setting} is missing."));
        problems.AddRange(texts.Where(text => text.Value.Length > text.Longest)
            .Select(text => $"TeamsApp:{text.Setting} has {text.Value.Length} characters; Teams takes {text.Longest}."));
        (string Setting, string Value)[] pages = [(nameof(Website), Website), (nameof(Privacy), Privacy), (nameof(TermsOfUse), TermsOfUse)];
        problems.AddRange(pages.Where(page => !IsHttps(page.Value)).Select(page => $"TeamsApp:{page.Setting} is \"{page.Value}\". Give an address with https."));
        if (!ThreeNumbers().IsMatch(Version))
            problems.Add($"TeamsApp:Version is \"{Version}\". Give three numbers, such as 1.0.0.");
        if (!Colour().IsMatch(AccentColor))
            problems.Add($"TeamsApp:AccentColor is \"{AccentColor}\". Give a colour such as #24594A.");
    }

    private static bool IsHttps(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
