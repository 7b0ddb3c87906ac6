using System.Text.Json.Nodes;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Tests.Content;

namespace EmpathyBot.Tests.Bot;

/// <summary>Customers who write a language that has no content, with the content and the detector that ship.</summary>
public sealed class OtherLanguageTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Fact]
    public async Task A_French_customer_is_told_so_in_French_and_offered_a_person()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        var reply = await bot.ReplyToAsync(conversation, "Bonjour, je n'ai toujours pas reçu ma commande");

        Assert.StartsWith("Pour l'instant, je ne réponds qu'en anglais et en espagnol.", (string?)reply["text"], StringComparison.Ordinal);
        Assert.Equal("fr", (string?)reply["locale"]);
        Assert.Equal(["Oui, une personne", "Non merci"], Buttons(reply));
        Assert.Equal(HandoffReason.OtherLanguage, (await bot.StateAsync(conversation)).Episode.OfferedFor);
    }

    [Theory]
    [InlineData("oui")]
    [InlineData("Oui, une personne")]
    [InlineData("d'accord")]
    [InlineData("oui s'il vous plaît")]
    public async Task Yes_is_understood_in_French_and_brings_a_person(string yes)
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "Bonjour, je n'ai toujours pas reçu ma commande");

        var answer = Assert.Single(await bot.SayAsync(conversation, yes));

        Assert.StartsWith("C'est demandé.", answer, StringComparison.Ordinal);
        var ticket = await bot.Tickets.FindOpenAsync(conversation, default);
        Assert.Equal(HandoffReason.AcceptedOffer, ticket?.Reason);
        Assert.Contains(ticket!.Id, answer, StringComparison.Ordinal);
        Assert.Equal("fr", ticket.Brief.Customer.Locale);
    }

    [Fact]
    public async Task Who_declines_and_goes_on_is_reminded_and_never_counted_as_not_understood()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "Bonjour, je n'ai toujours pas reçu ma commande");

        Assert.StartsWith("Très bien.", Assert.Single(await bot.SayAsync(conversation, "non merci")), StringComparison.Ordinal);
        Assert.StartsWith("Je ne réponds qu'en anglais", Assert.Single(await bot.SayAsync(conversation, "mais où est ma commande, elle est en retard")), StringComparison.Ordinal);
        Assert.StartsWith("Je ne réponds qu'en anglais", Assert.Single(await bot.SayAsync(conversation, "je ne comprends pas pourquoi")), StringComparison.Ordinal);
        Assert.Equal(0, (await bot.StateAsync(conversation)).Episode.NotUnderstoodInARow);
    }

    [Fact]
    public async Task Who_goes_on_without_an_answer_gets_the_person()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "Ich warte seit zwei Wochen auf mein Paket");

        var answer = Assert.Single(await bot.SayAsync(conversation, "Es ist noch immer nicht da und ich bin sauer"));

        Assert.StartsWith("Das ist angefragt.", answer, StringComparison.Ordinal);
        Assert.Equal(HandoffReason.OtherLanguage, (await bot.Tickets.FindOpenAsync(conversation, default))?.Reason);
    }

    [Theory]
    [InlineData("Bonjour, je veux parler à une personne s'il vous plaît", "C'est demandé.")]
    [InlineData("Ich möchte bitte mit einem echten Menschen sprechen", "Das ist angefragt.")]
    [InlineData("Quero falar com uma pessoa de verdade agora por favor", "Pedido feito.")]
    public async Task Who_asks_for_a_person_in_their_own_language_gets_one_at_once(string text, string said)
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        Assert.Contains(said, Assert.Single(await bot.SayAsync(conversation, text)), StringComparison.Ordinal);
        Assert.Equal(HandoffReason.AskedForPerson, (await bot.Tickets.FindOpenAsync(conversation, default))?.Reason);
    }

    [Theory]
    [InlineData("転送ではなく人と話したいです", "ja", true)]
    [InlineData("请帮我转人工", "zh", true)]
    [InlineData("Я хочу поговорить с живым человеком", "ru", true)]
    [InlineData("Bir insanla görüşmek istiyorum", "tr", true)]
    [InlineData("Где мой заказ?", "ru", false)]
    [InlineData("where is my order", "en", false)]
    [InlineData("", "fr", false)]
    public void A_request_for_a_person_is_known_without_content_of_its_language(string text, string locale, bool asks)
    {
        Assert.Equal(asks, shipped.Content.AsksForPerson(text, locale));
    }

    [Fact]
    public async Task Who_changes_to_English_is_answered_in_English()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "Ich warte seit zwei Wochen auf mein Paket");

        var reply = await bot.ReplyToAsync(conversation, "Sorry, in English then: what does shipping cost?");

        Assert.Equal("en", (string?)reply["locale"]);
        Assert.Contains("shipping", (string?)reply["text"], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("de", "Wo ist mein Paket, ich warte schon zwei Wochen")]
    [InlineData("pt", "Onde está o meu pedido? Ainda não chegou nada")]
    [InlineData("it", "Dove è il mio pacco? Non è ancora arrivato niente")]
    [InlineData("nl", "Waar is mijn pakket? Ik heb nog niets gekregen")]
    [InlineData("pl", "Gdzie jest moja paczka? Jeszcze nie przyszła")]
    [InlineData("tr", "Siparişim nerede? Hala gelmedi ve çok bekledim")]
    [InlineData("ru", "Где моя посылка?")]
    [InlineData("uk", "Де моє замовлення, чому його ще немає?")]
    [InlineData("ar", "أين طلبي؟")]
    [InlineData("hi", "मेरा ऑर्डर कहाँ है?")]
    [InlineData("bn", "আমার অর্ডার কোথায়?")]
    [InlineData("zh", "我的包裹在哪里？")]
    [InlineData("ja", "荷物はどこですか？")]
    [InlineData("ko", "제 주문은 어디에 있나요?")]
    [InlineData("th", "พัสดุของฉันอยู่ที่ไหน")]
    [InlineData("vi", "Đơn hàng của tôi ở đâu? Tôi vẫn chưa nhận được")]
    [InlineData("id", "Di mana pesanan saya? Belum sampai juga")]
    [InlineData("el", "Πού είναι η παραγγελία μου;")]
    [InlineData("ro", "Unde este comanda mea? Nu am primit nimic încă")]
    [InlineData("sv", "Var är mitt paket? Det har inte kommit än")]
    [InlineData("cs", "Kde je můj balík? Ještě mi nepřišel")]
    [InlineData("fr", "Où est mon colis ? Je n'ai rien reçu")]
    public async Task Each_of_the_commonest_languages_is_answered_in_itself_with_a_yes_that_is_understood(string language, string text)
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        var reply = await bot.ReplyToAsync(conversation, text);

        Assert.Equal(language, (string?)reply["locale"]);
        Assert.NotNull(Buttons(reply)[0]);
        await bot.SayAsync(conversation, Buttons(reply)[0]);
        Assert.Equal(HandoffReason.AcceptedOffer, (await bot.Tickets.FindOpenAsync(conversation, default))?.Reason);
    }

    [Theory]
    [InlineData("de", "hello")]
    [InlineData("fr-FR", "order status please")]
    [InlineData("en-GB", "ok merci")]
    public async Task Two_words_or_the_language_of_the_page_tell_nobody_that_a_language_is_not_spoken(string locale, string text)
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync(locale: locale);

        await bot.SayAsync(conversation, text);

        Assert.False((await bot.StateAsync(conversation)).ToldNotSpoken);
    }

    private Task<BotHarness> StartAsync() =>
        BotHarness.StartAsync(content: new FixedContent(shipped.Content), detector: new LocalModelDetector(LanguageModel.Shared));

    private static List<string> Buttons(JsonObject reply) =>
        [.. reply["suggestedActions"]!["actions"]!.AsArray().Select(action => (string)action!["title"]!)];
}
