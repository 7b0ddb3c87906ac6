using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>One story from both sides, in two real browsers at once.</summary>
public sealed class StoryTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>The smallest picture there is.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_customer_is_heard_helped_and_handed_to_a_person_who_answers_and_gives_back()
    {
        await using var host = await HostProcess.StartAsync();
        var customer = await ChatPage.OpenAsync(await browser.OpenAsync(), host.Url);
        await customer.SeesAsync("a program (AI)");
        await Browser.KeepPictureAsync(customer.Page, "story-1-welcome");

        await customer.SayAsync("This is the third time I'm asking. Where is my order 10005?");
        await customer.SeesAsync("e-mail");
        await customer.SayAsync("eva.lind@example.com");
        await customer.SeesAsync("days late");
        await customer.SayAsync("yes");
        await customer.SeesAsync("PS-10005");
        await customer.SayAsync("I want to talk to a real person");
        // Some wordings begin with the ticket, some name it in the middle.
        await customer.SeesAsync("icket H-");
        await Browser.KeepPictureAsync(customer.Page, "story-2-heard-helped-handed-over");

        var agent = await browser.OpenAsync();
        await agent.GotoAsync(new Uri(host.Url, "desk").ToString());
        await agent.GetByLabel("Your name").FillAsync("Mira");
        await agent.GetByRole(AriaRole.Button, new() { NameRegex = new("sign in", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        await agent.GetByLabel("Queue", new() { Exact = true }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(agent.GetByLabel("Brief", new() { Exact = true })).ToContainTextAsync("10005");
        await Browser.KeepPictureAsync(agent, "story-3-desk-brief");

        await agent.GetByRole(AriaRole.Button, new() { Name = "Take" }).First.ClickAsync();
        await customer.SeesAsync("Mira");
        await agent.GetByLabel("Your message").FillAsync("Hello, I have the parcel search in front of me. One moment.");
        await agent.Keyboard.PressAsync("Enter");
        await customer.SeesAsync("One moment.");
        await customer.SayAsync("Thank you Mira");
        await Assertions.Expect(agent.GetByLabel("Messages")).ToContainTextAsync("Thank you Mira");
        await Browser.KeepPictureAsync(agent, "story-4-live-agent");
        await Browser.KeepPictureAsync(customer.Page, "story-5-live-customer");

        // A file of the agent's is a picture in the customer's chat and at the desk.
        await agent.GetByLabel("Files to send").SetInputFilesAsync(new FilePayload { Name = "search.png", MimeType = "image/png", Buffer = Dot });
        var picture = customer.Page.GetByRole(AriaRole.Img, new() { Name = "search.png" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await Assertions.Expect(agent.GetByRole(AriaRole.Img, new() { Name = "search.png" })).ToBeVisibleAsync();
        Assert.Equal(1, await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));

        // Both reload in the middle: nothing is lost on either side, and nothing stands there twice.
        await customer.ReloadAsync();
        await customer.SeesAsync("One moment.");
        await Assertions.Expect(picture).ToHaveCountAsync(1);
        await agent.ReloadAsync();
        await Assertions.Expect(agent.GetByLabel("Messages")).ToContainTextAsync("Thank you Mira");
        await Assertions.Expect(agent.GetByRole(AriaRole.Img, new() { Name = "search.png" })).ToHaveCountAsync(1);

        // And both go on where they were.
        await customer.SayAsync("I am still here");
        await Assertions.Expect(agent.GetByLabel("Messages")).ToContainTextAsync("I am still here");
        await agent.GetByLabel("Your message").FillAsync("The search is open.");
        await agent.Keyboard.PressAsync("Enter");
        await customer.SeesAsync("The search is open.");

        await agent.GetByRole(AriaRole.Button, new() { NameRegex = new("return", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await agent.GetByRole(AriaRole.Dialog).GetByLabel("Note", new() { Exact = true }).FillAsync("Search is open, answer promised.");
        await agent.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("return", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        await customer.SeesAsync("handed");
        await customer.SayAsync("what does shipping to Germany cost?");
        await customer.SeesAsync("Germany");
        await Browser.KeepPictureAsync(customer.Page, "story-6-back-with-the-bot");
    }
}
