using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>
/// Messages that go on about the matter before them, and messages that do not. The tables hold the matter before, the
/// message, and what it asks for: several with a bar between when each is a good answer, a star for "another of these".
/// </summary>
public sealed class FollowUpTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("follow-up-lines.tsv", 0.84)]
    [InlineData("no-follow-up-lines.tsv", 0.92)]
    public void What_refers_back_is_read_with_what_came_before_and_nothing_else_is(string table, double share)
    {
        var lines = File.ReadLines(Path.Combine(ShippedContent.Folder, "..", "tests", "EmpathyBot.Tests", "Content", table))
            .Select(line => line.Split('\t')).ToList();

        var wrong = lines.Where(cells => !cells[2].Split('|').Contains(Asked(cells[0], cells[1])))
            .Select(cells => $"after {cells[0]}, \"{cells[1]}\" asked for {Asked(cells[0], cells[1])} instead of {cells[2]}").ToList();

        Assert.True(lines.Count - wrong.Count >= share * lines.Count, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("and for 10023?")]
    [InlineData("what about the other one?")]
    [InlineData("how long does that take?")]
    public void Without_a_matter_before_it_a_message_stands_by_itself(string text)
    {
        var match = shipped.Content.Match(text, "en");

        Assert.False(match.RefersBack);
        Assert.False(match.MeansAnother);
    }

    [Fact]
    public void After_an_answer_the_other_one_must_be_asked_about()
    {
        var match = shipped.Content.Match("and the other one?", "en", Before("gift-cards"));

        Assert.Null(match.Sure);
        Assert.Equal("gift-cards", Assert.Single(match.Possible).Id);
    }

    [Fact]
    public void A_matter_that_the_content_no_longer_holds_is_no_matter()
    {
        Assert.False(shipped.Content.Match("and for 10023?", "en", new(ContentKind.Article, "long-gone", "long gone", 1)).RefersBack);
    }

    [Theory]
    [InlineData("Where is my order 10023, and I was charged twice.", "order-status", "charged-twice")]
    [InlineData("You charged me twice! And how do I return the dress?", "charged-twice", "returns")]
    [InlineData("my parcel never came. also I forgot my password", "order-status", "account-access")]
    [InlineData("The vase is broken. Also, can I get an invoice?", "damaged-item", "invoice")]
    public void Several_problems_in_one_message_are_all_found(string text, string one, string other)
    {
        Assert.Equal([one, other], shipped.Content.Match(text, "en").Several.Select(matter => matter.Id));
    }

    [Theory]
    [InlineData("How do I return the dress? And you charged me twice.", "en", "charged-twice")]
    [InlineData("Can I get an invoice? Also, the vase is broken.", "en", "damaged-item")]
    [InlineData("Where is my order 10023, and where is my refund for the coat?", "en", "refund-status")]
    [InlineData("my parcel never came. also I forgot my password", "en", "order-status")]
    [InlineData("When do you open? And there is a charge on my card I don't recognise.", "en", "unknown-charge")]
    [InlineData("I can't get into my account, somebody changed my password. And where is my parcel?", "en", "account-hacked")]
    [InlineData("¿Cómo devuelvo el vestido? Y me cobraron dos veces.", "es", "charged-twice")]
    [InlineData("¿Me pueden dar una factura? Además el jarrón llegó roto.", "es", "damaged-item")]
    [InlineData("¿Dónde está mi pedido? Y me aparece un cobro que no reconozco.", "es", "unknown-charge")]
    public void Of_several_problems_the_one_that_weighs_most_comes_first(string text, string locale, string first)
    {
        var turn = new Turn { Id = "t1", At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), Text = text, Match = shipped.Content.Match(text, locale) };

        Assert.Equal(first, Assert.IsType<BeginWith>(TurnPolicy.Decide(Conversation.Begin("c1", "directline", locale), turn).Step).First.Id);
    }

    [Fact]
    public void A_message_about_one_thing_is_almost_never_taken_for_several()
    {
        var lines = TestLines.Read("match-development-lines.tsv").Concat(TestLines.Read("match-heldout-lines.tsv")).ToList();

        var several = lines.Where(line => shipped.Content.Match(line.Text, "en").Several.Count > 0).Select(line => line.Text).ToList();

        Assert.True(several.Count <= 0.02 * lines.Count, string.Join('\n', several));
    }

    private string Asked(string before, string text)
    {
        var match = shipped.Content.Match(text, "en", Before(before));
        return (match.Sure?.Id ?? "none") + (match.MeansAnother ? "*" : "");
    }

    private ContentCandidate Before(string id) =>
        new(shipped.Content.FindProcedure(id, "en") is null ? ContentKind.Article : ContentKind.Procedure, id, "", 1);
}
