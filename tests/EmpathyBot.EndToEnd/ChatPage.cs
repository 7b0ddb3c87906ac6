using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>A page with the chat on it, in the words of who uses it.</summary>
public sealed class ChatPage
{
    private readonly List<string> complaints = [];

    private ChatPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complain($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complain(error);
    }

    public IPage Page { get; }

    public ILocator Launcher => Page.Locator(".empathybot .launcher");

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    /// <summary>The line above the messages.</summary>
    public ILocator Strip => Page.Locator(".empathybot .strip [role=status]");

    public ILocator SendBox => Page.Locator(".webchat__send-box-text-box__html-text-area");

    public ILocator Replies => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    public ILocator OwnMessages => Page.Locator(".webchat__bubble--from-user");

    /// <summary>Errors and warnings of the browser's console.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints)
                return [.. complaints];
        }
    }

    /// <summary>Goes to a page; the chat stays as the page has it.</summary>
    public static async Task<ChatPage> VisitAsync(IPage page, Uri url)
    {
        var chat = new ChatPage(page);
        await page.GotoAsync(url.ToString());
        return chat;
    }

    /// <summary>Goes to a page and opens the chat.</summary>
    public static async Task<ChatPage> OpenAsync(IPage page, Uri url)
    {
        var chat = await VisitAsync(page, url);
        await chat.OpenPanelAsync();
        return chat;
    }

    /// <summary>The same page once more, in a tab beside this one.</summary>
    public async Task<ChatPage> SecondTabAsync() => await OpenAsync(await Page.Context.NewPageAsync(), new Uri(Page.Url));

    /// <summary>Writes a message and sends it.</summary>
    public async Task SayAsync(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>Writes a message, waits for an answer and gives it.</summary>
    public async Task<string> AskAsync(string text)
    {
        var before = await Replies.CountAsync();
        await SayAsync(text);
        await Replies.Nth(before).WaitForAsync();
        return await Replies.Last.InnerTextAsync();
    }

    /// <summary>Waits until this is written in the transcript.</summary>
    public Task SeesAsync(string text) =>
        Assertions.Expect(Page.Locator(".webchat__basic-transcript")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <summary>Waits until the line above the messages says this; a dropped connection is found again within the minute.</summary>
    public Task StripSaysAsync(string text) => Assertions.Expect(Strip).ToHaveTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>Loads the page again; a chat that was open is open again.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Opens the chat and waits for its first message.</summary>
    public async Task OpenPanelAsync()
    {
        await Assertions.Expect(Launcher).ToBeVisibleAsync();
        if (await Launcher.GetAttributeAsync("aria-expanded") == "false")
            await Launcher.ClickAsync();
        await ReadyAsync();
    }

    private async Task ReadyAsync()
    {
        await Assertions.Expect(SendBox).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Replies.First.WaitForAsync();
    }

    private void Complain(string what)
    {
        lock (complaints)
            complaints.Add(what);
    }
}
