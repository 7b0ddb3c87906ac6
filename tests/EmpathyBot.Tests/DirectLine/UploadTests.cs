using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.DirectLine;

public sealed class UploadTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    [Fact]
    public async Task Two_files_are_joined_to_their_attachments_by_name_and_sent_with_the_activity()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var template = """
            {"type":"message","text":"see these","channelData":{"clientActivityID":"u1","attachmentSizes":[8,5]},
             "attachments":[{"contentType":"image/png","name":"proof.png","thumbnailUrl":"data:image/png;base64,AAAA"},
                            {"contentType":"text/plain","name":"hello.txt"}]}
            """;

        var answer = await UploadAsync(host, page, template, ("hello.txt", "text/plain", "hello"u8.ToArray()), ("proof.png", "image/png", Png));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var echo = (await page.HistoryAsync())[1]!;
        Assert.Equal((string)answer.Json!["id"]!, (string)echo["id"]!);
        Assert.Equal("u1", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Equal("data:image/png;base64,AAAA", (string)echo["attachments"]![0]!["thumbnailUrl"]!);
        Assert.Equal(Png, await DownloadAsync(host, echo["attachments"]![0]!));
        Assert.Equal("hello"u8.ToArray(), await DownloadAsync(host, echo["attachments"]![1]!));
        Assert.Equal(page.ConversationId, Assert.Single(host.Turns.Asked));
    }

    [Fact]
    public async Task Files_whose_names_the_client_made_differ_find_their_attachment_by_order()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var template = """{"type":"message","attachments":[{"name":"a.txt","contentType":"text/plain"},{"name":"a.txt","contentType":"text/plain"}]}""";

        await UploadAsync(host, page, template, ("a (1).txt", "text/plain", "one"u8.ToArray()), ("a (2).txt", "text/plain", "two"u8.ToArray()));

        var attachments = (await page.HistoryAsync())[1]!["attachments"]!.AsArray();
        Assert.Equal(2, attachments.Count);
        Assert.Equal("one"u8.ToArray(), await DownloadAsync(host, attachments[0]!));
        Assert.Equal("two"u8.ToArray(), await DownloadAsync(host, attachments[1]!));
    }

    [Fact]
    public async Task Files_without_an_activity_become_a_message()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        await UploadAsync(host, page, null, ("../../etc/passwd", "text/plain", "x"u8.ToArray()));

        var echo = (await page.HistoryAsync())[1]!;
        Assert.Equal("message", (string)echo["type"]!);
        Assert.Equal("passwd", (string)echo["attachments"]![0]!["name"]!);
    }

    [Theory]
    [InlineData("name=\"file\"; filename=\"grün.jpg\"")]
    [InlineData("attachment; filename*=UTF-8''gr%C3%BCn.jpg")]
    public async Task A_single_file_may_be_the_body_itself(string disposition)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var content = new ByteArrayContent(Png) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);

        var answer = await host.SendAsync(HttpMethod.Post, $"{page.Path}/upload?userId={page.UserId}", page.Token, content);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var attachment = (await page.HistoryAsync())[1]!["attachments"]![0]!;
        Assert.Equal("grün.jpg", (string)attachment["name"]!);
        Assert.Equal("image/jpeg", (string)attachment["contentType"]!);
    }

    [Fact]
    public async Task Too_big_or_too_many_files_are_refused_with_a_sentence_and_nothing_is_kept()
    {
        await using var host = await DirectLineHost.StartAsync(options =>
        {
            options.MaxUploadBytes = 2048;
            options.MaxUploadFiles = 2;
        });
        var page = await host.OpenChatAsync();
        (string, string, byte[]) Small(string name) => (name, "text/plain", new byte[10]);

        var big = await UploadAsync(host, page, null, ("big.bin", "application/zip", new byte[2049]));
        var together = await UploadAsync(host, page, null, ("a", "application/zip", new byte[1500]), ("b", "application/zip", new byte[1500]));
        var many = await UploadAsync(host, page, null, Small("a"), Small("b"), Small("c"));
        var huge = await host.SendAsync(HttpMethod.Post, $"{page.Path}/upload", page.Token, new ByteArrayContent(new byte[3_000_000]));

        foreach (var answer in new[] { big, together, many, huge })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
            Assert.EndsWith(".", answer.ErrorMessage, StringComparison.Ordinal);
        }

        Assert.Empty(host.Attachments.Kept);
        Assert.Single(await page.HistoryAsync());
    }

    [Fact]
    public async Task A_broken_or_empty_upload_is_refused_with_a_sentence()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var cut = new ByteArrayContent(Encoding.ASCII.GetBytes("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"));
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=xyz");
        var nameless = new ByteArrayContent([1]);
        nameless.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data");

        foreach (var content in new[] { cut, nameless, new ByteArrayContent([]) })
        {
            var answer = await host.SendAsync(HttpMethod.Post, $"{page.Path}/upload", page.Token, content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.ErrorMessage);
        }

        var malformed = await UploadAsync(host, page, "{not json", ("a.txt", "text/plain", [1]));
        Assert.Equal(HttpStatusCode.BadRequest, malformed.Status);
    }

    [Fact]
    public async Task Only_safe_images_are_shown_in_place_and_nothing_is_run()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        await UploadAsync(
            host, page, null, ("p.png", "image/png", Png), ("p.svg", "image/svg+xml", "<svg/>"u8.ToArray()), ("p.html", "text/html", "<script>"u8.ToArray()));
        var attachments = (await page.HistoryAsync())[1]!["attachments"]!.AsArray();

        var png = await host.GetAsync((string)attachments[0]!["contentUrl"]!);
        Assert.Equal("image/png", png.Header("Content-Type"));
        Assert.Null(png.Header("Content-Disposition"));
        foreach (var other in attachments.Skip(1))
        {
            var answer = await host.GetAsync((string)other!["contentUrl"]!);
            Assert.Equal("application/octet-stream", answer.Header("Content-Type"));
            Assert.StartsWith("attachment; filename=", answer.Header("Content-Disposition"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Contains("sandbox", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_address_of_a_file_is_signed_expires_and_is_made_anew_when_the_conversation_is_read()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        await UploadAsync(host, page, null, ("p.png", "image/png", Png));
        var url = (string)(await page.HistoryAsync())[1]!["attachments"]![0]!["contentUrl"]!;

        Assert.Equal("BadLink", (await host.GetAsync(url.Replace("exp=", "exp=9", StringComparison.Ordinal))).ErrorCode);
        Assert.Equal("BadLink", (await host.GetAsync(url.Split('?')[0])).ErrorCode);
        host.Clock.Turn(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal("BadLink", (await host.GetAsync(url)).ErrorCode);

        var again = await host.OpenPageAsync($$"""{"resume":"{{page.Resume}}"}""");
        Assert.Equal(Png, await DownloadAsync(host, (await again.HistoryAsync())[1]!["attachments"]![0]!));
    }

    [Fact]
    public async Task An_address_of_somebody_elses_file_is_not_made_anew()
    {
        await using var host = await DirectLineHost.StartAsync();
        var victim = await host.OpenChatAsync();
        await UploadAsync(host, victim, null, ("p.png", "image/png", Png));
        var url = (string)(await victim.HistoryAsync())[1]!["attachments"]![0]!["contentUrl"]!;
        host.Clock.Turn(TimeSpan.FromDays(8));
        var thief = await host.OpenChatAsync();

        await thief.SayAsync(url);
        var renewed = (string)(await thief.HistoryAsync())[1]!["text"]!;

        Assert.Equal("BadLink", (await host.GetAsync(renewed)).ErrorCode);
    }

    private static Task<Answer> UploadAsync(
        DirectLineHost host, Page page, string? activity, params (string Name, string Type, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            // As browsers send it: a blob, so it looks like a file.
            var part = new StringContent(activity, Encoding.UTF8);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            form.Add(part, "activity", "blob");
        }

        foreach (var (name, type, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, "file", name);
        }

        return host.SendAsync(HttpMethod.Post, $"{page.Path}/upload?userId={page.UserId}", page.Token, form);
    }

    private static async Task<byte[]> DownloadAsync(DirectLineHost host, JsonNode attachment)
    {
        using var client = host.Client;
        return await client.GetByteArrayAsync((string)attachment["contentUrl"]!);
    }
}
