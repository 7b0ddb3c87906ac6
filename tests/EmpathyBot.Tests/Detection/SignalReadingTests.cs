using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Detection;

public class SignalReadingTests
{
    [Fact]
    public void Words_of_harm_are_at_risk() =>
        Assert.DoesNotContain(SignalMessages.AtRisk, text => !Reading.Of(text).Signals.AtRisk);

    [Fact]
    public void Words_that_only_sound_like_harm_are_hardly_ever_taken_for_it()
    {
        var wrong = SignalMessages.NotAtRisk.Where(text => Reading.Of(text).Signals.AtRisk).ToList();

        Assert.True(wrong.Count <= SignalMessages.NotAtRisk.Count * 0.05, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("let me speak to a human", "wants_human")]
    [InlineData("this is the third time I'm asking", "repeat")]
    [InlineData("still waiting", "repeat")]
    [InlineData("I need it by tomorrow", "urgent")]
    [InlineData("my flight leaves in 2 hours", "urgent")]
    [InlineData("fuck you", "abusive")]
    [InlineData("you people are useless", "abusive")]
    [InlineData("never ordering from you again", "churn")]
    [InlineData("you just lost a customer", "churn")]
    public void A_signal_is_read(string text, string name) => Assert.Contains(name, Reading.Of(text).Signals.Names());

    [Theory]
    [InlineData("is it still available", "repeat")]
    [InlineData("I feel so stupid, I forgot my password", "abusive")]
    [InlineData("end my subscription please", "at_risk")]
    [InlineData("thanks, great job", "sarcasm")]
    public void What_only_looks_like_a_signal_is_none(string text, string name) => Assert.DoesNotContain(name, Reading.Of(text).Signals.Names());

    [Theory]
    [InlineData("where is my order please", "en")]
    [InlineData("Dov'è il mio ordine? Non è ancora arrivato", "it")]
    [InlineData("Onde está o meu pedido? Ainda não chegou", "pt")]
    [InlineData("Waar is mijn bestelling? Ik heb nog niets ontvangen", "nl")]
    [InlineData("Gdzie jest moje zamówienie? Nie ma go jeszcze", "pl")]
    [InlineData("Var är min beställning? Jag har inte fått något", "sv")]
    [InlineData("Hvor er min ordre? Jeg har ikke modtaget noget, hvornår kommer den", "da")]
    [InlineData("Missä minun tilaus on? Se ei ole tullut vielä", "fi")]
    [InlineData("Siparişim nerede? Hala gelmedi ve çok bekledim", "tr")]
    [InlineData("Kde je moje objednávka? Ještě mi nepřišla a už je to týden", "cs")]
    [InlineData("Де моє замовлення? Коли його привезуть", "uk")]
    [InlineData("Πού είναι η παραγγελία μου", "el")]
    [InlineData("أين طلبي", "ar")]
    [InlineData("איפה ההזמנה שלי", "he")]
    [InlineData("मेरा ऑर्डर कहाँ है", "hi")]
    [InlineData("我的订单在哪里", "zh")]
    [InlineData("注文はどこですか", "ja")]
    [InlineData("제 주문은 어디에 있나요", "ko")]
    [InlineData("คำสั่งซื้อของฉันอยู่ที่ไหน", "th")]
    [InlineData("Đơn hàng của tôi ở đâu? Tôi vẫn chưa nhận được", "vi")]
    [InlineData("ok", null)]
    [InlineData("10001", null)]
    [InlineData("🙂🙂🙂", null)]
    [InlineData("u no send my parcel sir very long", "en")]
    public void The_language_is_guessed(string text, string? language) => Assert.Equal(language, Reading.Of(text).Signals.Language);
}
