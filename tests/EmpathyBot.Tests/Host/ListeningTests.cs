using EmpathyBot.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace EmpathyBot.Tests.Host;

public sealed class ListeningTests
{
    [Fact]
    public void Without_a_setting_it_listens_where_bot_developers_expect_it() => Assert.Equal("http://localhost:3978", Urls());

    [Theory]
    [InlineData("--urls=http://127.0.0.1:4000", "http://127.0.0.1:4000")]
    [InlineData("--http_ports=8080", null)]
    public void A_setting_wins(string argument, string? expected) => Assert.Equal(expected, Urls(argument));

    private static string? Urls(params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Configuration["urls"] = arguments.FirstOrDefault(argument => argument.StartsWith("--urls=", StringComparison.Ordinal))?["--urls=".Length..];
        builder.ListenByConvention();
        return builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey);
    }
}
