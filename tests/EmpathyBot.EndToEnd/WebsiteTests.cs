using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>The chat on the website, in a real browser against the real host.</summary>
public sealed class WebsiteTests(WebsiteVisit visit) : IClassFixture<WebsiteVisit>
{
    private readonly Browser browser = visit.Browser;
    private readonly HostProcess host = visit.Host;

    [Fact]
    public async Task A_customer_is_told_what_they_talk_with_and_can_write_at_once()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);

        var welcome = await page.Replies.First.InnerTextAsync();
        Assert.Contains("AI", welcome, StringComparison.Ordinal);
        Assert.Contains("mood", welcome, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("person", welcome, StringComparison.OrdinalIgnoreCase);
        await Assertions.Expect(page.SendBox).ToBeFocusedAsync();
        await Browser.KeepPictureAsync(page.Page, "welcome");

        Assert.NotEmpty(await page.AskAsync("What does shipping cost?"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_chat_is_opened_used_and_closed_with_the_keyboard_alone()
    {
        var page = await ChatPage.VisitAsync(await browser.OpenAsync(), host.Url);
        await page.Launcher.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Launcher).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.SendBox).ToBeFocusedAsync();

        await page.Page.Keyboard.TypeAsync("Hello");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.OwnMessages).ToHaveCountAsync(1);
        await page.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Panel).ToHaveCountAsync(0);
        await Assertions.Expect(page.Launcher).ToBeFocusedAsync();
        await Assertions.Expect(page.Launcher).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task About_this_chat_says_what_it_is_and_asks_in_the_customers_name()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "About this chat" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "About this chat" })).ToContainTextAsync("automated assistant (AI)");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Why did you say that?", Exact = true }).ClickAsync();
        await Assertions.Expect(page.OwnMessages).ToContainTextAsync("Why did you say that?");
        await Assertions.Expect(page.SendBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_reload_and_a_second_tab_show_the_same_conversation()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);
        await page.AskAsync("Do you ship to Portugal?");
        var replies = await page.Replies.AllInnerTextsAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Replies).ToHaveCountAsync(replies.Count);
        Assert.Equal(replies[0], (await page.Replies.AllInnerTextsAsync())[0]);

        var second = await page.SecondTabAsync();
        await second.SayAsync("And how long does it take?");
        await Assertions.Expect(page.OwnMessages.Last).ToContainTextAsync("And how long does it take?");
    }

    [Fact]
    public async Task Who_is_offline_is_told_so_and_goes_on_afterwards()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);
        await page.SendBox.FillAsync("half a sentence");

        await page.Page.Context.SetOfflineAsync(true);
        await page.StripSaysAsync("You are offline. Your conversation is kept.");
        await page.Page.Context.SetOfflineAsync(false);
        await page.StripSaysAsync("");

        Assert.Equal("half a sentence", await page.SendBox.InputValueAsync());
        Assert.NotEmpty(await page.AskAsync("What does shipping cost?"));
    }

    [Fact]
    public async Task A_killed_server_is_said_and_found_again()
    {
        await using var own = await HostProcess.StartAsync();
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), own.Url);
        await page.AskAsync("What does shipping cost?");

        await own.KillAsync();
        await page.StripSaysAsync("The connection dropped. Reconnecting…");
        await own.RestartAsync();
        await page.StripSaysAsync("");

        Assert.NotEmpty(await page.AskAsync("Do you ship to Portugal?"));
    }

    [Fact]
    public async Task A_chat_that_cannot_begin_says_so_and_can_be_tried_again()
    {
        var page = await ChatPage.VisitAsync(await browser.OpenAsync(), host.Url);
        await page.Page.RouteAsync("**/api/token", route => route.FulfillAsync(new() { Status = 503 }));
        await page.Launcher.ClickAsync();
        await page.StripSaysAsync("We can’t reach the chat right now.");

        await page.Page.UnrouteAllAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await page.StripSaysAsync("");
        await page.Replies.First.WaitForAsync();
    }

    [Fact]
    public async Task The_same_chat_works_on_another_shops_page()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), visit.OtherShop.Url);

        Assert.NotEmpty(await page.AskAsync("What does shipping cost?"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task What_customers_write_is_shown_as_text()
    {
        var page = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);
        await page.AskAsync("<img src=x onerror=\"document.title='owned'\"> <b>bold</b>");

        Assert.Contains("<b>bold</b>", await page.OwnMessages.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual("owned", await page.Page.TitleAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_chat_speaks_the_browsers_language()
    {
        var page = await ChatPage.VisitAsync(await browser.OpenAsync(locale: "es-ES"), host.Url);
        await Assertions.Expect(page.Launcher).ToHaveAccessibleNameAsync("Habla con nosotros");
        await page.OpenPanelAsync();

        await Assertions.Expect(page.SendBox).ToHaveAttributeAsync("placeholder", "Escribe tu mensaje");
    }

    [Theory]
    [InlineData("light", 1280, ColorScheme.Light)]
    [InlineData("dark", 1280, ColorScheme.Dark)]
    [InlineData("phone-light", 390, ColorScheme.Light)]
    [InlineData("phone-dark", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(string name, int width, ColorScheme scheme)
    {
        var page = await ChatPage.VisitAsync(await browser.OpenAsync(scheme, width), host.Url);
        Assert.Empty(await Browser.ProblemsAsync(page.Page));

        await page.OpenPanelAsync();
        Assert.Empty(await Browser.ProblemsAsync(page.Page));

        await page.AskAsync("This is the third time I'm asking. Where is my refund?");
        await Browser.KeepPictureAsync(page.Page, $"chat-{name}");
        Assert.Empty(await Browser.ProblemsAsync(page.Page));

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "About this chat" }).ClickAsync();
        Assert.Empty(await Browser.ProblemsAsync(page.Page));
    }
}
