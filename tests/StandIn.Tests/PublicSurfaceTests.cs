using System.Runtime.CompilerServices;
using StandIn.Extensions.Http.Resilience;

namespace StandIn.Tests;

public class PublicSurfaceTests
{
    public static TheoryData<Type> Assemblies => [typeof(Activity), typeof(HttpStandardResilienceOptions), typeof(TextAnalyticsClient)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_surface_is_the_approved_one(Type type)
    {
        var file = Path.Combine(Folder(), $"{type.Assembly.GetName().Name}.txt");
        var surface = PublicSurface.Of(type.Assembly);
        if (Environment.GetEnvironmentVariable("EMPATHYBOT_APPROVE") == "1")
        {
            File.WriteAllText(file, surface);
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        var difference = approved.Split('\n').Except(surface.Split('\n')).Select(line => "- " + line)
            .Concat(surface.Split('\n').Except(approved.Split('\n')).Select(line => "+ " + line))
            .ToList();

        Assert.True(
            approved == surface,
            $"The public surface changed. A stand-in has only members that the real library has, with its signatures. If the change is right, run this test once with EMPATHYBOT_APPROVE=1.\n{string.Join('\n', difference)}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "approved");
}
