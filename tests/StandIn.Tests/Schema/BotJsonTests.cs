using System.Text.Json;

namespace StandIn.Tests.Schema;

public class BotJsonTests
{
    [Fact]
    public void Names_are_in_camel_case_and_nulls_are_left_out()
    {
        var json = BotJson.Serialize(new Activity(ActivityTypes.Message) { ReplyToId = "1", From = new ChannelAccount("u") { AadObjectId = "a" } });

        Assert.Equal("""{"type":"message","from":{"id":"u","aadObjectId":"a"},"replyToId":"1"}""", json);
    }

    [Fact]
    public void The_application_s_own_names_stay_as_they_are_written() =>
        Assert.Equal("""{"type":"event","value":{"Skill":"any","nested":{"Deep":1}}}""", BotJson.Serialize(new Activity(ActivityTypes.Event) { Value = new { Skill = "any", nested = new { Deep = 1 } } }));

    [Fact]
    public void What_is_unknown_survives_a_round_trip()
    {
        const string json = """{"type":"message","from":{"id":"u","objectId":"o"},"conversation":{"id":"c","x":[1]},"attachments":[{"contentType":"t","y":true}],"entities":[{"type":"e","z":{"deep":1}}],"brandNew":{"a":"b"}}""";

        Assert.Equal(Canonical(json), Canonical(BotJson.Serialize(BotJson.Deserialize<Activity>(json))));
    }

    [Fact]
    public void Dates_keep_their_offset()
    {
        var activity = BotJson.Deserialize<Activity>("""{"timestamp":"2026-11-21T10:00:00.1234567Z","localTimestamp":"2026-11-21T12:00:00+02:00"}""");

        Assert.Equal(TimeSpan.FromHours(2), activity.LocalTimestamp!.Value.Offset);
        Assert.Equal("""{"timestamp":"2026-11-21T10:00:00.1234567+00:00","localTimestamp":"2026-11-21T12:00:00+02:00"}""", BotJson.Serialize(activity));
    }

    [Theory]
    [InlineData("\"2026-11-21 10:00\"")]
    [InlineData("\"21 Nov 2026 10:00\"")]
    public void Dates_in_other_forms_are_read_as_universal_time(string date) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), BotJson.Deserialize<Activity>($$"""{"timestamp":{{date}}}""").Timestamp);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("17")]
    [InlineData("{}")]
    public void What_is_no_date_is_refused(string date) =>
        Assert.Throws<JsonException>(() => BotJson.Deserialize<Activity>($$"""{"timestamp":{{date}}}"""));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    public void A_text_may_arrive_as_another_plain_value(string json, string? text) =>
        Assert.Equal(text, BotJson.Deserialize<Activity>($$"""{"text":{{json}}}""").Text);

    [Theory]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"text":[1]}""")]
    [InlineData("""{"attachments":{}}""")]
    [InlineData("""{"from":"me"}""")]
    [InlineData("""{"entities":[1]}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void The_wrong_shape_is_refused(string json) => Assert.Throws<JsonException>(() => BotJson.Deserialize<Activity>(json));

    [Fact]
    public void Values_of_any_type_arrive_plain_or_as_their_json()
    {
        Assert.Equal("x", Value("\"x\""));
        Assert.Equal(5L, Value("5"));
        Assert.Equal(0.5, Value("0.5"));
        Assert.Equal(true, Value("true"));
        Assert.Null(Value("null"));
        Assert.Equal("""{"a":1}""", Assert.IsType<JsonElement>(Value("""{"a":1}""")).ToString());
        Assert.Equal("[1]", Value("[1]").ToString());
    }

    [Fact]
    public void Names_are_read_whatever_their_case() =>
        Assert.Equal("x", BotJson.Deserialize<Activity>("""{"TEXT":"x"}""").Text);

    [Fact]
    public void A_mention_among_entities_is_written_with_its_members() =>
        Assert.Equal(
            """{"entities":[{"mentioned":{"id":"u"},"text":"@u","type":"mention"}]}""",
            BotJson.Serialize(new Activity { Entities = [new Mention(new ChannelAccount("u"), "@u")] }));

    [Fact]
    public void An_entity_turns_into_another_type_and_back()
    {
        var entity = new Entity();
        entity.SetAs(new { type = "colour", Name = "blue" });

        Assert.Equal("colour", entity.Type);
        Assert.Equal("blue", entity.GetAs<Colour>().Name);
    }

    [Fact]
    public void Entities_are_equal_by_content()
    {
        Assert.True(new Entity("a").Equals(new Entity("a")));
        Assert.False(new Entity("a").Equals(new Entity("b")));
        Assert.False(new Entity("a").Equals((Entity?)null));
        Assert.False(new Entity("a").Equals(new object()));
        Assert.True(new Entity("a").Equals((object)new Entity("a")));
    }

    [Fact]
    public void A_card_s_content_is_written_in_the_protocol_s_names()
    {
        var card = new HeroCard("t", buttons: [new CardAction(ActionTypes.ImBack, "yes", value: "yes")]).ToAttachment();

        Assert.Equal(
            """{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"t","buttons":[{"type":"imBack","title":"yes","value":"yes"}]}}""",
            BotJson.Serialize(card));
    }

    [Fact]
    public void A_text_is_a_button() => Assert.Equal(("hi", "hi"), (((CardAction)"hi").Title, ((CardAction)"hi").Value));

    private static object Value(string json) => BotJson.Deserialize<Activity>($$"""{"value":{{json}}}""").Value;

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Sorted(document.RootElement);

        static string Sorted(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{property.Name}:{Sorted(property.Value)}")) + "}",
            JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Sorted)) + "]",
            _ => element.GetRawText(),
        };
    }

    private sealed record Colour
    {
        public string? Name { get; init; }
    }
}
