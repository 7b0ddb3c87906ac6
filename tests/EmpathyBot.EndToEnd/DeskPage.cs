using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>An agent's desk in a browser.</summary>
public sealed class DeskPage(IPage page)
{
    public IPage Page => page;

    public ILocator Cards => page.GetByLabel("Queue", new() { Exact = true }).GetByRole(AriaRole.Link);

    public ILocator Messages => page.GetByRole(AriaRole.Region, new() { Name = "Messages" });

    public ILocator Box => page.GetByLabel("Your message");

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    /// <summary>Signs in under a name, in a browser of its own.</summary>
    public static async Task<DeskPage> OpenAsync(Browser browser, Uri host, string name, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var page = await browser.OpenAsync(scheme, width);
        await page.GotoAsync(new Uri(host, "desk").ToString());
        await page.GetByLabel("Your name").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Queue", new() { Exact = true })).ToBeVisibleAsync();
        return new(page);
    }

    /// <summary>Opens a conversation by its address, as a link from elsewhere does.</summary>
    public async Task GoToAsync(string conversationId)
    {
        await page.EvaluateAsync("id => { location.hash = '#/conversations/' + encodeURIComponent(id); }", conversationId);
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
    }

    /// <summary>Presses a key where no one writes.</summary>
    public async Task PressAsync(string key)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        await page.Keyboard.PressAsync(key);
    }

    public async Task SaveNoteAsync(string text)
    {
        await page.GetByLabel("Your note").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        await Assertions.Expect(Messages).ToContainTextAsync(text);
    }
}
