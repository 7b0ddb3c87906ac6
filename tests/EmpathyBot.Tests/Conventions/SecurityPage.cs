using System.Text.RegularExpressions;

namespace EmpathyBot.Tests.Conventions;

/// <summary>docs/security.md names a test for each threat; these keep it true, and stand for what only the sources can show.</summary>
public sealed partial class SecurityPage
{
    [Fact]
    public void Every_test_it_names_is_a_test()
    {
        var tests = Repository.SourceFiles("tests", "*.cs").SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "security.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.True(rows.Count > 30);
        Assert.All(rows, row => Assert.NotEmpty(Named().Matches(row[3])));
        Assert.All(rows.SelectMany(row => Named().Matches(row[3])).Select(match => match.Groups["name"].Value), name => Assert.Contains(name, tests));
    }

    [Fact]
    public void Only_these_files_call_other_machines()
    {
        // Each calls addresses of the settings, or a serviceUrl that a channel's token vouches for; none one that stands in a message.
        string[] known =
        [
            "src/EmpathyBot.AgentDesk/SignIn/OpenIdHandler.cs", "src/EmpathyBot.BackOffice/BackOfficeServices.cs", "src/EmpathyBot.BackOffice/Solving/HttpBackOffice.cs",
            "src/EmpathyBot.Bot/BotServices.cs", "src/EmpathyBot.Host/DemoShop/DemoShopEndpoints.cs",
        ];
        string[] folders = ["src/EmpathyBot.Bot/Identity/", "src/EmpathyBot.Bot/Handoffs/Hub", "src/EmpathyBot.DirectLine/Tokens/Azure", "src/EmpathyBot.Simulator/"];

        Assert.All(Using(Calling()), file => Assert.True(
            known.Contains(file) || folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)), $"{file} calls other machines: may a customer say which?"));
    }

    [Fact]
    public void Only_these_files_redirect() => Assert.Equal(
        ["src/EmpathyBot.AgentDesk/SignIn/OpenIdHandler.cs", "src/EmpathyBot.AgentDesk/SignIn/OpenIdSetup.cs", "src/EmpathyBot.AgentDesk/SignIn/SignInEndpoints.cs"],
        Using(Redirecting()).Order(StringComparer.Ordinal));

    [Fact]
    public void No_log_message_has_a_place_for_words_or_secrets()
    {
        var offenders = Repository.SourceFiles("src", "*.cs").SelectMany(file => LogPlaces().Matches(File.ReadAllText(file)).Select(match => (file, match.Value)))
            .Where(found => Telling().IsMatch(found.Value)).Select(found => $"{Repository.Relative(found.file)}: {found.Value}");

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Using(Regex what) => Repository.SourceFiles("src", "*.cs")
        .Where(file => Repository.Relative(file).StartsWith("src/EmpathyBot.", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Where(file => what.IsMatch(File.ReadAllText(file))).Select(Repository.Relative);

    [GeneratedRegex(@"\[(?:Fact|Theory|SkippableFact)\b[\s\S]{0,6000}?public (?:async )?(?:Task|ValueTask|void) (?<name>\w+)")]
    private static partial Regex TestMethod();

    [GeneratedRegex("`(?<name>[A-Z]\\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bI?HttpClient(?:Factory)?\b|\bHttpWebRequest\b|\bTcpClient\b")]
    private static partial Regex Calling();

    [GeneratedRegex(@"\.Redirect\(|LocalRedirect\(|RedirectToRoute\(")]
    private static partial Regex Redirecting();

    [GeneratedRegex(@"\[LoggerMessage\([^\n]*\n")]
    private static partial Regex LogPlaces();

    [GeneratedRegex(@"\{(?:Text|Message|Words|Said|Body|Json|Token|Secret|Password|Key|Note|Email|Phone|Brief|Reading|Emotion)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
