using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.EndToEnd;

/// <summary>A page of somebody else, on an origin of its own, with our one line in it.</summary>
public sealed class OtherShop : IAsyncDisposable
{
    private readonly WebApplication app;
    private string script = "";

    private OtherShop(WebApplication app) => this.app = app;

    // By name where the bot is by number: another origin.
    public Uri Url => new($"http://localhost:{new Uri(app.Urls.Single()).Port}");

    public static async Task<OtherShop> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var shop = new OtherShop(builder.Build());
        shop.app.Run(shop.ServeAsync);
        await shop.app.StartAsync();
        return shop;
    }

    /// <summary>Puts the chat of this bot on the page.</summary>
    public void Embed(Uri bot) => script = $"<script src=\"{bot}widget.js\" defer></script>";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task ServeAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!doctype html><html lang=\"en\"><head><title>Other</title><link rel=\"icon\" href=\"data:,\"></head>"
            + $"<body><main><h1>Another shop</h1></main>{script}</body></html>");
    }
}
