using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>What customers say to the conversation itself, and what only looks like it: <c>request-lines.tsv</c> and <c>spanish-request-lines.tsv</c>.</summary>
public sealed class RequestTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("request-lines.tsv", "en")]
    [InlineData("spanish-request-lines.tsv", "es")]
    public void Every_line_of_the_table_is_found_as_it_says(string table, string locale)
    {
        var lines = TestLines.Read(table);
        Assert.True(lines.Count >= 150, $"{lines.Count} lines");

        var wrong = lines
            .Select(line => (line.Text, Expected: Enum.Parse<CustomerRequest>(line.Label), Found: shipped.Content.FindRequest(line.Text, locale)))
            .Where(line => line.Found != line.Expected)
            .Select(line => $"\"{line.Text}\" is {line.Expected}, found {line.Found}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud83d")]
    [InlineData("\0\u0001")]
    public void Text_without_words_asks_nothing(string text)
    {
        Assert.Equal(CustomerRequest.None, shipped.Content.FindRequest(text, "en"));
    }

    [Fact]
    public void A_megabyte_of_repeated_words_is_looked_at_in_bounded_time()
    {
        var text = string.Concat(Enumerable.Repeat("ok thanks ", 100_000));

        Assert.Equal(CustomerRequest.Goodbye, shipped.Content.FindRequest(text, "en"));
        Assert.Empty(shipped.Content.Match(new string('a', 1_000_000), "en").Possible);
    }
}
