using System.Net;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Host;
using EmpathyBot.Host.Telemetry;
using EmpathyBot.Tests.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EmpathyBot.Tests.Host;

/// <summary><c>/healthz</c> and <c>/readyz</c> tell the truth.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task With_all_its_parts_it_is_ready()
    {
        var (alive, status, body) = await AskAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (alive, status));
        Assert.Equal("""{"status":"ready","parts":{"store":"ok","content":"ok","reading":"ok","backOffice":"ok"}}""", body);
    }

    [Fact]
    public async Task Without_its_store_it_lives_and_is_not_ready()
    {
        var (alive, status, body) = await AskAsync(storeFails: true);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive, status));
        Assert.Contains("\"status\":\"not-ready\",\"parts\":{\"store\":\"down\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-host", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_back_office_that_leaves_calls_unanswered_it_serves_and_says_what_does_not_work()
    {
        var (_, status, body) = await AskAsync(unanswered: 3);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"status\":\"degraded\"", body, StringComparison.Ordinal);
        Assert.Contains("\"backOffice\":\"down\"", body, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"ready\"", (await AskAsync(unanswered: 2)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_answer_of_the_back_office_makes_it_well_again()
    {
        var health = new BackOfficeHealth();
        for (var call = 0; call < 5; call++)
            health.Note(BackOfficeOutcome.Unavailable);
        Assert.True(health.IsDown);

        health.Note(BackOfficeOutcome.NotFound);

        Assert.False(health.IsDown);
    }

    private static async Task<(HttpStatusCode Alive, HttpStatusCode Ready, string Body)> AskAsync(bool storeFails = false, int unanswered = 0)
    {
        var store = new Mock<IConversationStore>();
        if (storeFails)
            store.Setup(it => it.LastChangeAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("no-such-host:5432"));
        var backOffice = new BackOfficeHealth();
        for (var call = 0; call < unanswered; call++)
            backOffice.Note(BackOfficeOutcome.Unavailable);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddSingleton(store.Object).AddSingleton<IContentSource, ScriptedContent>()
            .AddSingleton<IEmotionDetector, ScriptedDetector>().AddSingleton(backOffice);
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        using var client = app.GetTestClient();
        var alive = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
        var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
        return (alive.StatusCode, ready.StatusCode, await ready.Content.ReadAsStringAsync());
    }
}
