using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.DirectLine;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_message_is_stored_before_it_is_answered_and_then_its_turn_is_asked_for()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var id = await page.SayAsync("hello?");

        Assert.Equal(id, Assert.Single(host.Store.Accepted).ActivityId);
        Assert.Equal(page.ConversationId, Assert.Single(host.Turns.Asked));
    }

    [Fact]
    public async Task The_channel_says_who_where_and_when_and_keeps_all_the_rest()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync("""
            {"type":"message","id":"mine","text":"hi","timestamp":"1999-01-01T00:00:00Z","channelId":"webchat","serviceUrl":"https://evil.example",
             "deliveryMode":"expectReplies","conversation":{"id":"other","tenantId":"t"},"recipient":{"id":"boss"},
             "from":{"id":"dl_somebody_else","name":"Ann","role":"bot","aadObjectId":"x"},"localTimestamp":"2026-03-04T13:00:00.000+01:00",
             "localTimezone":"Europe/Berlin","locale":"de-DE","textFormat":"plain","attachments":[],"somethingNew":{"a":[1,2.50,null]},
             "channelData":{"clientActivityID":"c1","attachmentSizes":[],"deep":{"x":true}}}
            """);

        var echo = (await page.HistoryAsync())[1]!.AsObject();
        Assert.Equal((string)answer.Json!["id"]!, (string)echo["id"]!);
        Assert.StartsWith("2026-03-04T12:00:00", (string)echo["timestamp"]!, StringComparison.Ordinal);
        Assert.Equal("directline", (string)echo["channelId"]!);
        Assert.Equal($$"""{"id":"{{page.ConversationId}}"}""", echo["conversation"]!.ToJsonString());
        Assert.Equal($$"""{"id":"{{page.UserId}}","name":"Ann","role":"user"}""", echo["from"]!.ToJsonString());
        Assert.Equal("empathybot", (string)echo["recipient"]!["id"]!);
        Assert.False(echo.ContainsKey("serviceUrl"));
        Assert.False(echo.ContainsKey("deliveryMode"));
        Assert.Equal("""{"a":[1,2.50,null]}""", echo["somethingNew"]!.ToJsonString());
        Assert.Equal("""{"clientActivityID":"c1","attachmentSizes":[],"deep":{"x":true}}""", echo["channelData"]!.ToJsonString());
        Assert.Equal("de-DE", (string)echo["locale"]!);
    }

    [Fact]
    public async Task A_secret_is_masked_before_it_is_stored_in_the_words_and_in_what_a_card_sends()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        await page.PostAsync("""{"type":"message","text":"card 4111 1111 1111 1111, order 10023","value":{"deep":{"note":"my password is hunter2"},"n":4111111111111111,"mail":"a@b.example"}}""");

        var stored = Assert.Single(host.Store.Accepted).Json;
        var echo = (await page.HistoryAsync())[1]!;
        Assert.Equal("card [card number], order 10023", (string)echo["text"]!);
        Assert.Contains("my password is [password]", stored);
        Assert.Contains("a@b.example", stored);
        Assert.DoesNotContain("hunter2", stored);
        Assert.DoesNotContain("4111 1111", stored);
    }

    [Fact]
    public async Task The_same_post_twice_is_stored_once_and_answered_with_the_same_id()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var first = await page.SayAsync("refund me", "mark");
        var second = await page.SayAsync("refund me", "mark");

        Assert.Equal(first, second);
        Assert.Single(host.Store.Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \\n\\t ")]
    [InlineData("😡😡😡")]
    [InlineData("Где мой заказ? どこですか؟ أين طلبي")]
    [InlineData("<script>alert(1)</script> & \\\"quotes\\\" \\u0000")]
    [InlineData("👩‍👩‍👧‍👦")]
    public async Task Every_text_is_taken_and_given_back_as_it_was(string text)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync($$"""{"type":"message","text":"{{text}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((string)JsonNode.Parse($"\"{text}\"")!, (string)(await page.HistoryAsync())[1]!["text"]!);
    }

    [Theory]
    [InlineData("cut \\ud83d", "cut \ufffd")]
    [InlineData("\\udE21 tail", "\ufffd tail")]
    [InlineData("\\ud83d\\ud83d\\ude21", "\ufffd\ud83d\ude21")]
    [InlineData("\\\\ud83d is a path", "\\ud83d is a path")]
    [InlineData("\\ud83d\\ude21 whole", "\ud83d\ude21 whole")]
    public async Task A_text_cut_inside_an_emoji_is_mended_rather_than_refused(string sent, string kept)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync($$"""{"type":"message","text":"{{sent}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(kept, (string)(await page.HistoryAsync())[1]!["text"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":\"message\",\"type\":\"event\"}")]
    [InlineData("{\"type\":\"message\",\"channelData\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"text\":{}}")]
    [InlineData("{\"type\":\"message\",\"attachments\":{}}")]
    [InlineData("{\"type\":\"message\",\"attachments\":[1]}")]
    [InlineData("{\"type\":\"message\",\"attachments\":[{\"contentUrl\":\"javascript:alert(1)\"}]}")]
    [InlineData("{\"type\":\"message\",\"entities\":[\"x\"]}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("{\"type\":\"message\",\"localTimestamp\":\"soon\"}")]
    public async Task What_is_no_activity_is_refused_with_a_sentence_and_nothing_is_stored(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.ErrorCode);
        Assert.Matches("^[A-Z].*[.]$", answer.ErrorMessage);
        Assert.Empty(host.Store.Accepted);
    }

    [Fact]
    public async Task Nesting_without_end_and_bytes_that_are_no_text_are_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var deep = await page.PostAsync($$"""{"type":"message","value":{{new string('[', 5000)}}{{new string(']', 5000)}}}""");
        var bytes = await host.SendAsync(
            HttpMethod.Post, $"{page.Path}/activities", page.Token, new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xff, 0xfe, .. "\"}"u8]));

        Assert.Equal("BadSyntax", deep.ErrorCode);
        Assert.Equal("BadSyntax", bytes.ErrorCode);
    }

    [Fact]
    public async Task A_text_of_a_million_characters_is_refused_with_a_sentence_that_says_what_to_do()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        foreach (var text in new[] { new string('a', 1_000_000), new string('я', 262_144) })
        {
            var answer = await page.PostAsync($$"""{"type":"message","text":"{{text}}"}""");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
            Assert.Contains("262144 characters", answer.ErrorMessage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_longest_allowed_text_is_taken_in_any_script()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync($$"""{"type":"message","text":"{{new string('漢', 262_000)}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("""{"type":"event","name":"webchat/join"}""", true, true)]
    [InlineData("""{"type":"message","value":{"a":1}}""", true, true)]
    [InlineData("""{"type":"message","text":"x","channelData":{"postBack":true}}""", true, true)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", true, true)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", false, false)]
    [InlineData("""{"type":"endOfConversation"}""", true, false)]
    [InlineData("""{"type":"somethingOfTomorrow"}""", true, false)]
    public async Task Every_type_is_taken_and_only_some_run_a_turn_or_are_shown(string activity, bool isShown, bool runsTurn)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(runsTurn, Assert.Single(host.Store.Accepted).RunsTurn);
        Assert.Equal(runsTurn ? 1 : 0, host.Turns.Asked.Count);
        Assert.Equal(isShown ? 2 : 1, (await page.HistoryAsync()).Count);
    }

    [Theory]
    [InlineData("handoff.status")]
    [InlineData(" Handoff.Status ")]
    public async Task A_forged_handoff_status_is_answered_and_changes_nothing(string name)
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        var answer = await page.PostAsync($$"""{"type":"event","name":"{{name}}","value":{"state":"completed"} }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Json!["id"]);
        Assert.Empty(host.Store.Accepted);
        Assert.Empty(host.Turns.Asked);
        Assert.Single(await page.HistoryAsync());
    }

    [Fact]
    public async Task A_flood_is_stopped_in_its_own_conversation_and_only_for_ten_seconds()
    {
        await using var host = await DirectLineHost.StartAsync(options => options.MaxPostsPerTenSeconds = 10);
        var flooding = await host.OpenChatAsync();
        var other = await host.OpenChatAsync();
        for (var i = 0; i < 10; i++)
        {
            await flooding.SayAsync("again");
        }

        var refused = await flooding.PostAsync("""{"type":"message","text":"one more"}""");
        await other.SayAsync("hello");
        host.Clock.Turn(TimeSpan.FromSeconds(10));
        await flooding.SayAsync("calmer now");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("10", refused.Header("Retry-After"));
    }

    [Fact]
    public async Task When_the_store_fails_the_page_gets_an_answer_it_may_read()
    {
        await using var host = await DirectLineHost.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));
        var page = await host.OpenChatAsync();
        host.Store.Failure = new InvalidOperationException("disk on fire");

        var answer = await host.PostJsonAsync($"{page.Path}/activities", """{"type":"message"}""", page.Token, "https://shop.example");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("https://shop.example", answer.Header("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("disk on fire", answer.Text, StringComparison.Ordinal);
        Assert.Empty(host.Turns.Asked);
    }
}
