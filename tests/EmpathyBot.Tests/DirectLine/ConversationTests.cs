using System.Net;

namespace EmpathyBot.Tests.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_page_gets_all_it_needs_to_begin()
    {
        await using var host = await DirectLineHost.StartAsync();

        var page = await host.OpenPageAsync("""{"locale":"de-DE"}""");

        Assert.StartsWith("dl_", page.UserId, StringComparison.Ordinal);
        Assert.Equal(1800, (int)page.Begun["expires_in"]!);
        Assert.Equal("http://localhost/v3/directline", (string)page.Begun["domain"]!);
        Assert.Equal(64, page.Resume.Length);
        Assert.DoesNotContain(page.Resume, host.Resumes.Hashes);
    }

    [Fact]
    public async Task A_conversation_is_created_once_with_its_welcome_and_found_again_after()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenPageAsync();

        var first = await page.StartAsync("""{"user":{"id":"r_chosen"},"locale":"en-GB"}""");
        var second = await page.StartAsync();

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(page.ConversationId, (string)first.Json!["conversationId"]!);
        Assert.StartsWith($"ws://localhost{page.Path}/stream?watermark=-&t=", (string)first.Json["streamUrl"]!, StringComparison.Ordinal);
        Assert.True(Guid.TryParse((string)first.Json["referenceGrammarId"]!, out _));
        Assert.Equal("Hello", (string)Assert.Single(await page.HistoryAsync())!["text"]!);
        Assert.Equal("en-GB", host.Starter.LastLocale);
    }

    [Fact]
    public async Task The_locale_of_the_token_comes_before_that_of_the_start_and_a_strange_one_is_ignored()
    {
        await using var host = await DirectLineHost.StartAsync();

        await (await host.OpenPageAsync("""{"locale":"fr-CA"}""")).StartAsync("""{"locale":"en-GB"}""");
        Assert.Equal("fr-CA", host.Starter.LastLocale);

        await (await host.OpenPageAsync("""{"locale":"../etc"}""")).StartAsync("""{"locale":7}""");
        Assert.Equal("en", host.Starter.LastLocale);
    }

    [Fact]
    public async Task A_returning_page_finds_its_conversation_and_gets_a_new_resume_value()
    {
        await using var host = await DirectLineHost.StartAsync();
        var before = await host.OpenChatAsync();
        await before.SayAsync("my parcel is late");

        var after = await host.OpenPageAsync($$"""{"resume":"{{before.Resume}}"}""");
        var started = await after.StartAsync();

        Assert.Equal(HttpStatusCode.OK, started.Status);
        Assert.Equal(before.ConversationId, after.ConversationId);
        Assert.Equal(before.UserId, after.UserId);
        Assert.NotEqual(before.Resume, after.Resume);
        Assert.Equal(["Hello", "my parcel is late"], (await after.HistoryAsync()).Select(activity => (string?)activity!["text"]));
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("")]
    public async Task An_unknown_resume_value_gives_a_fresh_conversation(string resume)
    {
        await using var host = await DirectLineHost.StartAsync();
        var somebody = await host.OpenChatAsync();

        var page = await host.OpenChatAsync($$"""{"resume":"{{resume}}"}""");

        Assert.NotEqual(somebody.ConversationId, page.ConversationId);
    }

    [Fact]
    public async Task A_resume_value_serves_two_tabs_at_once_but_not_for_ever()
    {
        await using var host = await DirectLineHost.StartAsync();
        var first = await host.OpenChatAsync();
        var body = $$"""{"resume":"{{first.Resume}}"}""";

        Assert.Equal(first.ConversationId, (await host.OpenPageAsync(body)).ConversationId);
        Assert.Equal(first.ConversationId, (await host.OpenPageAsync(body)).ConversationId);
        host.Clock.Turn(TimeSpan.FromMinutes(3));
        Assert.NotEqual(first.ConversationId, (await host.OpenPageAsync(body)).ConversationId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?watermark=")]
    [InlineData("?watermark=-")]
    [InlineData("?watermark=1")]
    public async Task Reconnecting_gives_a_new_token_and_a_new_stream(string query)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await host.GetAsync(page.Path + query, page.Token);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Json!["token"]);
        Assert.Contains("/stream?watermark=" + (query.EndsWith('1') ? "1" : "-"), (string)answer.Json["streamUrl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_was_never_started_is_not_there()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenPageAsync();

        foreach (var answer in new[] { await host.GetAsync(page.Path, page.Token), await page.ReadAsync(), await page.PostAsync("""{"type":"message"}""") })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal("ConversationNotFound", answer.ErrorCode);
        }
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_is_not_ours_is_answered_with_a_sentence(string watermark)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.ReadAsync(watermark);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("watermark", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_with_the_last_watermark_gives_only_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var first = await page.ReadAsync();
        await page.SayAsync("second");

        var second = await page.ReadAsync((string)first.Json!["watermark"]!);
        var third = await page.ReadAsync((string)second.Json!["watermark"]!);

        Assert.Equal("second", (string)Assert.Single(second.Json!["activities"]!.AsArray())!["text"]!);
        Assert.Empty(third.Json!["activities"]!.AsArray());
        Assert.Equal((string)second.Json["watermark"]!, (string)third.Json["watermark"]!);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_and_whole()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        for (var i = 0; i < 70; i++)
        {
            await page.SayAsync($"line {i}");
        }

        var texts = new List<string?>();
        var watermark = "";
        while ((await page.ReadAsync(watermark)).Json is var read && read!["activities"]!.AsArray() is { Count: > 0 } activities)
        {
            texts.AddRange(activities.Select(activity => (string?)activity!["text"]));
            watermark = (string)read["watermark"]!;
        }

        Assert.Equal(["Hello", .. Enumerable.Range(0, 70).Select(i => $"line {i}")], texts);
    }
}
