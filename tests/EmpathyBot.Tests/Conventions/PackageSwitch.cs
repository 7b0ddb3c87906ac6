using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Conventions;

/// <summary>What <c>-p:BotPackages</c> makes of a project's references, evaluated by the build itself.</summary>
public sealed class PackageSwitch
{
    [Fact]
    public async Task The_real_packages_replace_the_stand_ins_and_nothing_else_changes()
    {
        var real = await EvaluateAsync("src/EmpathyBot.Bot", "NuGet");
        Assert.Contains("Microsoft.Bot.Builder.Integration.AspNet.Core", Items(real, "PackageReference"));
        Assert.Contains("Microsoft.Bot.Builder.Dialogs", Items(real, "PackageReference"));
        Assert.DoesNotContain(Items(real, "ProjectReference"), reference => reference.Contains("StandIn", StringComparison.Ordinal));
        Assert.Contains("Microsoft.Bot.Schema", Items(real, "Using"));

        var standIn = await EvaluateAsync("src/EmpathyBot.Bot", "StandIn");
        Assert.Contains(Items(standIn, "ProjectReference"), reference => reference.Contains("StandIn.BotBuilder", StringComparison.Ordinal));
        Assert.DoesNotContain(Items(standIn, "PackageReference"), reference => reference.StartsWith("Microsoft.Bot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resilience_comes_from_the_real_package_too()
    {
        var real = await EvaluateAsync("src/EmpathyBot.BackOffice", "NuGet");
        Assert.Contains("Microsoft.Extensions.Http.Resilience", Items(real, "PackageReference"));
        Assert.DoesNotContain(Items(real, "ProjectReference"), reference => reference.Contains("StandIn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_analytics_comes_from_the_real_package_too()
    {
        var real = await EvaluateAsync("src/EmpathyBot.Detection", "NuGet");
        Assert.Contains("Azure.AI.TextAnalytics", Items(real, "PackageReference"));
        Assert.Contains("Azure.AI.TextAnalytics", Items(real, "Using"));
        Assert.DoesNotContain(Items(real, "ProjectReference"), reference => reference.Contains("StandIn", StringComparison.Ordinal));

        var standIn = await EvaluateAsync("src/EmpathyBot.Detection", "StandIn");
        Assert.Contains(Items(standIn, "ProjectReference"), reference => reference.Contains("StandIn.TextAnalytics", StringComparison.Ordinal));
        Assert.DoesNotContain("Azure.AI.TextAnalytics", Items(standIn, "PackageReference"));
    }

    [Fact]
    public async Task An_unknown_value_stops_the_build_with_a_plain_sentence()
    {
        var (exitCode, output) = await DotnetAsync("build", "src/EmpathyBot.Domain", "--no-restore", "-p:BotPackages=Guesswork", "-v:quiet", "--nologo");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("BotPackages is 'Guesswork'. Use -p:BotPackages=StandIn", output);
    }

    private static async Task<JsonObject> EvaluateAsync(string project, string botPackages)
    {
        var (exitCode, output) = await DotnetAsync(
            "msbuild", project, $"-p:BotPackages={botPackages}", "-getItem:PackageReference,ProjectReference,Using");
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!["Items"]!.AsObject();
    }

    private static List<string> Items(JsonObject items, string kind) =>
        [.. items[kind]!.AsArray().Select(item => (string)item!["Identity"]!)];

    private static async Task<(int ExitCode, string Output)> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
