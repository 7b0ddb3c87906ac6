namespace EmpathyBot.EndToEnd;

/// <summary>What the website's tests share: a host, a browser, and another shop that embeds the chat.</summary>
public sealed class WebsiteVisit : IAsyncLifetime
{
    public Browser Browser { get; } = new();

    public HostProcess Host { get; private set; } = null!;

    public OtherShop OtherShop { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        OtherShop = await OtherShop.StartAsync();
        Host = await HostProcess.StartAsync(("DirectLine:AllowedOrigins:0", OtherShop.Url.GetLeftPart(UriPartial.Authority)));
        OtherShop.Embed(Host.Url);
        await Browser.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Host.DisposeAsync();
        await OtherShop.DisposeAsync();
    }
}
