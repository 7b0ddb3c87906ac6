using EmpathyBot.Host;
using Microsoft.AspNetCore.Builder;

namespace EmpathyBot.Tests.Host;

public sealed class StartChecksTests
{
    [Fact]
    public void Outside_Development_the_host_refuses_and_says_all_that_is_missing_at_once()
    {
        var refused = Assert.Throws<StartRefusedException>(() => StartChecks.Refuse(Builder("Production", "--Kestrel:Endpoints:Http:Url=http://localhost:1")));
        Assert.Equal(3, refused.Problems.Count);
        Assert.StartsWith("EmpathyBot does not start:", refused.Message);
        Assert.Contains("ASPNETCORE_URLS", refused.Message);
        Assert.Contains("MicrosoftAppId", refused.Message);
        Assert.Contains("Bot:HelpLines:en", refused.Message);
    }

    [Fact]
    public void In_Development_it_starts() => StartChecks.Refuse(Builder("Development"));

    private static WebApplicationBuilder Builder(string environment, params string[] arguments) =>
        WebApplication.CreateBuilder([$"--environment={environment}", .. arguments]);
}
