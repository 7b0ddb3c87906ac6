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

    [Theory]
    [InlineData("", "a", "p", "")]
    [InlineData("MultiTenant", "a", "p", "")]
    [InlineData("singletenant", "a", "p", "t")]
    [InlineData("UserAssignedMSI", "a", "", "t")]
    public void With_an_identity_and_a_help_line_it_starts_outside_Development(string type, string id, string password, string tenant) =>
        StartChecks.Refuse(Identified("Production", type, id, password, tenant));

    [Theory]
    [InlineData("Production", "", "", "", "", "MicrosoftAppId and MicrosoftAppPassword")]
    [InlineData("Production", "SingleTenant", "", "", "", "MicrosoftAppId and MicrosoftAppPassword and MicrosoftAppTenantId")]
    [InlineData("Production", "UserAssignedMSI", "", "", "", "MicrosoftAppId and MicrosoftAppTenantId")]
    [InlineData("Production", "UserAssignedMSI", "a", "p", "t", "which has no password")]
    [InlineData("Production", "Certificate", "a", "p", "t", "MicrosoftAppType is \"Certificate\". Set MultiTenant, SingleTenant or UserAssignedMSI.")]
    [InlineData("Development", "SingleTenant", "a", "p", "", "lacks MicrosoftAppTenantId")]
    [InlineData("Development", "", "a", "", "", "lacks MicrosoftAppPassword")]
    [InlineData("Development", "", "", "p", "", "lacks MicrosoftAppId")]
    [InlineData("Development", "Certificate", "", "", "", "MicrosoftAppType")]
    public void An_identity_that_is_not_whole_is_refused_in_one_sentence(
        string environment, string type, string id, string password, string tenant, string said)
    {
        var refused = Assert.Throws<StartRefusedException>(() => StartChecks.Refuse(Identified(environment, type, id, password, tenant)));
        Assert.Contains(said, Assert.Single(refused.Problems));
    }

    [Theory]
    [InlineData("http://login.example/openid")]
    [InlineData("nonsense")]
    public void Keys_and_tokens_are_only_taken_over_https(string address)
    {
        foreach (var name in new[] { "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromEmulatorOpenIdMetadataUrl", "ToChannelFromBotLoginUrl" })
        {
            var refused = Assert.Throws<StartRefusedException>(() => StartChecks.Refuse(Builder("Development", $"--{name}={address}")));
            Assert.StartsWith($"{name} is no https address.", Assert.Single(refused.Problems));
        }
    }

    private static WebApplicationBuilder Identified(string environment, string type, string id, string password, string tenant) => Builder(
        environment, "--Bot:HelpLines:en=Help Line, 0800 1234", $"--MicrosoftAppType={type}", $"--MicrosoftAppId={id}", $"--MicrosoftAppPassword={password}",
        $"--MicrosoftAppTenantId={tenant}");

    private static WebApplicationBuilder Builder(string environment, params string[] arguments) =>
        WebApplication.CreateBuilder([$"--environment={environment}", .. arguments]);
}
