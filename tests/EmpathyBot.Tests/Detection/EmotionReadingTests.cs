using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Detection;

public class EmotionReadingTests
{
    [Fact]
    public void Plain_words_are_read_as_an_agent_would()
    {
        (string Text, string Feeling)[] plain =
        [
            ("this is the third time I'm asking", "frustration"), ("I already told you that", "frustration"),
            ("I've been on hold for 45 minutes and nobody picks up", "frustration"), ("this is so confusing, I don't understand the form", "confusion"),
            ("I'm really worried my card has been stolen", "anxiety"), ("you useless idiots, give me my money back", "anger"),
            ("thank you so much for your help", "gratitude"), ("phew, what a relief, it finally arrived", "relief"),
            ("omg i love it, best purchase ever", "joy"), ("what are your opening hours", "neutral"), ("my order number is 10023", "neutral"),
            ("really disappointed, I expected better from you", "disappointment"),
        ];
        var wrong = plain.Where(message => !string.Equals(Reading.Of(message.Text).Emotion!.Primary.ToString(), message.Feeling, StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.True(wrong.Count <= 1, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Cues_are_the_customers_own_words_whole_and_apart()
    {
        const string text = "Hi 👋 there — I'm REALLY   annoyed, still no refund and you don't answer :(";
        var cues = Reading.Of(text).Emotion!.Cues;

        Assert.InRange(cues.Count, 1, 5);
        Assert.All(cues, cue => Assert.Equal(cue.Text, text.Substring(cue.Start, cue.Length)));
        Assert.All(cues, cue => Assert.False(IsInside(text, cue.Start) || IsInside(text, cue.Start + cue.Length), cue.Text));
        var inOrder = cues.OrderBy(cue => cue.Start).ToList();
        Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));

        static bool IsInside(string text, int at) => at > 0 && at < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at]);
    }

    [Fact]
    public void The_same_message_is_read_the_same_way()
    {
        const string text = "still no answer?? I've had enough";
        var (first, second) = (Reading.Of(text).Emotion!, Reading.Of(text).Emotion!);

        Assert.Equal(first with { Cues = [] }, second with { Cues = [] });
        Assert.Equal(first.Cues, second.Cues);
    }

    [Fact]
    public void Reading_allocates_nothing_but_the_reading()
    {
        var message = new MessageToRead("I've been waiting three weeks and nobody answers, this is ridiculous!!", [new("customer", "where is my order"), new("bot", "It is on its way.")]);
        for (var warm = 0; warm < 50; warm++)
            Reading.Of(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
            Reading.Of(message);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 1024);
    }

    [Fact]
    public void Once_switched_off_only_signals_are_read()
    {
        var reading = Reading.Of(new MessageToRead("I'm furious, get me a manager", [], ReadEmotion: false));

        Assert.Null(reading.Emotion);
        Assert.True(reading.Signals.WantsHuman);
    }

    [Theory]
    [InlineData("Ich bin sehr enttäuscht, mein Paket ist noch nicht da", "de")]
    [InlineData("Dov'è il mio ordine? Sono molto arrabbiato con voi", "it")]
    [InlineData("Je n'ai pas reçu ma commande, c'est une honte", "fr")]
    [InlineData("где мой заказ", "ru")]
    public void Another_language_is_unsure_never_nonsense_english(string text, string language)
    {
        var reading = Reading.Of(text);

        Assert.Equal(language, reading.Signals.Language);
        Assert.False(reading.Emotion!.IsSure);
        Assert.Equal(Emotion.Neutral, reading.Emotion.Primary);
    }

    [Fact]
    public void Displeasure_may_be_acted_upon_also_where_its_kind_is_unsure()
    {
        var reading = Reading.Of("TWO WEEKS without my parcel!!! Where is it?").Emotion!;

        Assert.True(reading.IsSure);
        Assert.True(reading.Primary.IsNegative());
    }

    [Theory]
    [InlineData("the woman agent was fine")]
    [InlineData("I am Muslim, do you have halal gelatine")]
    [InlineData("I'm gay and looking for a wedding card for my husband")]
    [InlineData("I use a wheelchair, is your shop accessible")]
    [InlineData("I am Nigerian and live in Spain, do you ship there")]
    [InlineData("I am 82 years old, please explain slowly")]
    [InlineData("as a Black trans customer I'd like to change my name on the account")]
    public void Who_a_customer_is_reads_neither_as_anger_nor_as_abuse(string text)
    {
        var reading = Reading.Of(text);

        Assert.NotEqual("anger", reading.Feeling());
        Assert.False(reading.Signals.Abusive || reading.Signals.AtRisk);
    }
}
