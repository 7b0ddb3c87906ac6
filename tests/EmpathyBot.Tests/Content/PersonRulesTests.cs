using EmpathyBot.Domain.Solving;
using static EmpathyBot.Tests.Content.ContentFolder;

namespace EmpathyBot.Tests.Content;

public sealed class PersonRulesTests(ShippedContent shipped) : IClassFixture<ShippedContent>, IDisposable
{
    private const string Rules = "handoffs/rules.yaml";

    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("my solicitor will write to you", "en", "legal")]
    [InlineData("I will see you in court!!", "en", "legal")]
    [InlineData("the lamp gave my son an electric shock", "en", "injury")]
    [InlineData("she burned her hand on it", "en", "injury")]
    [InlineData("the sale prices are on fire", "en", null)]
    [InlineData("I work in a hospital, when does it arrive?", "en", null)]
    [InlineData("my husband ordered this and he passed away in May", "en", null)]
    [InlineData("this is a GDPR request", "en", "formal-data-request")]
    [InlineData("mi abogado se pondrá en contacto", "es", "legal")]
    [InlineData("quiero la hoja de reclamaciones", "es", "legal")]
    [InlineData("mi marido falleció en mayo", "es", null)]
    [InlineData("where is my order 10005?", "en", null)]
    [InlineData("this is a disgrace, third time I ask", "en", null)]
    [InlineData("my phone died", "en", null)]
    [InlineData("¿dónde está mi pedido?", "es", null)]
    [InlineData("", "en", null)]
    public void What_always_needs_a_person_is_known_by_its_words(string text, string locale, string? rule)
    {
        Assert.Equal(rule, shipped.Content.FindPersonRule(text, locale, ContentMatch.None));
    }

    [Fact]
    public void An_article_can_be_for_people_only()
    {
        _folder.Write(Rules, "rules:\n  - id: never-by-bot\n    why: a test\n    matters: [returns]\n");

        var content = _folder.Load();

        Assert.Equal("never-by-bot", content.FindPersonRule("…", "en", new([new(ContentKind.Article, "returns", "returns", 0.9)])));
        Assert.Null(content.FindPersonRule("…", "en", ContentMatch.None));
    }

    [Fact]
    public void Without_the_file_nothing_needs_a_person()
    {
        Assert.Null(_folder.Load().FindPersonRule("my lawyer", "en", ContentMatch.None));
    }

    [Theory]
    [InlineData("rules:\n  - id: a\n    why: x\n    matters: [nothing-here]\n", "There is no article and no procedure \"nothing-here\".")]
    [InlineData("rules:\n  - id: a\n    why: x\n", "The rule names nothing.")]
    [InlineData("rules:\n  - id: a\n    en: [lawyer]\n", "\"why\" is missing.")]
    [InlineData("rules:\n  - why: x\n    en: [lawyer]\n", "\"id\" is missing.")]
    [InlineData("rules:\n  - id: a\n    why: x\n    en: [\"(lawyer\"]\n", "\"(lawyer\" is not a phrase.")]
    [InlineData("rules:\n  - id: a\n    why: x\n    fr: [avocat]\n    en: [lawyer]\n", "\"fr\" is not known here.")]
    [InlineData("rules:\n  - {id: a, why: x, en: [b]}\n  - {id: a, why: x, en: [c]}\n", "The id \"a\" is there twice.")]
    [InlineData("rule: []\n", "\"rule\" is not known here.")]
    public void A_mistake_is_told_in_a_plain_sentence(string yaml, string sentence)
    {
        _folder.Write(Rules, yaml);

        var problems = Assert.Throws<EmpathyBot.Content.ContentException>(() => _folder.Load()).Message;

        Assert.Contains(sentence, problems, StringComparison.Ordinal);
        Assert.Contains(Rules, problems, StringComparison.Ordinal);
    }
}
