using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EmpathyBot.Tests.Conventions;

public sealed partial class HouseRules
{
    [Fact]
    public void Product_code_names_neither_side_of_the_package_switch()
    {
        var offenders = ProductFiles()
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(found => SideOfTheSwitch().IsMatch(found.line))
            .Select(found => $"{Repository.Relative(found.file)}:{found.number} {found.line.Trim()}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void Time_comes_from_a_TimeProvider()
    {
        var offenders = ProductFiles().Where(file => AmbientClock().IsMatch(File.ReadAllText(file))).Select(Repository.Relative);
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_test_sleeps()
    {
        var offenders = Repository.SourceFiles("tests", "*.cs")
            .Where(file => Sleeping().IsMatch(File.ReadAllText(file)) && !file.EndsWith("HouseRules.cs", StringComparison.Ordinal))
            .Select(Repository.Relative);
        Assert.Empty(offenders);
    }

    [Fact]
    public void Domain_and_Text_refer_to_nothing()
    {
        foreach (var assembly in new[] { typeof(Domain.Conversations.Conversation).Assembly })
        {
            var foreign = assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
                .Where(name => !name.StartsWith("System", StringComparison.Ordinal));
            Assert.Empty(foreign);
        }
    }

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Arrows_between_rings_run_one_way_only(string project, string[] allowed)
    {
        var path = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        var references = XDocument.Load(path).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        Assert.Empty(references.Except(allowed));
    }

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "EmpathyBot.Domain", [] },
        { "EmpathyBot.Text", [] },
        { "EmpathyBot.Bot", ["EmpathyBot.Domain"] },
        { "EmpathyBot.DirectLine", ["EmpathyBot.Domain"] },
        { "EmpathyBot.Storage", ["EmpathyBot.Domain"] },
        { "EmpathyBot.BackOffice", ["EmpathyBot.Domain"] },
        { "EmpathyBot.AgentDesk", ["EmpathyBot.Domain"] },
        { "EmpathyBot.Detection", ["EmpathyBot.Domain", "EmpathyBot.Text"] },
        { "EmpathyBot.Content", ["EmpathyBot.Domain", "EmpathyBot.Text"] },
        { "EmpathyBot.Workbench", ["EmpathyBot.Bot", "EmpathyBot.Content", "EmpathyBot.Detection", "EmpathyBot.Domain", "EmpathyBot.Text"] },
        { "EmpathyBot.Simulator", [] },
    };

    private static IEnumerable<string> ProductFiles() => Directory
        .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "EmpathyBot.*")
        .SelectMany(folder => Repository.SourceFiles(Repository.Relative(folder), "*.cs"));

    [GeneratedRegex(@"\b(StandIn|Microsoft\.Bot)\.")]
    private static partial Regex SideOfTheSwitch();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex AmbientClock();

    [GeneratedRegex(@"\bTask\.Delay\(|\bThread\.Sleep\(")]
    private static partial Regex Sleeping();
}
