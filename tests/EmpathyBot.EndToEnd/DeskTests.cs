using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>The desk as agents and supervisors work with it, in real browsers against the real host.</summary>
public sealed class DeskTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("light", 1280, ColorScheme.Light)]
    [InlineData("dark", 1280, ColorScheme.Dark)]
    [InlineData("phone-light", 390, ColorScheme.Light)]
    [InlineData("phone-dark", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(string name, int width, ColorScheme scheme)
    {
        await using var host = await HostProcess.StartAsync();
        var customer = await UpsetCustomerAsync(host);
        var desk = await DeskPage.OpenAsync(browser, host.Url, "Mira", scheme, width);
        await CleanAsync(desk, $"desk-{name}-queue");

        await desk.GoToAsync(customer.ConversationId);
        await CleanAsync(desk, $"desk-{name}-brief");
        await desk.PressAsync("t");
        await Assertions.Expect(desk.Box).ToBeFocusedAsync();
        await desk.Box.FillAsync("What is your order number?");
        await Assertions.Expect(desk.Page.GetByText("Already told: order number is 10005")).ToBeVisibleAsync();
        await CleanAsync(desk, $"desk-{name}-draft");

        await desk.PressAsync("p");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "Phrases" }).GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await CleanAsync(desk, $"desk-{name}-phrases");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.PressAsync("n");
        await desk.SaveNoteAsync("The parcel search is open since Monday.");
        await CleanAsync(desk, $"desk-{name}-note");

        foreach (var key in (string[])["x", "b", "c", "a", "?"])
        {
            await desk.PressAsync(key);
            await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
            await CleanAsync(desk, $"desk-{name}-dialog-{(key == "?" ? "keys" : key)}");
            await desk.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(desk.Dialog).ToBeHiddenAsync();
        }

        await desk.PressAsync("s");
        await Assertions.Expect(desk.Page.GetByLabel("At the desk")).ToContainTextAsync("Mira");
        await CleanAsync(desk, $"desk-{name}-supervision");
    }

    [Fact]
    public async Task A_conversation_goes_from_hand_to_hand_and_nobody_is_left_guessing()
    {
        await using var host = await HostProcess.StartAsync();
        var customer = await UpsetCustomerAsync(host);
        var mira = await DeskPage.OpenAsync(browser, host.Url, "Mira");
        var joel = await DeskPage.OpenAsync(browser, host.Url, "Joel");
        await mira.GoToAsync(customer.ConversationId);
        await mira.PressAsync("t");
        await Assertions.Expect(mira.Box).ToBeFocusedAsync();

        // A supervisor reads along and whispers; the customer sees none of it.
        await joel.GoToAsync(customer.ConversationId);
        await joel.PressAsync("n");
        await joel.SaveNoteAsync("Offer to send a new one.");
        await Assertions.Expect(mira.Messages).ToContainTextAsync("Offer to send a new one.");
        Assert.DoesNotContain(await customer.ReadAsync(), activity => ((string?)activity["text"])?.Contains("Offer to send", StringComparison.Ordinal) == true);

        // To a colleague out of the list: on top of their queue.
        await mira.PressAsync("x");
        await mira.Dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("Joel") }).CheckAsync();
        await mira.Dialog.GetByRole(AriaRole.Button, new() { Name = "Transfer", Exact = true }).ClickAsync();
        await Assertions.Expect(joel.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Passed on to you") })).ToBeVisibleAsync();
        await Assertions.Expect(joel.Page.GetByRole(AriaRole.Button, new() { Name = "Take", Exact = true })).ToBeVisibleAsync();
        await joel.PressAsync("t");
        await Assertions.Expect(joel.Box).ToBeFocusedAsync();

        // And back into other hands by a supervisor.
        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await Assertions.Expect(joel.Messages.Page.GetByText("With Mira", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(joel.Box).ToBeHiddenAsync();

        await Assertions.Expect(mira.Box).ToBeVisibleAsync();
        await mira.PressAsync("b");
        await mira.Dialog.GetByLabel("What the assistant tells the customer from you").FillAsync("The new lamp leaves on Monday.");
        await mira.Dialog.GetByRole(AriaRole.Button, new() { Name = "Return to assistant" }).ClickAsync();
        await Assertions.Expect(mira.Messages).ToContainTextAsync("The new lamp leaves on Monday.");
        Assert.Contains(await customer.ReadAsync(), activity => ((string?)activity["text"])?.Contains("The new lamp leaves on Monday.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Letters_are_letters_to_who_writes_and_to_who_switched_the_keys_off()
    {
        await using var host = await HostProcess.StartAsync();
        var customer = await UpsetCustomerAsync(host);
        var desk = await DeskPage.OpenAsync(browser, host.Url, "Mira");
        await Assertions.Expect(desk.Cards).ToHaveCountAsync(1);
        await desk.PressAsync("j");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await desk.PressAsync("t");
        await Assertions.Expect(desk.Box).ToBeFocusedAsync();

        await desk.Page.Keyboard.TypeAsync("checking?");
        await Assertions.Expect(desk.Box).ToHaveValueAsync("checking?");
        await Assertions.Expect(desk.Dialog).ToBeHiddenAsync();

        await desk.PressAsync("?");
        await desk.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Single letters act as keys" }).UncheckAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.ReloadAsync();
        await desk.GoToAsync(customer.ConversationId);
        await desk.PressAsync("c");
        await Assertions.Expect(desk.Dialog).ToBeHiddenAsync();
    }

    private static async Task<Customer> UpsetCustomerAsync(HostProcess host)
    {
        var customer = await Customer.JoinAsync(host.Http);
        await customer.AskAsync("Where is my order?");
        await customer.AskAsync("10005");
        await customer.AskAsync("This is the third time I'm asking, I am so angry with you!");
        await customer.AskAsync("I want to talk to a real person");
        return customer;
    }

    private static async Task CleanAsync(DeskPage desk, string name)
    {
        await Browser.KeepPictureAsync(desk.Page, name);
        Assert.Empty(await Browser.ProblemsAsync(desk.Page));
    }
}
