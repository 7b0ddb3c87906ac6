using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.Tests.Connectors;

/// <summary>What the bot says reaches a channel that must be called: with a token, in order, and once more when it was not taken.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private ChannelBot bot = null!;

    public async Task InitializeAsync() => bot = await ChannelBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_reply_carries_the_bot_s_token_and_answers_the_message_at_its_own_address()
    {
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Message("a-1", "shipping")));

        var call = await bot.Connector.NextAsync();
        Assert.Equal("/emea/v3/conversations/19%3Aabc%40thread.v2%3Bmessageid%3D1/activities/a-1", call.Path);
        Assert.Equal(("POST", "Bearer token-1", "a-1"), (call.Method, call.Authorization, call.ReplyToId));
        Assert.Contains("[article shipping]", call.Text);
    }

    [Theory]
    [InlineData("Bearer x.y.z")]
    [InlineData("Basic abc")]
    public async Task Who_is_no_channel_is_answered_401_and_leaves_nothing(string header)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(Message("a-1", "shipping"), header));
        Assert.Null(await bot.Store.FindAsync("19:abc@thread.v2;messageid=1", default));
    }

    [Fact]
    public async Task A_token_for_another_service_address_is_answered_401() => Assert.Equal(
        HttpStatusCode.Unauthorized, await bot.PostAsync(Message("a-1", "shipping"), bot.Token(token => token.Claims["serviceurl"] = "https://evil.example/")));

    [Fact]
    public async Task While_keys_cannot_be_read_the_channel_is_told_to_come_back()
    {
        bot.Keys.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(Message("a-1", "shipping")));
    }

    [Theory]
    [InlineData(412, null)]
    [InlineData(429, "1")]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(503, "1")]
    [InlineData(504, null)]
    public async Task What_was_not_taken_is_sent_again_and_later_words_wait_behind_it(int status, string? retryAfter)
    {
        bot.Connector.Next.Enqueue(FakeConnector.Status(status, retryAfter));
        await bot.PostAsync(Message("a-1", "shipping"));
        var refused = await bot.Connector.NextAsync();
        await bot.PostAsync(Message("a-2", "maybe"));

        var again = await bot.Connector.NextAsync();
        Assert.Equal(("a-1", refused.Text), (again.ReplyToId, again.Text));
        Assert.Equal("a-2", (await bot.Connector.NextAsync()).ReplyToId);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_left_alone_until_they_write()
    {
        bot.Connector.Next.Enqueue(FakeConnector.Blocked);
        await bot.PostAsync(Message("a-1", "shipping"));
        Assert.Equal("a-1", (await bot.Connector.NextAsync()).ReplyToId);

        await bot.PostAsync(Message("a-2", "maybe"));
        Assert.Equal("a-2", (await bot.Connector.NextAsync()).ReplyToId);
        Assert.Empty(bot.Connector.Rest());
    }

    [Fact]
    public async Task What_is_too_large_is_given_up_and_the_next_words_go_out()
    {
        bot.Connector.Next.Enqueue(FakeConnector.Status(413));
        await bot.PostAsync(Message("a-1", "shipping"));
        Assert.Equal("a-1", (await bot.Connector.NextAsync()).ReplyToId);
        await bot.PostAsync(Message("a-2", "maybe"));
        Assert.Equal("a-2", (await bot.Connector.NextAsync()).ReplyToId);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_with_the_next_one_it_is()
    {
        bot.Tokens.Refuses = true;
        await bot.PostAsync(Message("a-1", "shipping"));
        await bot.Tokens.RefusedAsync();
        Assert.Empty(bot.Connector.Rest());

        bot.Tokens.Refuses = false;
        Assert.Equal("Bearer token-1", (await bot.Connector.NextAsync()).Authorization);
    }

    private JsonObject Message(string id, string text) => new()
    {
        ["type"] = "message", ["id"] = id, ["text"] = text, ["channelId"] = "msteams", ["serviceUrl"] = bot.Connector.Url,
        ["from"] = new JsonObject { ["id"] = "29:user" }, ["recipient"] = new JsonObject { ["id"] = $"28:{Identity.Minted.AppId}" },
        ["conversation"] = new JsonObject { ["id"] = "19:abc@thread.v2;messageid=1", ["conversationType"] = "personal" },
    };
}
