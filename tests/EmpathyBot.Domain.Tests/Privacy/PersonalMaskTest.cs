using System.Diagnostics;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Domain.Tests.Privacy;

public class PersonalMaskTest
{
    [Theory]
    [InlineData("call +44 20 7946 0018 after six", "call [phone] after six", "phone")]
    [InlineData("(212) 555-0143", "[phone]", "phone")]
    [InlineData("mi móvil es 644112233", "mi móvil es [phone]", "phone")]
    [InlineData("07700 900123", "[phone]", "phone")]
    [InlineData("I am a.b+c@mail.example.org.", "I am [e-mail].", "e-mail")]
    [InlineData("bob (at) example.com", "[e-mail]", "e-mail")]
    [InlineData("marta arroba ejemplo.es", "[e-mail]", "e-mail")]
    [InlineData("I live at 17 Rosewood Lane, Guildford GU1 3AA now", "I live at [address] now", "address")]
    [InlineData("vivo en calle Mayor 14, 3º B, 28013 Madrid", "vivo en [address]", "address")]
    [InlineData("Hauptstraße 21, 10827 Berlin", "[address]", "address")]
    [InlineData("12 rue des Lilas, 75020 Paris", "[address]", "address")]
    [InlineData("postcode sw4 7ab", "postcode [address]", "address")]
    [InlineData("my card 4111 1111 1111 1111", "my card [card number]", "card number")]
    public void What_tells_who_someone_is_is_masked(string text, string masked, string kind)
    {
        var result = PersonalMask.Mask(text);

        Assert.Equal(masked, result.Text);
        Assert.Equal([kind], result.Kinds);
    }

    [Theory]
    [InlineData("order 10023 of 12.11.2026, 249.90")]
    [InlineData("tracking number 07911482665")]
    [InlineData("el 612 45 78 90 es el número de pedido")]
    [InlineData("2 chairs and 3 boxes went the wrong way")]
    [InlineData("40 minutes on the street")]
    [InlineData("la calle es estrecha, 3 metros")]
    [InlineData("size 120 x 80 cm, IP 192.168.10.24, version 2.0@beta")]
    [InlineData("")]
    public void What_only_looks_like_it_stays(string text) => Assert.Equal(text, PersonalMask.Mask(text).Text);

    [Fact]
    public void Found_parts_say_where_they_stand_and_never_overlap()
    {
        const string text = "login greg@example.net / Hunter2hunter, phone 07700 900 456";

        var found = PersonalMask.Find(text);

        Assert.Equal(
            [("e-mail", "greg@example.net"), ("password", "Hunter2hunter"), ("phone", "07700 900 456")],
            found.Select(span => (span.Kind, text.Substring(span.Start, span.Length))));
    }

    [Fact]
    public void Values_that_are_known_are_masked_too()
    {
        var result = PersonalMask.Mask("order 10023 of Ana, a@b.example", [new("10023", PersonalMask.Fact), new("Ana", PersonalMask.Fact)]);

        Assert.Equal("order [withheld] of [withheld], [e-mail]", result.Text);
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var once = PersonalMask.Mask("17 Rosewood Lane, Guildford GU1 3AA, a@b.example, +44 20 7946 0018, cvv 123");

        Assert.Equal(once.Text, PersonalMask.Mask(once.Text).Text);
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("1 A ")]
    [InlineData("12 Oak ")]
    [InlineData("calle a ")]
    [InlineData("A1 ")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("0 1.")]
    [InlineData("x at x dot ")]
    [InlineData("Astraat 1, A ")]
    [InlineData("my number ")]
    public void However_long_a_text_time_stays_bounded(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 20_000 / repeated.Length));
        var watch = Stopwatch.StartNew();

        PersonalMask.Mask(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
