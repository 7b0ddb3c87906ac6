using EmpathyBot.Bot.Handoffs;

namespace EmpathyBot.Tests.Handoffs;

public sealed class HubOptionsTests
{
    private const string Key = "0123456789abcdef";
    private const string ReplyKey = "0123456789abcdef0123456789abcdeX";

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("https://hub.example/activities", Key, ReplyKey, "")]
    [InlineData("http://localhost:4000/hub", Key, ReplyKey, "http://127.0.0.1:3978")]
    public void Good_settings_are_taken(string url, string key, string replyKey, string publicUrl) =>
        Assert.Empty(Problems(url, key, replyKey, publicUrl));

    [Theory]
    [InlineData("http://hub.example/activities", Key, ReplyKey, "", "Handoffs:Hub:Url is \"http://hub.example/activities\". Give an address with https")]
    [InlineData("hub.example", Key, ReplyKey, "", "Handoffs:Hub:Url is \"hub.example\".")]
    [InlineData("https://hub.example", "", ReplyKey, "", "Handoffs:Hub:Key has 0 characters.")]
    [InlineData("https://hub.example", "short", ReplyKey, "", "Handoffs:Hub:Key has 5 characters.")]
    [InlineData("https://hub.example", Key, "", "", "Handoffs:Hub:ReplyKey has 0 characters.")]
    [InlineData("https://hub.example", Key, Key, "", "Handoffs:Hub:ReplyKey has 16 characters.")]
    [InlineData("https://hub.example", ReplyKey, ReplyKey, "", "Handoffs:Hub:ReplyKey is the same as Handoffs:Hub:Key.")]
    [InlineData("https://hub.example", Key, ReplyKey, "support.example.com", "Handoffs:Hub:PublicUrl is \"support.example.com\".")]
    [InlineData("", Key, "", "", "Handoffs:Hub:Url is missing")]
    public void What_cannot_be_used_is_said_in_a_sentence(string url, string key, string replyKey, string publicUrl, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Problems(url, key, replyKey, publicUrl)), StringComparison.Ordinal);

    [Fact]
    public void Too_small_a_packet_is_refused()
    {
        var options = new HandoffOptions { Hub = { MaxBytes = 100 } };

        Assert.Equal(["Handoffs:Hub:MaxBytes is 100. Give 8000 to 1000000."], new HubOptionsCheck().Validate(null, options).Failures ?? []);
    }

    private static IEnumerable<string> Problems(string url, string key, string replyKey, string publicUrl)
    {
        var options = new HandoffOptions { Hub = { Url = url, Key = key, ReplyKey = replyKey, PublicUrl = publicUrl } };
        return new HubOptionsCheck().Validate(null, options).Failures ?? [];
    }
}
