using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Tests;

public sealed class ValueWordsTests
{
    private static readonly ValueWords Spanish = new(
        "{day} de {month}",
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        new Dictionary<string, IReadOnlyDictionary<string, string>> { ["method"] = new Dictionary<string, string> { ["card"] = "tarjeta" } });

    [Theory]
    [InlineData("due_by", "2026-11-05", "5 de noviembre")]
    [InlineData("due_by", "5 November", "5 November")]
    [InlineData("due_by", "2026-13-05", "2026-13-05")]
    [InlineData("due_by", "", "")]
    [InlineData("method", "card", "tarjeta")]
    [InlineData("method", "PayPal", "PayPal")]
    [InlineData("items", "card", "card")]
    public void Days_and_codes_are_said_in_the_language_and_nothing_else_is_touched(string field, string given, string said)
    {
        Assert.Equal(said, Spanish.Say(new Dictionary<string, object?> { [field] = given })[field]);
    }

    [Fact]
    public void What_stands_within_others_is_said_too_and_the_given_stays_as_it_was()
    {
        var given = new Dictionary<string, object?> { ["refund"] = new Dictionary<string, object?> { ["method"] = "card", ["days"] = 6 }, ["none"] = null };

        var refund = Assert.IsType<IReadOnlyDictionary<string, object?>>(Spanish.Say(given)["refund"], exactMatch: false);

        Assert.Equal("tarjeta", refund["method"]);
        Assert.Equal(6, refund["days"]);
        Assert.Equal("card", ((Dictionary<string, object?>)given["refund"]!)["method"]);
    }

    [Fact]
    public void A_language_of_which_nothing_is_known_says_all_as_it_is_given()
    {
        Assert.Equal("2026-11-05", ValueWords.AsGiven.Say(new Dictionary<string, object?> { ["due_by"] = "2026-11-05" })["due_by"]);
    }
}
