using System.Text.RegularExpressions;
using EmpathyBot.Tests.Conventions;

namespace EmpathyBot.Tests.Deployment;

/// <summary>What can be said of the image without building it. Its publish command is run by hand, see deploymentTemplates/readme.md.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Instructions =
        [.. File.ReadLines(Path.Combine(Repository.Root, "Dockerfile")).Where(line => line.Length > 0 && line[0] != '#')];

    private static readonly string[] Ignored =
        [.. File.ReadLines(Path.Combine(Repository.Root, ".dockerignore")).Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void The_image_runs_the_host_as_a_user_without_rights_on_a_base_without_shell()
    {
        var final = Instructions.SkipWhile((_, index) => index < Array.FindLastIndex(Instructions, line => line.StartsWith("FROM ", StringComparison.Ordinal))).ToList();
        Assert.Matches("^FROM mcr\\.microsoft\\.com/dotnet/aspnet:10\\.0-\\w+-chiseled-extra$", final[0]);
        Assert.Equal("USER $APP_UID", final.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Equal("ENTRYPOINT [\"dotnet\", \"EmpathyBot.Host.dll\"]", final[^1]);
        Assert.DoesNotContain(final, line => line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_project_that_is_published_is_there()
    {
        var publish = Assert.Single(Instructions, line => line.Contains("dotnet publish", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Repository.Root, publish.Split(' ')[3], "EmpathyBot.Host.csproj")), publish);
    }

    [Fact]
    public void No_secret_is_built_in_and_the_store_lies_in_the_volume()
    {
        Assert.DoesNotContain(Instructions, line => SecretName().IsMatch(line));
        var path = Assert.Single(Instructions, line => line.StartsWith("ENV ", StringComparison.Ordinal));
        Assert.Equal("ENV Storage__Path=/data/empathybot.db", path);
        Assert.Contains("VOLUME /data", Instructions);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("dialogs")]
    [InlineData("build")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData(".editorconfig")]
    public void What_the_build_needs_reaches_it(string path)
    {
        Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path);
        Assert.DoesNotContain(path, Ignored);
    }

    [Theory]
    [InlineData(".git")]
    [InlineData("artifacts")]
    [InlineData("**/App_Data")]
    [InlineData("**/node_modules")]
    public void What_must_not_be_in_an_image_does_not_reach_it(string pattern) => Assert.Contains(pattern, Ignored);

    [GeneratedRegex("(Key|Secret|Password|ConnectionString|PostgreSql)=", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
