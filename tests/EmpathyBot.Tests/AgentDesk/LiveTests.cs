using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.AgentDesk;

public class LiveTests
{
    [Fact]
    public async Task A_change_is_told_with_its_place_as_it_happens()
    {
        await using var host = await DeskHost.StartAsync();
        using var live = await LiveStream.OpenAsync(host);

        await host.QueuedAsync();

        var told = await live.NextAsync();
        Assert.Equal("change", told.Event);
        Assert.Equal(("c1", "h-c1"), ((string?)told.Data["conversationId"], (string?)told.Data["ticketId"]));
        Assert.Equal(2, told.Data.AsObject().Count);
        Assert.Equal(await host.Conversations.LastChangeAsync(CancellationToken.None), told.Id);
    }

    [Fact]
    public async Task Who_comes_back_is_told_what_changed_meanwhile()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("before");
        var place = await host.Conversations.LastChangeAsync(CancellationToken.None);
        await host.QueuedAsync("c1");
        await host.QueuedAsync("c2");

        using var live = await LiveStream.OpenAsync(host, place.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("c1", (string?)(await live.NextAsync()).Data["conversationId"]);
        Assert.Equal("c2", (string?)(await live.NextAsync()).Data["conversationId"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("99999999999999999999999")]
    public async Task A_place_that_is_none_begins_now(string place)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("before");
        using var live = await LiveStream.OpenAsync(host, place);

        await host.QueuedAsync("c1");

        Assert.Equal("c1", (string?)(await live.NextAsync()).Data["conversationId"]);
    }

    [Fact]
    public async Task A_conversation_with_the_assistant_alone_disturbs_no_desk()
    {
        await using var host = await DeskHost.StartAsync();
        using var live = await LiveStream.OpenAsync(host);
        var state = Conversation.Begin("quiet", "directline", "en");
        await host.Conversations.CreateAsync(new NewConversation("quiet", "directline", "u", "en", [], state, []), CancellationToken.None);
        await host.HappensAsync("quiet", new CustomerSaid("q|1", host.Time.GetUtcNow(), "Hello", null, []));

        await host.QueuedAsync("c1");

        Assert.Equal("c1", (string?)(await live.NextAsync()).Data["conversationId"]);
    }

    [Fact]
    public async Task The_customer_typing_is_shown_and_the_agents_own_is_not()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        using var live = await LiveStream.OpenAsync(host);

        host.Feed.ShowPassing("c1", WireActivity.AgentTyping("c1", "Mira", host.Time.GetUtcNow()).ToJsonString());
        host.Feed.ShowPassing("c1", """{"type":"event","from":{"role":"user"}}""");
        host.Feed.ShowPassing("c2", """{"type":"typing","from":{"id":"dl_1","role":"user"}}""");

        var told = await live.NextAsync();
        Assert.Equal(("typing", "c2", null), (told.Event, (string?)told.Data["conversationId"], told.Id));
    }

    [Fact]
    public async Task A_silent_stream_says_that_it_lives()
    {
        await using var host = await DeskHost.StartAsync(options => options.Heartbeat = TimeSpan.FromSeconds(1));
        using var live = await LiveStream.OpenAsync(host);

        Assert.Equal(": beat", await live.NextLineAsync(line => line.StartsWith(": beat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_desk_is_told()
    {
        await using var host = await DeskHost.StartAsync();
        using var one = await LiveStream.OpenAsync(host);
        using var other = await LiveStream.OpenAsync(host);

        await host.QueuedAsync();

        Assert.Equal((await one.NextAsync()).Id, (await other.NextAsync()).Id);
    }

    [Fact]
    public async Task A_burst_of_changes_is_told_in_order_and_to_the_last()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        using var live = await LiveStream.OpenAsync(host);

        for (var turn = 0; turn < 30; turn++)
            await host.HappensAsync("c1", new CustomerSaid($"c1|b{turn}", host.Time.GetUtcNow(), "and?", null, []));

        var last = await host.Conversations.LastChangeAsync(CancellationToken.None);
        long place = 0;
        while (place < last)
        {
            var told = (await live.NextAsync()).Id!.Value;
            Assert.True(told > place);
            place = told;
        }
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams()
    {
        await using var host = await DeskHost.StartAsync();
        using var live = await LiveStream.OpenAsync(host);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await live.NextLineAsync(_ => false));
    }

    /// <summary>A desk that listens.</summary>
    internal sealed class LiveStream(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public static async Task<LiveStream> OpenAsync(DeskHost host, string? lastEventId = null)
        {
            var client = host.WithKey().Client;
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/desk/events");
            if (lastEventId is not null)
                request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            var live = new LiveStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
            // The greeting is written once the stream listens and knows its place.
            await live.NextLineAsync(line => line.StartsWith("retry:", StringComparison.Ordinal));
            return live;
        }

        public async Task<string?> NextLineAsync(Func<string, bool> wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (wanted(line))
                    return line;
            }

            return null;
        }

        public async Task<(string Event, long? Id, JsonNode Data)> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var (name, id, data) = ("", (long?)null, (JsonNode?)null);
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line[7..];
                else if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    data = JsonNode.Parse(line[6..]);
                else if (line.Length == 0 && data is not null)
                    return (name, id, data);
            }

            throw new InvalidOperationException("The stream ended.");
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
