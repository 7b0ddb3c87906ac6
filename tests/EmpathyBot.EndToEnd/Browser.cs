using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EmpathyBot.EndToEnd;

/// <summary>One Chromium for all tests that need a page. A missing browser is a failure, never a skipped test.</summary>
public sealed class Browser : IAsyncLifetime
{
    // No network beside this machine: without these flags Chromium looks for updates and hosts of its own.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        // A busy machine is slow and not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Headless = true, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A page with nothing remembered.</summary>
    public async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800, string locale = "en-GB")
    {
        var context = await chromium!.NewContextAsync(new()
        {
            ColorScheme = scheme, Locale = locale, ViewportSize = new() { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    /// <summary>Keeps a picture among the test results.</summary>
    public static async Task KeepPictureAsync(IPage page, string name)
    {
        var folder = Environment.GetEnvironmentVariable("EMPATHYBOT_TEST_ARTIFACTS") ?? Path.Combine(HostProcess.RepositoryRoot(), "artifacts", "tests");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshots", name + ".png") });
    }

    /// <summary>Accessibility problems of our own markup; Web Chat's own are left to the report.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, params string[] leaveOut)
    {
        var options = new AxeRunContext { Exclude = [.. leaveOut.Select(selector => new AxeSelector(selector))] };
        var result = await page.RunAxe(options);
        return [.. result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(node => node.Html).Take(3))})")];
    }

    private static string Executable() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => path is not null && File.Exists(path))
        ?? throw new InvalidOperationException("Chromium is missing. Run ./test.sh, which installs it, or set CHROMIUM to its path.");
}
