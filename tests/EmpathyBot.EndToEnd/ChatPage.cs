using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>The demo shop with the chat open, as a customer uses it.</summary>
public sealed class ChatPage
{
    private ChatPage(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<ChatPage> OpenAsync(IPage page, Uri url)
    {
        await page.GotoAsync(url.ToString());
        var chat = new ChatPage(page);
        await chat.OpenPanelAsync();
        return chat;
    }

    public async Task SayAsync(string text)
    {
        var box = Page.Locator(".webchat__send-box-text-box__input");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Waits until this is written in the transcript.</summary>
    public Task SeesAsync(string text) =>
        Assertions.Expect(Page.Locator(".webchat__basic-transcript__transcript").Or(Page.Locator(".webchat__basic-transcript")).First)
            .ToContainTextAsync(text, new() { Timeout = 30_000 });

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await OpenPanelAsync();
    }

    private async Task OpenPanelAsync()
    {
        var box = Page.Locator(".webchat__send-box-text-box__input");
        if (!await box.IsVisibleAsync())
            await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("chat", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await Assertions.Expect(box).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
