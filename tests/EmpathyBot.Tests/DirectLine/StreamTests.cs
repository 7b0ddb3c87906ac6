using System.Net.WebSockets;

namespace EmpathyBot.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task A_stream_begins_with_what_was_said_and_goes_on_with_what_comes()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();

        Assert.Equal(["Hello"], await stream.NextTextsAsync());
        var id = await page.SayAsync("where is it?", "mark-1");
        var frame = await stream.NextFrameAsync();

        var echo = Assert.Single(frame["activities"]!.AsArray())!;
        Assert.Equal(id, (string)echo["id"]!);
        Assert.Equal("mark-1", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Equal((string)(await page.ReadAsync()).Json!["watermark"]!, (string)frame["watermark"]!);
    }

    [Fact]
    public async Task Two_tabs_of_one_conversation_both_see_everything()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var first = await page.OpenStreamAsync();
        using var second = await page.OpenStreamAsync();
        await first.NextFrameAsync();
        await second.NextFrameAsync();

        await page.SayAsync("both?");

        Assert.Equal(["both?"], await first.NextTextsAsync());
        Assert.Equal(["both?"], await second.NextTextsAsync());
    }

    [Fact]
    public async Task What_was_said_while_the_stream_was_down_comes_when_it_is_back()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        string watermark;
        using (var stream = await page.OpenStreamAsync())
        {
            watermark = (string)(await stream.NextFrameAsync())["watermark"]!;
            stream.Abort();
        }

        await page.SayAsync("are you there?");
        using var again = await page.OpenStreamAsync(watermark);

        Assert.Equal(["are you there?"], await again.NextTextsAsync());
    }

    [Fact]
    public async Task The_customer_is_there_with_the_first_page_and_gone_with_the_last()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var first = await page.OpenStreamAsync();
        await host.Customers.NextAsync();
        var second = await page.OpenStreamAsync();
        await second.NextFrameAsync();
        first.Abort();
        first.Dispose();
        second.Abort();
        second.Dispose();
        await host.Customers.NextAsync();

        Assert.Equal(["arrived", "left"], host.Customers.Notes);
    }

    [Fact]
    public async Task Pings_and_chatter_of_the_client_are_ignored()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        await stream.NextFrameAsync();

        await stream.SendTextAsync("");
        await stream.SendTextAsync(new string('x', 5000));
        await page.SayAsync("still here");

        Assert.Equal(["still here"], await stream.NextTextsAsync());
    }

    [Fact]
    public async Task Typing_goes_over_the_stream_with_the_watermark_as_it_was_and_is_not_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        var watermark = (string)(await stream.NextFrameAsync())["watermark"]!;

        host.Feed.ShowPassing(page.ConversationId, """{"type":"typing","from":{"id":"agent","role":"bot"}}""");
        var frame = await stream.NextFrameAsync();

        Assert.Equal("typing", (string)Assert.Single(frame["activities"]!.AsArray())!["type"]!);
        Assert.Equal(watermark, (string)frame["watermark"]!);
        Assert.Single(await page.HistoryAsync());
    }

    [Fact]
    public async Task The_customers_own_typing_is_shown_to_others_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        await stream.NextFrameAsync();

        await page.PostAsync("""{"type":"typing"}""");
        await page.SayAsync("done typing");

        Assert.Equal(["done typing"], await stream.NextTextsAsync());
        Assert.Contains($"\"id\":\"{page.UserId}\"", Assert.Single(host.Feed.Passing).PassingActivityJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_is_answered_and_the_stream_listens_no_more()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        await stream.NextFrameAsync();
        Assert.Equal(1, host.Feed.Listeners);

        await stream.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await stream.NextCloseAsync());
        await host.Feed.Silence.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_silent_stream_is_sent_a_sign_of_life_that_clients_ignore()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        await stream.NextFrameAsync();

        host.Clock.Turn(TimeSpan.FromSeconds(30));

        var received = await stream.ReceiveAsync(new byte[16].AsMemory(), CancellationToken.None);
        Assert.Equal((0, WebSocketMessageType.Text), (received.Count, received.MessageType));
    }

    [Fact]
    public async Task When_the_host_stops_streams_are_told_to_come_back()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        await stream.NextFrameAsync();

        host.BeginStop();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await stream.NextCloseAsync());
    }

    [Fact]
    public async Task The_address_of_a_stream_opens_it_for_a_minute_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var url = await page.StreamUrlAsync();

        host.Clock.Turn(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.ConnectAsync(url));
    }

    [Fact]
    public async Task What_opens_a_stream_opens_nothing_else()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var streamToken = System.Web.HttpUtility.ParseQueryString(new Uri(await page.StreamUrlAsync()).Query)["t"];

        var read = await host.GetAsync($"{page.Path}/activities", streamToken);
        var stream = await host.GetAsync($"{page.Path}/stream?t={page.Token}");

        Assert.Equal("BadToken", read.ErrorCode);
        Assert.Equal("BadToken", stream.ErrorCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_open_a_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var url = await page.StreamUrlAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.ConnectAsync(url, "https://evil.example"));
        using var own = await host.ConnectAsync(url, "http://localhost");
        Assert.Equal(["Hello"], await own.NextTextsAsync());
    }

    [Fact]
    public async Task A_stream_read_without_a_web_socket_is_answered_with_a_sentence()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await host.GetAsync(new Uri(await page.StreamUrlAsync()).PathAndQuery);

        Assert.Contains("WebSocket", answer.ErrorMessage, StringComparison.Ordinal);
    }
}
