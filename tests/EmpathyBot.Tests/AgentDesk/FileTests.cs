using System.Net;

namespace EmpathyBot.Tests.AgentDesk;

public class FileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    [Fact]
    public async Task A_file_of_the_agents_is_on_the_customers_stream_and_in_the_transcript_and_opens_at_the_desk()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var sent = await SendAsync(desk, "label ✓.png", Png, "image/png");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        var shown = Assert.Single(await host.StreamAsync(), activity => activity["attachments"] is not null);
        Assert.Equal(("message", "Mira", (string?)null), ((string?)shown["type"], (string?)shown["from"]!["name"], (string?)shown["text"]));
        var attachment = Assert.Single(shown["attachments"]!.AsArray())!;
        Assert.Equal(("label ✓.png", "image/png"), ((string?)attachment["name"], (string?)attachment["contentType"]));
        Assert.StartsWith("http://localhost/v3/directline/attachments/", (string?)attachment["contentUrl"]);

        var turn = (await desk.GetAsync("conversations/c1")).Json["turns"]!.AsArray()[^1]!;
        Assert.Equal(("agent", "File: label ✓.png"), ((string?)turn["role"], (string?)turn["text"]));
        var file = Assert.Single(turn["files"]!.AsArray())!;
        using var opened = await desk.Client.GetAsync((string)file["url"]!);
        Assert.Equal("image/png", opened.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Png, await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(opened.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("text/html", "page.html")]
    [InlineData("image/svg+xml", "drawing.svg")]
    [InlineData("no type at all", "../../etc/thing")]
    public async Task What_a_browser_could_run_is_for_download_only(string type, string name)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        await SendAsync(desk, name, "<script>alert(1)</script>"u8.ToArray(), type);

        var turn = (await desk.GetAsync("conversations/c1")).Json["turns"]!.AsArray()[^1]!;
        var file = turn["files"]![0]!;
        Assert.DoesNotContain('/', (string)file["name"]!);
        using var opened = await desk.Client.GetAsync((string)file["url"]!);
        Assert.Equal(("application/octet-stream", "attachment"), (opened.Content.Headers.ContentType!.MediaType, opened.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task The_same_key_sends_a_file_once()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var first = await SendAsync(desk, "a.png", Png, "image/png", "k1");
        var again = await SendAsync(desk, "a.png", Png, "image/png", "k1");

        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
        Assert.Single(await host.StreamAsync(), activity => activity["attachments"] is not null);
    }

    [Fact]
    public async Task Only_who_holds_the_conversation_sends_files_and_nobody_too_large_or_empty_ones()
    {
        await using var host = await DeskHost.StartAsync(options => options.MaxFileBytes = 2048);
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync("Mira"), await host.SignInAsync("Joel"));
        Assert.Equal((HttpStatusCode.Conflict, "not-held"), Code(await SendAsync(mira, "a.png", Png, "image/png")));
        await mira.PostAsync("handoffs/h-c1/accept");

        Assert.Equal((HttpStatusCode.Conflict, "held-by-other"), Code(await SendAsync(joel, "a.png", Png, "image/png")));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "file-too-large"), Code(await SendAsync(mira, "a.png", new byte[2049], "image/png")));
        Assert.Equal((HttpStatusCode.BadRequest, "file-empty"), Code(await SendAsync(mira, "a.png", [], "image/png")));
        Assert.Equal((HttpStatusCode.NotFound, "no-such-handoff"), Code(await SendAsync(mira, "a.png", Png, "image/png", ticket: "nobody's")));
        Assert.DoesNotContain(await host.StreamAsync(), activity => activity["attachments"] is not null);
    }

    [Fact]
    public async Task Elsewhere_than_on_the_website_no_file_is_sent()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(channel: "msteams");
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        Assert.Equal((HttpStatusCode.BadRequest, "website-only"), Code(await SendAsync(desk, "a.png", Png, "image/png")));
    }

    [Fact]
    public async Task A_file_opens_in_its_own_conversation_only_and_for_nobody_who_is_not_signed_in()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("c1");
        await host.QueuedAsync("c2");
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        await SendAsync(desk, "a.png", Png, "image/png");
        var url = (string)(await desk.GetAsync("conversations/c1")).Json["turns"]!.AsArray()[^1]!["files"]![0]!["url"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync(url.Replace("/c1/", "/c2/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.NewClient().GetAsync(url)).StatusCode);
    }

    private static (HttpStatusCode, string?) Code(DeskAnswer answer) => (answer.Status, answer.ErrorCode);

    private static Task<DeskAnswer> SendAsync(Desk desk, string name, byte[] bytes, string type, string? key = null, string ticket = "h-c1")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/desk/handoffs/{ticket}/files?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("X-Desk", "1");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return desk.SendAsync(request);
    }
}
