using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Tests.Bot;

public sealed class AdaptiveCardTests
{
    [Theory]
    [InlineData("\"}],\"actions\":[{\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example\"}]")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\\u0022,\\\"\n\r\t")]
    public void No_value_breaks_the_card_around_it(string value)
    {
        var card = AdaptiveCard.Fill("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"{{name}}"}]}""", text => text.Replace("{{name}}", value, StringComparison.Ordinal));

        using var json = System.Text.Json.JsonDocument.Parse(ActivityValue.ToJson(card.Content).GetRawText());
        Assert.Equal(["type", "body"], json.RootElement.EnumerateObject().Select(property => property.Name));
        var block = Assert.Single(json.RootElement.GetProperty("body").EnumerateArray().ToList());
        Assert.Equal(value, block.GetProperty("text").GetString());
    }
}
