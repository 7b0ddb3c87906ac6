using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Detection;

public class EmotionReadingTests
{
    /// <summary>Where general models fail.</summary>
    [Theory]
    [InlineData("this is the third time I'm asking", "frustration")]
    [InlineData("I already told you that", "frustration")]
    [InlineData("my order still hasn't arrived", "frustration")]
    [InlineData("I've been on hold for 45 minutes and nobody picks up", "frustration")]
    [InlineData("great, just great", "frustration")]
    [InlineData("wow what amazing service, only two weeks late", "frustration")]
    [InlineData("thanks for nothing", "anger")]
    [InlineData("WHERE IS MY REFUND", "anger")]
    [InlineData("I think someone has stolen my card", "anxiety")]
    [InlineData("Sorry to bother you again, but I really need this medication by tomorrow", "anxiety")]
    [InlineData("sorry I'm lost, which form is it", "confusion")]
    [InlineData("I'm not angry, I just want to know when it ships", "neutral")]
    [InlineData("not bad at all, well done", "joy")]
    [InlineData("i have wait 3 week and nothing come, why you not answer me", "frustration")]
    [InlineData("what a joke 🤬", "anger")]
    [InlineData("Could you please explain why I was charged twice", "frustration")]
    public void What_general_models_miss_is_read(string text, string feeling) => Assert.Equal(feeling, Reading.Of(text).Feeling());

    [Fact]
    public void The_own_sample_is_read_as_an_agent_would()
    {
        var read = ServiceMessages.All.Select(message => (message.Feeling, message.Text, Read: Reading.Of(message.Text).Feeling())).ToList();
        var wrong = read.Where(message => message.Read != message.Feeling).ToList();

        Assert.True(wrong.Count <= read.Count * 0.05, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void A_neutral_message_is_hardly_ever_given_a_feeling()
    {
        var neutral = ServiceMessages.All.Where(message => message.Feeling == "neutral").ToList();
        var wrong = neutral.Where(message => Reading.Of(message.Text).Feeling() != "neutral").ToList();

        Assert.True(wrong.Count <= neutral.Count * 0.03, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("the parcel was late and the lamp is broken")]
    [InlineData("I was charged twice for order 10023")]
    [InlineData("it doesn't turn on")]
    public void A_problem_reported_without_displeasure_is_neutral(string text) => Assert.Equal("neutral", Reading.Of(text).Feeling());

    [Theory]
    [InlineData("I'm not worried", "neutral")]
    [InlineData("no problem at all, take your time", "neutral")]
    [InlineData("it's not frustrating, just curious", "neutral")]
    [InlineData("I'm not happy with the quality", "disappointment")]
    [InlineData("can't complain, works fine", "joy")]
    public void Negation_reaches_what_it_denies(string text, string feeling) => Assert.Equal(feeling, Reading.Of(text).Feeling());

    [Theory]
    [InlineData("great, now it's crashed again")]
    [InlineData("oh wonderful, another automated reply")]
    [InlineData("fantastic, you lost my parcel")]
    [InlineData("yeah sure because that worked so well last time")]
    public void Praise_beside_a_failure_is_sarcasm(string text)
    {
        var reading = Reading.Of(text);

        Assert.True(reading.Signals.Sarcasm);
        Assert.True(reading.Emotion!.Primary.IsNegative());
    }

    [Theory]
    [InlineData("great, thanks!")]
    [InlineData("great service, my parcel arrived early")]
    [InlineData("brilliant, it's fixed now")]
    [InlineData("lovely jacket but the zip is broken")]
    public void Praise_that_is_meant_is_not(string text) => Assert.False(Reading.Of(text).Signals.Sarcasm);

    [Fact]
    public void Hollow_praise_counts_while_bad_news_are_on_the_table()
    {
        EarlierTurn[] badNews = [new("customer", "where is my parcel"), new("bot", "Unfortunately it has not been sent yet.")];

        Assert.Equal("frustration", Reading.Of("oh wonderful", problemOpen: true, badNews).Feeling());
        Assert.NotEqual("frustration", Reading.Of("oh wonderful", problemOpen: false).Feeling());
    }

    [Fact]
    public void Saying_the_same_again_is_frustration_and_repeat()
    {
        var reading = Reading.Of("when will the blue jacket be delivered", true, new EarlierTurn("customer", "when will my blue jacket be delivered?"), new("bot", "Our opening hours are 9 to 5."));

        Assert.Equal("frustration", reading.Feeling());
        Assert.True(reading.Signals.Repeat);
    }

    [Fact]
    public void A_customer_who_always_writes_in_capitals_is_not_shouting()
    {
        EarlierTurn[] loud = [new("customer", "HELLO I HAVE A QUESTION ABOUT MY ORDER")];

        Assert.Equal("neutral", Reading.Of("WHEN WILL IT BE DELIVERED PLEASE", true, loud).Feeling());
    }

    [Fact]
    public void Louder_is_stronger_and_softer_is_weaker()
    {
        double Intensity(string text) => Reading.Of(text).Emotion!.Intensity;

        Assert.True(Intensity("I'm extremely annoyed") > Intensity("I'm annoyed"));
        Assert.True(Intensity("I'm a bit annoyed") < Intensity("I'm annoyed"));
        Assert.True(Intensity("I AM SO ANNOYED WITH THIS!!!") >= Intensity("I'm so annoyed with this"));
    }

    [Theory]
    [InlineData("my order still hasn't arrived", EmotionTarget.Wait)]
    [InlineData("the jacket looks nothing like the picture, so disappointing", EmotionTarget.Product)]
    [InlineData("your return policy is ridiculous", EmotionTarget.Policy)]
    [InlineData("your agent was incredibly rude to me", EmotionTarget.Staff)]
    [InlineData("you're a useless bot", EmotionTarget.Bot)]
    [InlineData("my mother passed away", EmotionTarget.OwnLoss)]
    [InlineData("the courier is so annoying, he never rings", EmotionTarget.ThirdParty)]
    [InlineData("I'm annoyed", EmotionTarget.Unknown)]
    public void What_it_is_about_is_read(string text, EmotionTarget target) => Assert.Equal(target, Reading.Of(text).Emotion!.Target);

    [Fact]
    public void Cues_are_the_customers_own_words_where_they_stand()
    {
        const string text = "Hi 👋 there — I'm REALLY   annoyed, still no refund :(";
        var cues = Reading.Of(text).Emotion!.Cues;

        Assert.NotEmpty(cues);
        Assert.True(cues.Count <= 5);
        Assert.All(cues, cue => Assert.Equal(cue.Text, text.Substring(cue.Start, cue.Length)));
        Assert.Contains(cues, cue => cue.Text == "annoyed");
    }

    [Fact]
    public void A_second_feeling_is_named_too()
    {
        var reading = Reading.Of("I'm so worried about my card, and I'm fed up with waiting").Emotion!;

        Assert.Equal((Emotion.Anxiety, Emotion.Frustration), (reading.Primary, reading.Secondary));
    }

    [Fact]
    public void Once_switched_off_only_signals_are_read()
    {
        var reading = Reading.Of(new MessageToRead("I'm furious, get me a manager", [], true, ReadEmotion: false));

        Assert.Null(reading.Emotion);
        Assert.True(reading.Signals.WantsHuman);
    }

    [Theory]
    [InlineData("Ich bin sehr enttäuscht, mein Paket ist noch nicht da", "de")]
    [InlineData("¿Dónde está mi pedido? Estoy muy enfadado con ustedes", "es")]
    [InlineData("Je n'ai pas reçu ma commande, c'est une honte", "fr")]
    [InlineData("где мой заказ", "ru")]
    public void Another_language_is_unsure_never_nonsense_english(string text, string language)
    {
        var reading = Reading.Of(text);

        Assert.Equal(language, reading.Signals.Language);
        Assert.False(reading.Emotion!.IsSure);
        Assert.Equal(Emotion.Neutral, reading.Emotion.Primary);
    }

    [Theory]
    [InlineData("the woman agent was fine")]
    [InlineData("I am Muslim, do you have halal gelatine")]
    [InlineData("I'm gay and looking for a wedding card for my husband")]
    [InlineData("I use a wheelchair, is your shop accessible")]
    [InlineData("I am Nigerian and live in Spain, do you ship there")]
    [InlineData("I am 82 years old, please explain slowly")]
    [InlineData("as a Black trans customer I'd like to change my name on the account")]
    public void Who_a_customer_is_moves_no_reading(string text)
    {
        var reading = Reading.Of(text);

        Assert.Equal("neutral", reading.Feeling());
        Assert.Empty(reading.Signals.Names());
    }
}
