using EmpathyBot.Content;
using EmpathyBot.Domain.Solving;
using static EmpathyBot.Tests.Content.ContentFolder;

namespace EmpathyBot.Tests.Content;

public sealed class ContentReviewTests : IDisposable
{
    private const string Other = "solving/articles/en/postage.md";
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_content_has_no_errors_and_needs_no_advice()
    {
        var review = ContentLoader.Review(ShippedContent.Folder, "en");

        Assert.Equal([], review.Errors.Concat(review.Advice));
        Assert.True(review.Locales is [{ Locale: "en", Articles: >= 60, Procedures: >= 12 }, { Locale: "es", Articles: >= 15, Procedures: >= 3 }]);
    }

    [Theory]
    [InlineData("how do I return something")]
    [InlineData("How do I return something?!")]
    public void The_same_words_in_two_files_are_an_error(string example)
    {
        _folder.Write(Other, $"---\ntitle: postage\nexamples:\n  - what is the postage\n  - {example}\n---\nIt is free.");

        Assert.Equal(
            $"solving/articles/en/returns.md(4): \"how do I return something\" is an example of {Other}(5) too. It can ask for only one of the two.",
            _folder.TheError());
    }

    [Fact]
    public void What_asks_for_something_does_not_stand_under_what_asks_for_nothing()
    {
        _folder.Write(Matching, "outside:\n  - tell me a joke\n  - track my parcel");

        Assert.Equal(
            "solving/matching/en.yaml(3): \"track my parcel\" is an example of solving/procedures/en/order-status.yaml(4) too. It can ask for only one of the two.",
            _folder.TheError());
    }

    [Theory]
    [InlineData("please send it back")]
    [InlineData("back send it")]
    [InlineData("how do I retrn something")]
    [InlineData("how do I returns something")]
    public void Nearly_the_same_words_in_two_files_are_advice(string example)
    {
        _folder.Write(Matching, "padding: [please]").Write(Other, $"---\ntitle: postage\nexamples:\n  - {example}\n---\nIt is free.");

        var review = Review();

        Assert.Empty(review.Errors);
        var advice = Assert.Single(review.Advice);
        Assert.Equal("solving/articles/en/returns.md", advice.File);
        Assert.True(advice.Line is 4 or 5);
        Assert.Contains($"is nearly \"{example}\" in {Other}(4).", advice.Sentence);
    }

    [Theory]
    [InlineData("how do I return somebody")]
    [InlineData("send it front")]
    public void Other_words_are_no_overlap(string example)
    {
        _folder.Write(Other, $"---\ntitle: postage\nexamples:\n  - {example}\n---\nIt is free.");

        Assert.Empty(Review().Advice);
    }

    [Theory]
    // Contradicts itself.
    [InlineData("when: order.status == late", "when: order.status == late and order.status == shipped", 8)]
    // Every order that is late ended before.
    [InlineData("- id: tell\n", "- id: end-late\n    when: order.status == late\n    end: solved\n  - id: tell\n", 11)]
    // Only what was found has a status, and what was not found ended.
    [InlineData("- id: tell\n    when: order.status == late", "- id: end-found\n    when: order.outcome == ok\n    end: solved\n  - id: tell\n    when: order.outcome == ok and order.status == late", 11)]
    [InlineData("when: order.status == late", "when: order.outcome == unavailable and order.status == late", 8)]
    // Together the two ends take every way.
    [InlineData("  - id: tell\n    when: order.status == late", "  - id: end-known\n    when: order.status known\n    end: solved\n  - id: end-unknown\n    when: order.status unknown\n    end: unsolved\n  - id: tell", 13)]
    public void A_step_that_no_way_reaches_is_an_error(string old, string with, int line)
    {
        _folder.Replace(ProcedureFile, old, with);

        var broken = Assert.Throws<ContentException>(_folder.Load);

        Assert.Contains(broken.Errors, error => error.File == ProcedureFile && error.Line == line && error.Sentence.StartsWith("The step \"tell\" is never reached: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("when: order.status == late", "when: order.status != late and order.outcome == ok")]
    [InlineData("- id: tell\n", "- id: end-late\n    when: order.status == shipped\n    end: solved\n  - id: tell\n")]
    [InlineData("when: order.status == late", "when: order known and order_number known")]
    public void A_step_that_some_way_reaches_is_none(string old, string with)
    {
        _folder.Replace(ProcedureFile, old, with);

        Assert.Empty(Review().Errors);
    }

    [Fact]
    public void A_step_of_a_block_must_be_reached_from_one_procedure_only()
    {
        const string After = "solving/blocks/en/after.yaml";
        _folder.Write(After, "steps:\n  - id: after\n    when: order.status == late\n    tell: It is late.");
        _folder.Replace(ProcedureFile, "  - id: tell\n", "  - id: end-late\n    when: order.status == late\n    end: solved\n  - use: after\n  - id: told\n")
            .Replace(ProcedureFile, "    when: order.status == late\n    tell", "    tell");

        Assert.StartsWith($"{After}(3): The step \"after\" is never reached", _folder.TheError());

        _folder.Write("solving/procedures/en/other.yaml", """
            title: another way
            examples:
              - another way please
            steps:
              - use: find-order
              - use: after
              - id: end
                end: solved
            """);
        Assert.Empty(Review().Errors);
    }

    [Fact]
    public void What_a_further_language_lacks_or_does_otherwise_is_advice()
    {
        foreach (var file in new[] { Acknowledgements, ArticleFile, Messages, Requests, Language })
            _folder.Write(file.Replace("/en", "/es", StringComparison.Ordinal), _folder.Read(file));
        _folder.Write("solving/articles/es/envios.md", "---\ntitle: envios\nexamples:\n  - cuánto cuesta\n---\nNada.")
            .Replace("solving/articles/es/returns.md", "title: returns", "title: returns\nweight: money")
            .Append(Acknowledgements, "thank:\n  - id: thanks\n    text: Thank you.");

        var review = Review();

        Assert.Empty(review.Errors);
        Assert.Equal(
            [
                "acknowledgements/es.yaml: \"thank\" has phrases in en and none here.",
                "acknowledgements/naming/es.yaml: The file is missing: without it nothing the customer names is said back.",
                "solving/articles/es/envios.md: There is nothing of this name in en. Check the spelling of the file name.",
                "solving/articles/es/returns.md: Its weight is \"money\" here and \"information\" in en. It should be the same in both.",
                "solving/matching/es.yaml: The file is missing: without it fewer messages find their answer.",
            ],
            review.Advice.Select(advice => advice.ToString()));
        Assert.Equal([new("en", 1, 1), new("es", 2, 0)], review.Locales);
    }

    [Fact]
    public void A_message_that_one_language_lacks_is_an_error()
    {
        foreach (var file in new[] { Acknowledgements, Messages, Requests, Language })
            _folder.Write(file.Replace("/en", "/es", StringComparison.Ordinal), _folder.Read(file));
        _folder.Replace("solving/messages/es.yaml", $"{ContentMessages.Welcome}: the text of welcome", "");

        Assert.Equal("solving/messages/es.yaml: These messages are missing: welcome. Write them here or in handoffs/es.yaml.", _folder.TheError());
    }

    private ContentReview Review() => ContentLoader.Review(_folder.Path, "en");
}
