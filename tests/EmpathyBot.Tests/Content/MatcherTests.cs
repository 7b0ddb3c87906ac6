using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>
/// Whether messages find what they ask for. <c>match-development-lines.tsv</c> was looked at while the content was
/// written; <c>match-heldout-lines.tsv</c> was written afterwards and nothing is chosen on it; the Spanish tables likewise.
/// </summary>
public sealed class MatcherTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private const string Outside = "none";

    // "returns|start-return": telling how and doing it answer the same message.
    private static bool Is(string label, string id) => label.Split('|').Contains(id);

    [Theory]
    [InlineData("match-development-lines.tsv", "en", 0.92)]
    [InlineData("match-heldout-lines.tsv", "en", 0.8)]
    [InlineData("spanish-development-lines.tsv", "es", 0.95)]
    [InlineData("spanish-heldout-lines.tsv", "es", 0.8)]
    public void What_is_sure_is_right_nineteen_times_in_twenty_and_most_is_found(string table, string locale, double found)
    {
        var lines = TestLines.Read(table).Select(line => (line.Label, line.Text, shipped.Content.Match(line.Text, locale).Sure)).ToList();
        var sure = lines.Where(line => line.Sure is not null).ToList();
        var inside = lines.Where(line => line.Label != Outside).ToList();

        var wrong = sure.Where(line => !Is(line.Label, line.Sure!.Id)).Select(line => $"\"{line.Text}\" is {line.Label}, found {line.Sure!.Id}").ToList();
        var share = inside.Count(line => line.Sure is { } sureOf && Is(line.Label, sureOf.Id)) / (double)inside.Count;

        Assert.True(wrong.Count <= 0.05 * sure.Count, string.Join('\n', wrong));
        Assert.True(share >= found, $"{share:0.000} found");
    }

    [Theory]
    [InlineData("match-development-lines.tsv", "en", 0.05)]
    [InlineData("match-heldout-lines.tsv", "en", 0.05)]
    [InlineData("spanish-development-lines.tsv", "es", 0.05)]
    [InlineData("spanish-heldout-lines.tsv", "es", 0.08)]
    public void What_is_not_ours_is_almost_never_answered_and_seldom_offered(string table, string locale, double most)
    {
        var outside = TestLines.Read(table).Where(line => line.Label == Outside)
            .Select(line => (line.Text, Match: shipped.Content.Match(line.Text, locale))).ToList();

        var answered = outside.Where(line => line.Match.Sure is not null).Select(line => line.Text).ToList();
        var offered = outside.Where(line => line.Match.Possible.Count > 0).Select(line => line.Text).ToList();

        Assert.True(answered.Count <= most * outside.Count, string.Join('\n', answered));
        Assert.True(offered.Count <= 0.2 * outside.Count, string.Join('\n', offered));
    }

    [Theory]
    [InlineData("This is the third time I'm asking. Where is my refund?", "refund-status")]
    [InlineData("You useless people!!! I have had it with you. WHERE IS MY REFUND", "refund-status")]
    [InlineData("ok so first of all: unbelievable. second: my parcel is still not here", "order-status")]
    [InlineData("refnd??", "refund-status")]
    [InlineData("wheres my oder", "order-status")]
    [InlineData("where is my oder 10023", "order-status")]
    [InlineData("where is my order #10088", "order-status")]
    [InlineData("I'm not angry, I just want to know when it ships", "order-status")]
    [InlineData("Sorry to bother you, I know you are busy, but could you tell me how I return a dress?", "returns")]
    public void Slips_numbers_and_anger_around_a_request_do_not_hide_it(string text, string id)
    {
        Assert.Equal(id, shipped.Content.Match(text, "en").Sure?.Id);
    }

    [Theory]
    [InlineData("I am so angry, this is a disgrace, you are all useless!")]
    [InlineData("I already told you that. Twice.")]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("😡😡😡")]
    [InlineData("\ud83d")]
    public void An_outburst_without_a_request_asks_for_nothing(string text)
    {
        Assert.Empty(shipped.Content.Match(text, "en").Possible);
    }

    [Fact]
    public void Candidates_come_best_first_at_most_five_with_title_and_kind()
    {
        var match = shipped.Content.Match("you charged me twice, I want my refund", "en");

        Assert.InRange(match.Candidates.Count, 1, 5);
        Assert.Equal(match.Candidates.OrderByDescending(candidate => candidate.Score), match.Candidates);
        Assert.All(match.Candidates, candidate =>
        {
            Assert.InRange(candidate.Score, 0, 1);
            Assert.Equal(
                candidate.Kind == ContentKind.Article
                    ? shipped.Content.FindArticle(candidate.Id, "en")?.Title
                    : shipped.Content.FindProcedure(candidate.Id, "en")?.Title,
                candidate.Title);
        });
    }

    [Fact]
    public void The_same_content_always_finds_the_same()
    {
        var again = EmpathyBot.Content.ContentLoader.Load(ShippedContent.Folder, "en");

        Assert.All(TestLines.Read("match-heldout-lines.tsv"), line =>
            Assert.Equal(shipped.Content.Match(line.Text, "en").Candidates, again.Match(line.Text, "en").Candidates));
    }
}
