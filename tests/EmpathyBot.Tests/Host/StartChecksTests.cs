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
    public void Patience_with_a_closed_desk_that_is_shorter_than_two_of_its_beats_is_refused()
    {
        var refused = Assert.Throws<StartRefusedException>(() => StartChecks.Refuse(Builder("Development", "--Desk:Heartbeat=00:00:30")));

        Assert.Equal(
            "Handoffs:AgentGrace (00:01:00) must be longer than twice Desk:Heartbeat (00:00:30), or agents who are there count as gone.",
            Assert.Single(refused.Problems));
        StartChecks.Refuse(Builder("Development", "--Desk:Heartbeat=00:00:29"));
    }

    [Fact]
    public void In_Development_it_starts() => StartChecks.Refuse(Builder("Development"));

    private static WebApplicationBuilder Builder(string environment, params string[] arguments) =>
        WebApplication.CreateBuilder([$"--environment={environment}", .. arguments]);
}
