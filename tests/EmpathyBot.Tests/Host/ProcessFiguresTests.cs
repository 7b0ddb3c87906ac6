using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Host;

public sealed class ProcessFiguresTests
{
    [Fact]
    public async Task In_Development_the_process_tells_what_it_has_used()
    {
        await using var app = await StartAsync(Environments.Development);
        var figures = JsonNode.Parse(await app.GetTestClient().GetStringAsync("/api/development/process"))!;
        Assert.Equal(Environment.ProcessId, (int)figures["processId"]!);
        Assert.True((long)figures["allocatedBytes"]! > 0);
    }

    [Fact]
    public async Task Elsewhere_there_is_no_such_address()
    {
        await using var app = await StartAsync(Environments.Production);
        using var answer = await app.GetTestClient().GetAsync("/api/development/process");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapProcessFigures();
        await app.StartAsync();
        return app;
    }
}
