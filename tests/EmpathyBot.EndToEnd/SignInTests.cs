using System.Diagnostics;
using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>Signing in with a password, and what a new agent meets from there to the first reply.</summary>
public sealed class SignInTests(Browser browser, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<Browser>
{
    private const string Password = "five words make a password";

    [Theory]
    [InlineData("light", 1280, ColorScheme.Light)]
    [InlineData("dark", 1280, ColorScheme.Dark)]
    [InlineData("phone-light", 390, ColorScheme.Light)]
    [InlineData("phone-dark", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_at_the_door_in_the_audit_log_and_where_the_password_is_changed(string name, int width, ColorScheme scheme)
    {
        await using var host = await WithAccountsAsync();
        await Customer.JoinAsync(host.Http);
        var page = await browser.OpenAsync(scheme, width);
        await page.GotoAsync(new Uri(host.Url, "desk").ToString());
        await Assertions.Expect(page.GetByLabel("Sign-in name")).ToBeFocusedAsync();
        await CleanAsync(page, $"sign-in-{name}");

        await page.GetByLabel("Sign-in name").FillAsync("mira@example.com");
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not let you in");
        await CleanAsync(page, $"sign-in-{name}-wrong");

        await page.GetByLabel("Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Queue", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change my password" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Current password")).ToBeFocusedAsync();
        await CleanAsync(page, $"password-{name}");
        await page.Keyboard.PressAsync("Escape");

        await page.EvaluateAsync("() => { location.hash = '#/audit'; }");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Entries" })).ToContainTextAsync("Sign-in failed");
        await CleanAsync(page, $"audit-{name}");
    }

    [Fact]
    public async Task A_new_agent_answers_the_first_customer_within_a_minute_of_opening_the_desk()
    {
        await using var host = await WithAccountsAsync();
        var customer = await Customer.JoinAsync(host.Http);
        await customer.AskAsync("Where is my order 10005? This is the third time I'm asking!");
        await customer.AskAsync("I want to talk to a real person");
        var page = await browser.OpenAsync();
        var (clock, steps) = (Stopwatch.StartNew(), 0);

        await page.GotoAsync(new Uri(host.Url, "desk").ToString());
        await StepAsync(page.GetByLabel("Sign-in name").FillAsync("mira@example.com"));
        await StepAsync(page.GetByLabel("Password").FillAsync(Password));
        await StepAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync());
        await StepAsync(page.GetByLabel("Queue", new() { Exact = true }).GetByRole(AriaRole.Link).First.ClickAsync());
        await Assertions.Expect(page.GetByLabel("Brief", new() { Exact = true })).ToContainTextAsync("10005");
        await StepAsync(page.GetByRole(AriaRole.Button, new() { Name = "Take and use it" }).ClickAsync());
        var box = page.GetByLabel("Your message");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await Assertions.Expect(box).Not.ToHaveValueAsync("");
        await StepAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync());
        await customer.UntilAsync(stream => stream.FirstOrDefault(activity => (string?)activity["from"]?["id"] == "agent" && (string?)activity["type"] == "message"));

        output.WriteLine($"{steps} steps, {clock.Elapsed.TotalSeconds:0.0} s of the machine's own time");
        Assert.Equal(6, steps);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"It took {clock.Elapsed}.");

        Task StepAsync(Task step)
        {
            steps++;
            return step;
        }
    }

    private static async Task<HostProcess> WithAccountsAsync()
    {
        var host = await HostProcess.StartAsync();
        Assert.Equal(0, await host.RunCommandAsync(Password, "desk-account", "add", "--name", "mira@example.com", "--shown", "Mira Lind", "--role", "supervisor"));
        return host;
    }

    private static async Task CleanAsync(IPage page, string name)
    {
        await Browser.KeepPictureAsync(page, name);
        Assert.Empty(await Browser.ProblemsAsync(page));
    }
}
