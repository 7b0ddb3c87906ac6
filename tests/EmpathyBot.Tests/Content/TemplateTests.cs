using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

public sealed class TemplateTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private readonly IContent _content = shipped.Content;

    [Theory]
    [InlineData("{{thing}} & 'more'", "<b> & 'more'")]
    [InlineData("{{Span}} later", "Two weeks later")]
    [InlineData("{{order.refund.amount}}", "€5.50")]
    [InlineData("{{order.days}} days", "9 days")]
    [InlineData("{{unknown}}x", "x")]
    [InlineData("{{#if span}}yes{{else}}no{{/if}}", "yes")]
    [InlineData("{{#if unknown}}yes{{else}}no{{/if}}", "no")]
    [InlineData("{{#if empty}}yes{{else}}no{{/if}}", "no")]
    [InlineData("{{#unless unknown}}nothing{{/unless}}", "nothing")]
    [InlineData("{{number}}", "1234.5")]
    [InlineData("no braces", "no braces")]
    public void Templates_render_as_authors_expect(string template, string text)
    {
        var variables = new Dictionary<string, object?>
        {
            ["thing"] = "<b>",
            ["span"] = "two weeks",
            ["empty"] = "",
            ["number"] = 1234.5m,
            ["order"] = new Dictionary<string, object?>
            {
                ["days"] = 9,
                ["refund"] = new Dictionary<string, object?> { ["amount"] = "€5.50" },
            },
        };

        Assert.Equal(text, _content.Render(template, variables));
    }

    [Fact]
    public void What_a_customer_named_is_never_taken_for_a_template()
    {
        var variables = new Dictionary<string, object?> { ["thing"] = "{{span}} {{#if x}}" , ["span"] = "two weeks" };

        Assert.Equal("About {{span}} {{#if x}}.", _content.Render("About {{thing}}.", variables));
    }

    [Fact]
    public void Many_threads_render_at_once()
    {
        Parallel.For(0, 200, at => Assert.Equal(
            $"number {at % 7}", _content.Render("number {{n}}", new Dictionary<string, object?> { ["n"] = at % 7 })));
    }
}
