using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Tests.Content;

namespace EmpathyBot.Tests.Bot;

/// <summary>Customers who write Spanish on a page set to English, with the content and the detector that ship.</summary>
public sealed class SpanishTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("Oye, llevo dos semanas esperando mi chaqueta azul y estoy muy enfadado, ¿dónde está mi pedido?", "tu chaqueta azul", false)]
    [InlineData("Disculpe, llevo dos semanas esperando mi chaqueta azul y estoy muy enfadado, ¿dónde está mi pedido?", "su chaqueta azul", true)]
    public async Task An_angry_customer_is_acknowledged_and_asked_in_Spanish_as_they_address_us(string text, string named, bool formal)
    {
        await using var bot = await StartAsync(new AngryAtTheWait());
        var conversation = await bot.BeginAsync();

        var reply = await bot.ReplyToAsync(conversation, text);

        var said = (string)reply["text"]!;
        Assert.Equal("es", (string?)reply["locale"]);
        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.Contains("número de pedido", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('!', said);
        Assert.Equal(formal, (await bot.StateAsync(conversation)).Formal);
        var acknowledged = (await bot.Store.ReadEventsAsync(conversation, default)).OfType<Acknowledged>().Single();
        Assert.Contains(acknowledged.Act, new[] { AcknowledgementAct.DeEscalate, AcknowledgementAct.Apologise, AcknowledgementAct.Validate });
    }

    [Fact]
    public async Task A_procedure_takes_a_Spanish_yes_and_keeps_the_language_of_short_answers()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();
        await bot.SayAsync(conversation, "¿Dónde está mi pedido? Todavía no ha llegado");

        await bot.SayAsync(conversation, "10001");

        Assert.Equal("es", (await bot.StateAsync(conversation)).Locale);
        Assert.Contains("order_number", (await bot.StateAsync(conversation)).Episode.Facts.Keys);
    }

    [Fact]
    public async Task A_change_of_language_is_followed_and_two_words_change_nothing()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        Assert.Equal("es", await AnsweredInAsync("¿Cuánto cuesta el envío a Portugal?"));
        Assert.Equal("es", await AnsweredInAsync("ok, thanks"));
        Assert.Equal("en", await AnsweredInAsync("And how long do I have to return something?"));
        Assert.Equal("es", await AnsweredInAsync("Gracias, ¿y cómo puedo pagar mi pedido con vosotros?"));

        async Task<string?> AnsweredInAsync(string text) => (string?)(await bot.ReplyToAsync(conversation, text))["locale"];
    }

    [Fact]
    public async Task A_person_is_asked_for_in_Spanish_and_the_agents_learn_the_language()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        var answer = Assert.Single(await bot.SayAsync(conversation, "Quiero hablar con una persona, por favor"));

        var ticket = await bot.Tickets.FindOpenAsync(conversation, default);
        Assert.Equal(HandoffReason.AskedForPerson, ticket?.Reason);
        Assert.Equal("es", ticket?.Brief.Customer.Locale);
        Assert.Contains(ticket!.Id, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("colleague", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opt_out_in_Spanish_holds_for_the_message_that_says_so()
    {
        await using var bot = await StartAsync();
        var conversation = await bot.BeginAsync();

        await bot.SayAsync(conversation, "deja de leer mi estado de ánimo");

        Assert.True((await bot.StateAsync(conversation)).ReadingOff);
        Assert.All((await bot.Store.ReadEventsAsync(conversation, default)).OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
    }

    private Task<BotHarness> StartAsync(IEmotionDetector? detector = null) =>
        BotHarness.StartAsync(content: new FixedContent(shipped.Content), detector: detector ?? new LocalModelDetector(LanguageModel.Shared));

    /// <summary>Reads language and signals as the shipped model does, and anger at the wait whatever it reads.</summary>
    private sealed class AngryAtTheWait : IEmotionDetector
    {
        private readonly LocalModelDetector model = new(LanguageModel.Shared);

        public async ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken) =>
            await model.ReadAsync(message, cancellationToken) with
            {
                Emotion = new(Emotion.Anger, null, 0.8, 0, 0.9, EmotionTarget.Wait, [new Cue(0, 4, message.Text[..4])], "test"),
            };
    }
}
