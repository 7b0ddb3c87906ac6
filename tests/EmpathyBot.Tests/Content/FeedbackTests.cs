using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>How customers rate a conversation in their own words, and what only looks like it.</summary>
public sealed class FeedbackTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("en", "4", 4)]
    [InlineData("en", "four", 4)]
    [InlineData("en", "4/5", 4)]
    [InlineData("en", "10/10", 5)]
    [InlineData("en", "5 stars", 5)]
    [InlineData("en", "5 out of 5, thanks!", 5)]
    [InlineData("en", "I'd give it a 3", 3)]
    [InlineData("en", "two stars", 2)]
    [InlineData("en", "good", 4)]
    [InlineData("en", "It was very good", 5)]
    [InlineData("en", "Excellent service!", 5)]
    [InlineData("en", "terrible", 1)]
    [InlineData("en", "not so good", 2)]
    [InlineData("en", "so-so", 3)]
    [InlineData("en", "1 – poor", 1)]
    [InlineData("en", "5 – very good", 5)]
    [InlineData("es", "4", 4)]
    [InlineData("es", "un cuatro", 4)]
    [InlineData("es", "5 estrellas", 5)]
    [InlineData("es", "4 de 5", 4)]
    [InlineData("es", "un 10", 5)]
    [InlineData("es", "muy bien", 5)]
    [InlineData("es", "bien, gracias", 4)]
    [InlineData("es", "le pongo un 3", 3)]
    [InlineData("es", "regular", 3)]
    [InlineData("es", "fatal", 1)]
    [InlineData("es", "no muy bien", 2)]
    [InlineData("es", "2 – no muy bien", 2)]
    [InlineData("es", "5 – Muy bien", 5)]
    public void A_rating_may_be_the_whole_message(string locale, string text, int rating)
    {
        var heard = shipped.Content.FindFeedback(text, locale);

        Assert.Equal((rating, true), (heard.Rating, heard.IsAll));
    }

    [Theory]
    [InlineData("en", "4, but it took long", 4)]
    [InlineData("en", "Good, though the link was hard to find", 4)]
    [InlineData("en", "5 stars! do you ship to Norway?", 5)]
    [InlineData("es", "un 4, pero tardó un poco", 4)]
    [InlineData("es", "Muy bien. ¿Envían a Portugal?", 5)]
    public void Or_a_part_of_it(string locale, string text, int rating)
    {
        var heard = shipped.Content.FindFeedback(text, locale);

        Assert.Equal((rating, false), (heard.Rating, heard.IsAll));
    }

    [Theory]
    [InlineData("en", "quick answer, but I had to look for the link")]
    [InlineData("en", "you were really helpful")]
    [InlineData("en", "too many questions before I got my answer")]
    [InlineData("en", "I liked how fast it went")]
    [InlineData("es", "respuesta muy rápida")]
    [InlineData("es", "demasiadas preguntas para algo tan simple")]
    [InlineData("es", "me gustó la claridad")]
    [InlineData("es", "fue muy fácil")]
    public void Own_words_are_told_by_what_they_speak_of(string locale, string text)
    {
        var heard = shipped.Content.FindFeedback(text, locale);

        Assert.True(heard.Appraises);
        Assert.Null(heard.Rating);
    }

    [Theory]
    [InlineData("en", "")]
    [InlineData("en", "where is my order 10004")]
    [InlineData("en", "how do I return two shirts?")]
    [InlineData("en", "my lamp arrived broken")]
    [InlineData("en", "I want 5 of the blue towels")]
    [InlineData("en", "no")]
    [InlineData("es", "dónde está mi pedido 10004")]
    [InlineData("es", "quiero devolver 2 camisas")]
    [InlineData("es", "no")]
    public void A_matter_is_no_feedback(string locale, string text) =>
        Assert.Equal(FeedbackHeard.Nothing, shipped.Content.FindFeedback(text, locale));

    [Fact]
    public void A_megabyte_of_words_is_looked_at_in_bounded_time() =>
        Assert.Null(shipped.Content.FindFeedback(string.Concat(Enumerable.Repeat("quick good and ", 70_000)), "en").Rating);
}
