using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Tests.Connectors;

/// <summary>What is too long for one message is divided where it hurts least, and nothing of it is lost.</summary>
public sealed class MessagePartsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void What_fits_stays_whole(string text) => Assert.Equal([text], MessageParts.Of(text));

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    [InlineData(" ")]
    public void It_is_divided_between_paragraphs_lines_or_words(string between)
    {
        var pieces = Enumerable.Range(0, 5000).Select(number => $"piece{number}").ToArray();
        var parts = MessageParts.Of(string.Join(between, pieces));

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 10_000));
        Assert.Equal(pieces, parts.SelectMany(part => part.Split(between)));
    }

    [Fact]
    public void A_character_is_never_cut_in_two()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 12_000));
        var parts = MessageParts.Of(text);
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0])));
    }
}
