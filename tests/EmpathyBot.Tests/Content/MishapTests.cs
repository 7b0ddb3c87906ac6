using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Tests.Content;

/// <summary>What went wrong is said back as the content says it; where nothing did, nothing is.</summary>
public sealed class MishapTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("mishap-lines.tsv", "en")]
    [InlineData("spanish-mishap-lines.tsv", "es")]
    public void What_went_wrong_is_said_back_and_what_is_only_supposed_is_not(string table, string locale)
    {
        var wrong = TestLines.Read(table).Select(line => (line.Label, line.Text, Said: Find(line.Text, locale)?.Said ?? ""))
            .Where(line => line.Said != line.Label).Select(line => $"\"{line.Text}\": \"{line.Said}\" and not \"{line.Label}\"");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("I dropped the lamp while unpacking it", "en", "the lamp met with an accident", true)]
    [InlineData("my dog chewed my new boots", "en", "your new boots met with an accident", true)]
    [InlineData("the lamp arrived broken", "en", "the lamp arrived broken", false)]
    public void The_customers_own_mishap_is_told_apart(string text, string locale, string said, bool isOwnDoing)
    {
        Assert.Equal(new Mishap(said, isOwnDoing), Find(text, locale));
    }

    [Theory]
    [InlineData("me han cobrado dos veces", "le cobraron dos veces")]
    [InlineData("mis zapatos llegaron manchados", "recibió sus zapatos con manchas")]
    [InlineData("llegó tres días tarde", "no recibió su pedido a tiempo")]
    public void Who_is_addressed_politely_hears_it_politely(string text, string said)
    {
        Assert.Equal(said, Find(text, "es", formal: true)?.Said);
    }

    [Theory]
    // Named in passing, and far from what went wrong.
    [InlineData("the heating doesn't work and all reception gave us was a blanket")]
    // Said of a person.
    [InlineData("my back is broken and I am tired")]
    [InlineData("")]
    [InlineData("...!!!???")]
    public void What_is_not_ours_to_name_is_left_unsaid(string text)
    {
        Assert.Null(Find(text, "en"));
    }

    [Fact]
    public void A_very_long_message_is_looked_through_in_bounded_time()
    {
        Assert.Null(Find(string.Concat(Enumerable.Repeat("not ", 100_000)), "en"));
    }

    private Mishap? Find(string text, string locale, bool formal = false) =>
        ConcreteMentionFinder.Find(text, shipped.Content.Words(locale).Naming, formal: formal).Mishap;
}
