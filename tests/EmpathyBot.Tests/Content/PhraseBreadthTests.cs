using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Content;

/// <summary>There are words enough: a conversation that stays with one feeling does not run dry.</summary>
public sealed class PhraseBreadthTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private const int Turns = 10;

    private static readonly Dictionary<string, ConcreteMention[]> Named = new()
    {
        ["en"] = [
            ConcreteMention.Nothing, new("your refund", null, null), new(null, "two weeks", null), new(null, null, "the third time"),
            new("the blue jacket", "since Tuesday", null), new("your shoes", null, "the second time"), new("your parcel", "45 minutes", "the fifth time"),
        ],
        ["es"] = [
            ConcreteMention.Nothing, new("tu reembolso", null, null), new(null, "desde hace dos semanas", null), new(null, null, "la tercera vez"),
            new("la chaqueta azul", "desde el martes", null), new("tus zapatos", null, "la segunda vez"), new("tu paquete", "desde hace 45 minutos", "la quinta vez"),
        ],
    };

    public static TheoryData<string, Emotion, double, EmotionTarget> Felt
    {
        get
        {
            var felt = new TheoryData<string, Emotion, double, EmotionTarget>();
            foreach (var locale in Named.Keys)
            {
                foreach (var emotion in Enum.GetValues<Emotion>().Where(emotion => emotion != Emotion.Neutral))
                {
                    foreach (var target in Enum.GetValues<EmotionTarget>())
                    {
                        foreach (var intensity in new[] { 0.3, 0.5, 0.9 })
                            felt.Add(locale, emotion, intensity, target);
                    }
                }
            }

            return felt;
        }
    }

    [Theory]
    [MemberData(nameof(Felt))]
    public void Ten_turns_of_one_conversation_do_not_run_dry(string locale, Emotion emotion, double intensity, EmotionTarget target)
    {
        var reading = new EmotionReading(emotion, null, intensity, 0, 0.8, target, [], "test");
        foreach (var mention in Named[locale])
        {
            foreach (var seed in new[] { 0, 5, 23 })
                Assert.Equal(Turns, Said(locale, AcknowledgementRules.For(reading).Act, reading, mention, seed).Select(said => said.PhraseId).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Felt))]
    public void And_keep_naming_the_thing_that_is_named(string locale, Emotion emotion, double intensity, EmotionTarget target)
    {
        var reading = new EmotionReading(emotion, null, intensity, 0, 0.8, target, [], "test");
        var act = AcknowledgementRules.For(reading).Act;
        var turns = act is AcknowledgementAct.Thank ? 3 : act is AcknowledgementAct.Celebrate ? 5 : Turns;

        Assert.All(Said(locale, act, reading, Named[locale][1], 7).Take(turns), said => Assert.Contains(locale == "en" ? "refund" : "reembolso", said.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_common_act_has_twelve_ways_of_naming_nothing(string locale)
    {
        var plain = shipped.Content.Phrases(locale).Where(phrase => phrase.Names.Count == 0).CountBy(phrase => phrase.Act)
            .Where(act => act.Key != AcknowledgementAct.Safety);

        Assert.All(plain, act => Assert.True(act.Value >= 12, $"{act.Key}: {act.Value}"));
    }

    private List<AcknowledgementDecision> Said(string locale, AcknowledgementAct act, EmotionReading reading, ConcreteMention mention, int seed)
    {
        var history = AcknowledgementHistory.Empty;
        var all = new List<AcknowledgementDecision>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var said = AcknowledgementChooser.Choose(
                new(act, "test", null, mention), reading, shipped.Content.Phrases(locale), history,
                template => shipped.Content.Render(template, mention.ToVariables()), seed + turn);
            Assert.True(said.Text is not null, $"{reading.Primary} {reading.Target} {mention}: dry after {turn} turns");
            history = history.After(new Acknowledged($"t{turn}", DateTimeOffset.UnixEpoch, said.Act, said.Reason, said.PhraseId, said.Text, null));
            all.Add(said);
        }

        return all;
    }
}
