using System.Net;
using System.Text;

namespace EmpathyBot.Tests.AgentDesk;

public class BadInputTests
{
    [Theory]
    [InlineData("messages", "{}", "text-missing")]
    [InlineData("messages", """{"text":""}""", "text-missing")]
    [InlineData("messages", """{"text":" \n\t "}""", "text-missing")]
    [InlineData("messages", """{"text":null}""", "text-missing")]
    [InlineData("messages", """{"text":5}""", "bad-json")]
    [InlineData("messages", """{"text":["a"]}""", "bad-json")]
    [InlineData("messages", """{"text":"\ud800"}""", "bad-json")]
    [InlineData("messages", """{"text":"a""", "bad-json")]
    [InlineData("messages", "[]", "bad-json")]
    [InlineData("messages", "null", "bad-json")]
    [InlineData("messages", "not json", "bad-json")]
    [InlineData("close", "{}", "bad-outcome")]
    [InlineData("close", """{"outcome":"done"}""", "bad-outcome")]
    [InlineData("close", """{"outcome":"0"}""", "bad-outcome")]
    [InlineData("close", """{"outcome":"solved,partly"}""", "bad-outcome")]
    [InlineData("close", """{"outcome":7}""", "bad-json")]
    [InlineData("return", """{"note":{}}""", "bad-json")]
    [InlineData("transfer", "{}", "bad-to")]
    [InlineData("transfer", """{"to":"  "}""", "bad-to")]
    public async Task A_body_that_cannot_be_used_is_refused_with_a_code_and_a_sentence(string verb, string body, string code)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey();
        await desk.PostAsync("handoffs/h-c1/accept");
        var before = (await host.FoundAsync()).Version;

        var answer = await desk.PostAsync($"handoffs/h-c1/{verb}", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.EndsWith(".", answer.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(before, (await host.FoundAsync()).Version);
    }

    [Theory]
    [InlineData("messages", "text", 4001, "text-too-long")]
    [InlineData("close", "note", 2001, "note-too-long")]
    [InlineData("return", "note", 2001, "note-too-long")]
    [InlineData("return", "word", 501, "word-too-long")]
    [InlineData("transfer", "to", 101, "bad-to")]
    public async Task What_is_too_long_is_refused_with_the_limit(string verb, string field, int length, string code)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey();
        await desk.PostAsync("handoffs/h-c1/accept");

        var answer = await desk.PostAsync($"handoffs/h-c1/{verb}", $$"""{"outcome":"solved","{{field}}":"{{new string('x', length)}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.Contains((length - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_unread()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();

        var answer = await host.WithKey().PostAsync("handoffs/h-c1/messages", $$"""{"text":"{{new string('x', 1_000_000)}}"}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_megabyte_that_does_not_say_its_length_is_refused_too()
    {
        await using var host = await DeskHost.StartAsync();
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 1_000_000)}}"}""")));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentLength = null;
        using var client = host.WithKey().Client;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/handoffs/h-c1/messages") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("messages")]
    [InlineData("typing")]
    [InlineData("close")]
    [InlineData("return")]
    [InlineData("transfer")]
    public async Task A_handoff_that_does_not_exist_is_not_found(string verb)
    {
        await using var host = await DeskHost.StartAsync();

        foreach (var id in new[] { "h-none", "..", "%2e%2e%2f", "'; drop table tickets;--", "😀" })
        {
            var answer = await host.WithKey().PostAsync($"handoffs/{Uri.EscapeDataString(id)}/{verb}", """{"text":"a","outcome":"solved","to":"b"}""");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_found()
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await host.WithKey().GetAsync("conversations/none");

        Assert.Equal((HttpStatusCode.NotFound, "no-such-conversation"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("messages", """{"text":"Hello"}""")]
    [InlineData("typing", null)]
    [InlineData("close", """{"outcome":"solved"}""")]
    [InlineData("return", "{}")]
    [InlineData("transfer", """{"to":"Joel"}""")]
    public async Task Who_has_not_taken_it_may_do_nothing_with_it(string verb, string? body)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();

        var answer = await host.WithKey().PostAsync($"handoffs/h-c1/{verb}", body);

        Assert.Equal((HttpStatusCode.Conflict, "not-held"), (answer.Status, answer.ErrorCode));
        Assert.EndsWith(".", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accept", null)]
    [InlineData("messages", """{"text":"Hello"}""")]
    [InlineData("typing", null)]
    [InlineData("close", """{"outcome":"solved"}""")]
    [InlineData("transfer", """{"to":"Joel"}""")]
    public async Task What_is_over_stays_over(string verb, string? body)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey();
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/return");
        var before = (await host.StreamAsync()).Count;

        var answer = await desk.PostAsync($"handoffs/h-c1/{verb}", body);

        Assert.Equal((HttpStatusCode.Conflict, "ended"), (answer.Status, answer.ErrorCode));
        Assert.Equal(before, (await host.StreamAsync()).Count);
    }

    [Fact]
    public async Task Text_in_any_script_arrives_as_it_was_written()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey();
        await desk.PostAsync("handoffs/h-c1/accept");
        const string text = "Où est-il ? 🤦🏽‍♀️ שלום 你好 \"quoted\" \\ </script>";

        await desk.PostAsync("handoffs/h-c1/messages", System.Text.Json.JsonSerializer.Serialize(new { text }));

        Assert.Equal(text, (string?)(await host.StreamAsync())[^1]["text"]);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();

        Assert.Equal("key-too-long", (await host.WithKey().PostAsync("handoffs/h-c1/messages", """{"text":"a"}""", key: new string('k', 201))).ErrorCode);
    }
}
