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
