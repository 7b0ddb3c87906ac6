using System.Text.RegularExpressions;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

public sealed class ShippedContentTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private readonly IContent _content = shipped.Content;

    [Fact]
    public void In_every_language_that_ships_the_welcome_says_that_mood_is_read_and_words_that_switch_it_off()
    {
        Assert.All(_content.Locales, locale => Assert.All([true, false], formal =>
        {
            var welcome = _content.Message(ContentMessages.WelcomeFor(false), locale, new Dictionary<string, object?> { [ContentMessages.Formal] = formal });
            Assert.Contains(
                Regex.Matches(welcome, "\"([^\"]+)\"").Select(quoted => quoted.Groups[1].Value), words => _content.FindRequest(words, locale) == CustomerRequest.StopReading);
        }));
    }

    [Fact]
    public void Every_act_but_none_has_words()
    {
        var said = _content.Phrases("en").Select(phrase => phrase.Act).ToHashSet();

        Assert.Equal(Enum.GetValues<AcknowledgementAct>().Where(act => act != AcknowledgementAct.None), said.Order());
    }

    [Theory]
    [InlineData(AcknowledgementAct.Apologise)]
    [InlineData(AcknowledgementAct.Validate)]
    [InlineData(AcknowledgementAct.Reflect)]
    [InlineData(AcknowledgementAct.Reassure)]
    public void Common_acts_have_at_least_twelve_phrases_some_of_which_name_nothing(AcknowledgementAct act)
    {
        var phrases = _content.Phrases("en").Where(phrase => phrase.Act == act).ToList();

        Assert.True(phrases.Count >= 12, $"{act} has {phrases.Count}.");
        Assert.Contains(phrases, phrase => phrase.Names.Count == 0);
        Assert.All(["thing", "span", "count"], name => Assert.Contains(phrases, phrase => phrase.Names.Contains(name)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Agents_find_sentences_for_every_feeling_in_every_language(string locale)
    {
        var phrases = _content.AgentPhrases(locale);

        Assert.Equal(Enum.GetValues<Emotion>().Order(), phrases.Select(phrase => phrase.Emotion).Distinct().Order());
        Assert.Equal(_content.AgentPhrases("en").Select(phrase => phrase.Id), phrases.Select(phrase => phrase.Id));
        Assert.All(phrases, phrase => Assert.DoesNotContain("{{", _content.Render(phrase.Template, new Dictionary<string, object?>()), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_message_the_bot_says_is_there_with_and_without_its_variables()
    {
        Assert.All(ContentMessages.Required, message =>
        {
            Assert.NotEqual("", _content.Message(message.Key, "en"));
            var filled = _content.Message(message.Key, "en", message.Value.ToDictionary(name => name, name => (object?)"Value"));
            Assert.DoesNotContain("{{", filled, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void There_are_the_articles_a_shop_is_asked_for_each_short_and_with_many_examples()
    {
        var ids = Directory.GetFiles(Path.Combine(ShippedContent.Folder, "solving", "articles", "en"), "*.md").Select(Path.GetFileNameWithoutExtension).ToList();

        Assert.True(ids.Count >= 60, $"There are {ids.Count}.");
        Assert.All(ids, id =>
        {
            var article = _content.FindArticle(id!, "en");
            Assert.NotNull(article);
            Assert.InRange(article.Body.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 40, 110);
            Assert.True(article.Examples.Count >= 15, $"{id} has {article.Examples.Count} examples");
        });
    }

    public static TheoryData<string> Procedures =>
        [.. Directory.EnumerateFiles(Path.Combine(ShippedContent.Folder, "solving/procedures/en"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Procedures_prove_ownership_before_anything_of_an_order_is_told_or_changed(string id)
    {
        var steps = _content.FindProcedure(id, "en")!.Steps.ToList();
        var proof = steps.FindIndex(step => step is CallStep { ProvesOwnership: true });

        // Before the proof nothing can be known of the order, and nothing about it be changed.
        var before = proof < 0 ? steps : steps.Take(proof);
        Assert.All(before.OfType<TellStep>(), step => Assert.DoesNotContain("{{order.", step.Text, StringComparison.Ordinal));
        Assert.All(before.OfType<CallStep>(), call => Assert.DoesNotContain("order_number", call.Arguments.Keys));
        Assert.True(_content.FindProcedure(id, "en")!.Examples.Count >= 15);
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Procedures_ask_before_they_change_anything(string id)
    {
        string[] looks = ["find_order", "find_charges", "find_subscription", "find_item", "gift_card_balance", "check_promo_code", "send_order_numbers"];
        var steps = _content.FindProcedure(id, "en")!.Steps.ToList();

        Assert.All(steps.OfType<CallStep>().Where(call => !looks.Contains(call.Operation)), call =>
            Assert.Contains(steps.Take(steps.IndexOf(call)), step => step is AskStep { Kind: AskKind.Confirm or AskKind.Choice }));
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Whatever_a_procedure_may_lack_has_a_way_on(string id)
    {
        var steps = _content.FindProcedure(id, "en")!.Steps.ToList();

        Assert.All(steps.OfType<AskStep>().Where(ask => ask.MayLack), ask => Assert.Contains(
            steps.Skip(steps.IndexOf(ask) + 1),
            step => step.When?.Tests.Any(test => test.Path == ask.SaveAs && test.Literal == AskStep.Lacking) == true));
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("en_US")]
    [InlineData("xx")]
    [InlineData("")]
    public void A_locale_finds_its_language_or_the_fallback(string locale)
    {
        Assert.Equal(_content.Message(ContentMessages.Welcome, "en"), _content.Message(ContentMessages.Welcome, locale));
    }

    [Fact]
    public void The_welcome_says_what_it_is_that_it_reads_mood_how_to_stop_that_and_that_a_person_is_there()
    {
        var welcome = _content.Message(ContentMessages.Welcome, "en");

        Assert.All(["AI", "mood", "why did you say that", "stop reading my mood", "person"], part =>
            Assert.Contains(part, welcome, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Text_is_not_encoded_for_html()
    {
        var text = _content.Message(ContentMessages.ExplainReading, "en", new Dictionary<string, object?> { ["emotion"] = "worry", ["cues"] = "\"can't\" & <b>" });

        Assert.Contains("\"can't\" & <b>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_says_the_same_and_seeds_vary_the_words()
    {
        string Say(int seed) => _content.Message(ContentMessages.AskRephrase, "en", new Dictionary<string, object?> { [ContentMessages.Seed] = seed });

        Assert.Equal(Say(7), Say(7));
        Assert.True(Enumerable.Range(0, 3).Select(Say).Distinct().Count() > 1);
    }
}
