using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Emotions;
using static EmpathyBot.Domain.Acknowledgements.AcknowledgementAct;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

public class ChooserTests
{
    private static readonly AcknowledgementPlan Plan = new(Validate, "frustration", null, new("your parcel", "two weeks", null));
    private static readonly EmotionReading Frustrated = Some.Reading(Emotion.Frustration, 0.67, EmotionTarget.Wait);

    [Fact]
    public void The_phrase_that_names_most_is_preferred() => Assert.Equal("b", Choose(
        Some.Phrase("a", Validate, "That takes long."),
        Some.Phrase("b", Validate, "{span} without {thing}.", "span", "thing"),
        Some.Phrase("c", Validate, "Without {thing}.", "thing")).PhraseId);

    [Fact]
    public void What_the_message_does_not_name_cannot_be_said() =>
        Assert.Equal("a", Choose(Some.Phrase("a", Validate, "That takes long."), Some.Phrase("b", Validate, "{count} too often.", "count")).PhraseId);

    [Fact]
    public void No_phrase_is_said_twice() =>
        Assert.Equal((None, "no-unused-phrase"), Brief(ChooseAfter(new() { PhraseIds = ["a"] }, Some.Phrase("a", Validate, "That takes long."))));

    [Fact]
    public void No_opening_comes_twice_in_a_row()
    {
        var history = new AcknowledgementHistory { LastOpening = "that takes" };

        Assert.Equal("b", ChooseAfter(history, Some.Phrase("a", Validate, "That takes too long."), Some.Phrase("b", Validate, "Too long.")).PhraseId);
    }

    [Fact]
    public void Conditions_on_emotion_target_and_strength_are_kept()
    {
        var phrases = new[]
        {
            Some.Phrase("anger", Validate, "One.") with { Emotions = [Emotion.Anger] },
            Some.Phrase("product", Validate, "Two.") with { Targets = [EmotionTarget.Product] },
            Some.Phrase("strong", Validate, "Three.") with { MinIntensity = 0.7 },
            Some.Phrase("mild", Validate, "Four.") with { MaxIntensity = 0.6 },
            Some.Phrase("other-act", Reflect, "Five."),
            Some.Phrase("fits", Validate, "Six.") with { Emotions = [Emotion.Frustration], Targets = [EmotionTarget.Wait], MinIntensity = 0.67, MaxIntensity = 0.67 },
        };

        Assert.Equal("fits", Choose(phrases).PhraseId);
    }

    [Theory]
    [InlineData("Right away!")]
    [InlineData("On it 🙂")]
    [InlineData("On it ☺")]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty a b c d e f")]
    [InlineData("   ")]
    public void What_must_not_be_said_to_an_upset_customer_is_not(string template) =>
        Assert.Equal("no-unused-phrase", Choose(Some.Phrase("a", Validate, template)).Reason);

    [Fact]
    public void Safety_is_said_again_and_again()
    {
        var safety = new AcknowledgementPlan(Safety, "at-risk", null, ConcreteMention.Nothing);
        var said = AcknowledgementChooser.Choose(
            safety, Frustrated, [Some.Phrase("s", Safety, "Call {line}.")], new() { PhraseIds = ["s"], LastOpening = "call {line}" }, text => text, 0);

        Assert.Equal("s", said.PhraseId);
    }

    [Fact]
    public void Without_a_reading_conditions_on_it_do_not_count()
    {
        var plan = new AcknowledgementPlan(OwnFailure, "own-failure", "1:own-failure", ConcreteMention.Nothing);
        var phrase = Some.Phrase("o", OwnFailure, "That was my error.") with { Targets = [EmotionTarget.Bot] };

        Assert.Equal("o", AcknowledgementChooser.Choose(plan, null, [phrase], AcknowledgementHistory.Empty, text => text, 0).PhraseId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    public void One_seed_gives_one_choice_whatever_the_order_of_the_content(int seed)
    {
        var phrases = Enumerable.Range(0, 9).Select(i => Some.Phrase($"p{i}", Validate, $"Words{i} here.")).ToArray();
        var (there, back) = (Choose(AcknowledgementHistory.Empty, seed, phrases), Choose(AcknowledgementHistory.Empty, seed, [.. phrases.Reverse()]));

        Assert.Equal(there, back);
    }

    [Fact]
    public void Seeds_vary_the_choice()
    {
        var phrases = Enumerable.Range(0, 9).Select(i => Some.Phrase($"p{i}", Validate, $"Words{i} here.")).ToArray();

        Assert.Equal(9, Enumerable.Range(0, 9).Select(seed => Choose(AcknowledgementHistory.Empty, seed, phrases).PhraseId).Distinct().Count());
    }

    [Fact]
    public void A_plan_to_say_nothing_says_nothing_for_its_reason() => Assert.Equal(
        (None, "neutral"),
        Brief(AcknowledgementChooser.Choose(AcknowledgementPlan.Nothing("neutral"), null, [], AcknowledgementHistory.Empty, text => text, 0)));

    private static AcknowledgementDecision Choose(params AcknowledgementPhrase[] phrases) => Choose(AcknowledgementHistory.Empty, 0, phrases);

    private static AcknowledgementDecision ChooseAfter(AcknowledgementHistory history, params AcknowledgementPhrase[] phrases) => Choose(history, 0, phrases);

    private static AcknowledgementDecision Choose(AcknowledgementHistory history, int seed, AcknowledgementPhrase[] phrases) =>
        AcknowledgementChooser.Choose(Plan, Frustrated, phrases, history, text => text, seed);

    private static (AcknowledgementAct Act, string Reason) Brief(AcknowledgementDecision decision) => (decision.Act, decision.Reason);
}
