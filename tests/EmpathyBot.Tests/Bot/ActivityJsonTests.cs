using System.Text.Json.Nodes;
using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Tests.Bot;

public sealed class ActivityJsonTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "c|1",
            Timestamp = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            ChannelId = Channels.Directline,
            From = new ChannelAccount { Id = "dl_1", Name = "Ada", Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = "empathybot" },
            Conversation = new ConversationAccount { Id = "c", IsGroup = false },
            Text = "hello \u263a",
            Locale = "en-GB",
            ReplyToId = "c|0",
            SuggestedActions = new SuggestedActions { Actions = [new CardAction(ActionTypes.ImBack, "Yes", value: "Yes")] },
            Value = new Dictionary<string, object?> { ["ticket"] = "H-1" },
        };

        var json = ActivityJson.Write(activity);
        var again = ActivityJson.Write(ActivityJson.Read(json));

        Assert.Equal(json, again);
        Assert.Contains("\"text\":\"hello", json);
    }

    [Theory]
    [InlineData("""{"type":42,"text":["a"],"from":"me","conversation":[],"timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","suggestedActions":{"actions":"none"},"membersAdded":{},"value":null,"x":{"y":1}}""")]
    [InlineData("{}")]
    public void Strange_shapes_are_read_without_failing(string json)
    {
        Assert.NotNull(ActivityJson.Read(json));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("""{"text":"pressed"}""", "pressed")]
    [InlineData("""{"answer":"yes"}""", "yes")]
    [InlineData("[1]", null)]
    public void The_text_of_a_value_is_found_in_text_and_in_json(string value, string? expected)
    {
        Assert.Equal(expected, ActivityValue.ReadText(value == "plain" ? value : JsonNode.Parse(value)));
    }
}
