using EmpathyBot.Content.Acknowledgements;
using EmpathyBot.Content.Language;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Tests.Content;

public sealed class PhraseStyleTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private static readonly Wording English = ShippedContent.WordingOf("en");
    private static readonly Wording Spanish = ShippedContent.WordingOf("es");

    [Theory]
    [InlineData("I completely understand.")]
    [InlineData("I understand how you feel.")]
    [InlineData("We know how frustrating this is.")]
    [InlineData("I can imagine how annoying that must be.")]
    [InlineData("I'm sorry you feel that way.")]
    [InlineData("I’m sorry you feel that way.")]
    [InlineData("Sorry if this upset you.")]
    [InlineData("We apologize for any inconvenience.")]
    [InlineData("Sorry for the inconvenience.")]
    [InlineData("Please calm down.")]
    [InlineData("No need to get upset.")]
    [InlineData("Your call is important to us.")]
    [InlineData("Your satisfaction is very important.")]
    [InlineData("Transferring you to an agent.")]
    [InlineData("Please hold the line.")]
    [InlineData("You seem frustrated.")]
    [InlineData("You must be angry.")]
    [InlineData("You sound really upset.")]
    [InlineData("How frustrating!")]
    [InlineData("I'm so sad to hear that.")]
    [InlineData("We are thrilled about it.")]
    [InlineData("My heart goes out to you.")]
    [InlineData("Rest assured that it is handled.")]
    [InlineData("We'll do our best.")]
    [InlineData("It is sent as soon as possible.")]
    [InlineData("Thank you for your patience.")]
    [InlineData("As a valued customer you come first.")]
    public void Wordings_that_fail_with_customers_are_refused(string text)
    {
        Assert.Contains(PhraseStyle.Check(AcknowledgementAct.Validate, text, English), broken => broken.Contains("may not be said", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I am sorry that you have been waiting two weeks.")]
    [InlineData("Understood, only answers from now on.")]
    [InlineData("Sorry, that should not have happened.")]
    [InlineData("I have put your ticket in front of a colleague.")]
    public void Plain_words_are_not(string text)
    {
        Assert.Empty(PhraseStyle.Check(AcknowledgementAct.Apologise, text, English));
    }

    [Theory]
    [InlineData(AcknowledgementAct.Celebrate, true)]
    [InlineData(AcknowledgementAct.Thank, true)]
    [InlineData(AcknowledgementAct.DeEscalate, false)]
    [InlineData(AcknowledgementAct.Reflect, false)]
    [InlineData(AcknowledgementAct.Safety, false)]
    public void Only_joy_and_thanks_may_have_exclamation_marks_and_emoji(AcknowledgementAct act, bool allowed)
    {
        Assert.Equal(allowed, !PhraseStyle.Check(act, "Good news!", English).Any());
        Assert.Equal(allowed, !PhraseStyle.Check(act, "Good news 🎉", English).Any());
        Assert.Equal(allowed, !PhraseStyle.Check(act, "Good news :-)", English).Any());
    }

    [Fact]
    public void Every_shipped_phrase_keeps_the_rules_and_reads_well_with_what_customers_name()
    {
        var mentions = new[]
        {
            new ConcreteMention("your refund", "two weeks", "the third time") { Mishap = new("your refund got cancelled") },
            new ConcreteMention("the blue jacket", "since Tuesday", "the second time") { Mishap = new("the blue jacket arrived torn") },
            new ConcreteMention("your shoes", "45 minutes", "the fifth time") { Mishap = new("your shoes did not fit") },
        };
        Assert.All(shipped.Content.Phrases("en"), phrase =>
        {
            Assert.Empty(PhraseStyle.Check(phrase.Act, phrase.Template, English));
            Assert.All(mentions, mention =>
            {
                var variables = new Dictionary<string, object?>(mention.ToVariables()) { ["helpLine"] = "112" };
                var said = shipped.Content.Render(phrase.Template, variables);
                Assert.True(char.IsUpper(said[0]), said);
                Assert.True(said[^1] is '.' or '!', said);
                Assert.True(said.Split(' ').Length <= AcknowledgementChooser.MostWords, said);
                // "your shoes is": things may be plural, so none is the subject of "is" or "has".
                Assert.DoesNotMatch("(^|[.,:] |[Tt]hat |[Ss]o )([Yy]our refund|[Tt]he blue jacket|[Yy]our shoes) (is|are|was|were|has|have)\\b", said);
            });
        });
    }

    [Theory]
    [InlineData(AcknowledgementAct.Validate, "Sorry, that should not have happened.")]
    [InlineData(AcknowledgementAct.OwnFailure, "I apologise for my answer.")]
    public void An_apology_outside_its_budget_is_refused(AcknowledgementAct act, string text) =>
        Assert.Contains(PhraseStyle.Check(act, text, English), broken => broken.Contains("Only apologise may", StringComparison.Ordinal));

    [Theory]
    [InlineData("Lamentamos las molestias ocasionadas.")]
    [InlineData("Entiendo perfectamente cómo se siente.")]
    [InlineData("Entiendo tu frustración.")]
    [InlineData("Su llamada es muy importante.")]
    [InlineData("Cálmese, por favor.")]
    [InlineData("Te transfiero con un compañero.")]
    [InlineData("Pareces muy enfadada.")]
    [InlineData("Me alegra leerlo.")]
    [InlineData("Estamos muy contentos.")]
    [InlineData("Tenga la seguridad de que se hará.")]
    [InlineData("Se envía lo antes posible.")]
    [InlineData("Gracias por su paciencia.")]
    [InlineData("Estimado cliente, aquí está.")]
    [InlineData("{{#if formal}}Comprendo cómo se siente.{{else}}De acuerdo.{{/if}}")]
    public void In_Spanish_too(string text) =>
        Assert.Contains(PhraseStyle.Check(AcknowledgementAct.Validate, text, Spanish), broken => broken.Contains("may not be said", StringComparison.Ordinal));

    [Theory]
    [InlineData("Siento que lleves desde hace dos semanas sin {{thing}}.")]
    [InlineData("Entendido, {{#if formal}}le{{else}}te{{/if}} respondo sin rodeos.")]
    [InlineData("Una compañera lo tiene delante desde ayer.")]
    public void Plain_Spanish_is_not(string text) => Assert.Empty(PhraseStyle.Check(AcknowledgementAct.Apologise, text, Spanish));

    [Theory]
    [InlineData("Lo siento, eso no debió pasar.")]
    [InlineData("{{#if formal}}Disculpe.{{else}}Vale.{{/if}}")]
    public void A_Spanish_apology_has_a_budget_too(string text) => Assert.Contains(
        PhraseStyle.Check(AcknowledgementAct.Reflect, text, Spanish), broken => broken.Contains("Only apologise may", StringComparison.Ordinal));

    [Fact]
    public void No_two_phrases_of_an_act_begin_with_the_same_words()
    {
        var repeated = shipped.Content.Phrases("en")
            .GroupBy(phrase => (phrase.Act, AcknowledgementHistory.Opening(PhraseStyle.Spoken(phrase.Template, English)[0])))
            .Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(repeated);
    }

    [Fact]
    public void The_words_are_plain() => Assert.All(shipped.Content.Phrases("en"), phrase =>
    {
        var sentences = phrase.Template.Split(['.', '!', ':'], StringSplitOptions.RemoveEmptyEntries);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 18));
        Assert.All(phrase.Template.Split([' ', ',', '.', ':', '!'], StringSplitOptions.RemoveEmptyEntries), word => Assert.True(word.Length <= 13, word));
    });
}
