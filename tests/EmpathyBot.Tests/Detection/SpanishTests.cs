using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Detection;

/// <summary>Spanish is data: its own model and lists, no code of its own.</summary>
public sealed class SpanishTests
{
    [Theory]
    [InlineData("¿A qué hora abrís mañana?", Emotion.Neutral)]
    [InlineData("Muchas gracias por la ayuda, de verdad", Emotion.Gratitude)]
    [InlineData("Sois unos sinvergüenzas y unos ladrones, devolvedme mi dinero", Emotion.Anger)]
    public void A_plain_message_is_read_as_what_it_says(string text, Emotion emotion)
    {
        var reading = Reading.Of(text);

        Assert.Equal("es", reading.Signals.Language);
        Assert.Equal(emotion, reading.Emotion!.Primary);
    }

    [Theory]
    [InlineData("no me llega nada", "es")]
    [InlineData("no, me da igual", "es")]
    [InlineData("hola", null)]
    [InlineData("quiero devolverlo", null)]
    [InlineData("where is my parcel, please", "en")]
    [InlineData("my parcel is late", "en")]
    [InlineData("où est ma commande, je vous prie", "fr")]
    public void In_a_Spanish_conversation_short_messages_are_Spanish_and_clear_ones_of_another_language_are_not(string text, string? language)
    {
        Assert.Equal(language, Reading.Of(new MessageToRead(text, []) { Expected = "es" }).Signals.Language);
    }

    [Fact]
    public void A_message_too_short_to_tell_is_read_in_the_language_of_the_conversation()
    {
        var message = new MessageToRead("muchísimas gracias", []);

        Assert.Equal(Emotion.Gratitude, Reading.Of(message with { Expected = "es" }).Emotion?.Primary);
        Assert.False(Reading.Of(message with { Expected = "nl" }).Emotion?.IsSure);
    }

    [Theory]
    [InlineData("ya no quiero vivir más, nadie me va a echar de menos")]
    [InlineData("estoy pensando en quitarme la vida esta noche")]
    [InlineData("me voy a suicidar y os da igual")]
    [InlineData("no le veo sentido a seguir, mis hijos estarían mejor sin mí")]
    public void Words_of_harm_are_heard(string text) => Assert.True(Reading.Of(text).Signals.AtRisk);

    [Theory]
    [InlineData("me muero por probarlo, ¿cuándo llega?")]
    [InlineData("se me murió el móvil otra vez y no carga")]
    [InlineData("quiero cancelar mi seguro de vida, por favor")]
    [InlineData("quiero terminar con mi contrato este mes")]
    [InlineData("me matan con los cargos cada mes, no es normal")]
    public void Words_that_only_look_like_harm_are_not(string text) => Assert.False(Reading.Of(text).Signals.AtRisk);

    [Theory]
    [InlineData("quiero hablar con una persona por favor")]
    [InlineData("pásame con un agente")]
    public void A_wish_for_a_person_is_heard(string text) => Assert.True(Reading.Of(text).Signals.WantsHuman);
}
