using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Tests.Content;

namespace EmpathyBot.Tests.Bot;

public sealed class AnswerCheckTests
{
    private static readonly AnswerWords English = ShippedContent.AnswersOf("en");

    [Theory]
    [InlineData(AskKind.OrderNumber, "10023", "10023")]
    [InlineData(AskKind.OrderNumber, "it's #10023, hurry", "10023")]
    [InlineData(AskKind.OrderNumber, "order10023", null)]
    [InlineData(AskKind.OrderNumber, "my phone is 0612345678", null)]
    [InlineData(AskKind.OrderNumber, "I don't have it", null)]
    [InlineData(AskKind.EmailOrPostcode, "Ada.Berg@Example.com", "ada.berg@example.com")]
    [InlineData(AskKind.EmailOrPostcode, "my email is ada.berg@example.com.", "ada.berg@example.com")]
    [InlineData(AskKind.EmailOrPostcode, "3011 ab", "3011AB")]
    [InlineData(AskKind.EmailOrPostcode, "my postcode is SW1A 1AA", "SW1A1AA")]
    [InlineData(AskKind.EmailOrPostcode, "why do you need that", null)]
    [InlineData(AskKind.Confirm, "Yes please!", "yes")]
    [InlineData(AskKind.Confirm, "no thanks", "no")]
    [InlineData(AskKind.Confirm, "what does that mean", null)]
    [InlineData(AskKind.Confirm, "yes please open it", "yes")]
    [InlineData(AskKind.Confirm, "no, leave it as it is", "no")]
    [InlineData(AskKind.Confirm, "yes, but when", null)]
    [InlineData(AskKind.Confirm, "not sure", null)]
    [InlineData(AskKind.EmailOrPostcode, "zip code: 1017 CX.", "1017CX")]
    [InlineData(AskKind.Text, "   ", null)]
    public void An_answer_is_taken_in_its_plain_form_or_not_at_all(AskKind kind, string text, string? expected)
    {
        var ask = new AskStep("ask", null, "?", "?", kind, "answer", true, [], 3);
        Assert.Equal(expected, AnswerCheck.Take(ask, text, English));
    }

    [Theory]
    [InlineData(AskKind.Email, "send it to Ada.Berg@Example.com.", "ada.berg@example.com")]
    [InlineData(AskKind.Email, "ada at example", null)]
    [InlineData(AskKind.Phone, "+31 (0)6 1234-5678", "+310612345678")]
    [InlineData(AskKind.Phone, "it's 0612345678 now", "0612345678")]
    [InlineData(AskKind.Phone, "123", null)]
    [InlineData(AskKind.Address, "Lindelaan 12, 3011 AB Rotterdam", "Lindelaan 12, 3011 AB Rotterdam")]
    [InlineData(AskKind.Address, "Lindelaan 12\n3011 AB Rotterdam", "Lindelaan 12, 3011 AB Rotterdam")]
    [InlineData(AskKind.Address, "3011AB", null)]
    [InlineData(AskKind.Address, "can you still change it for 2 days?", null)]
    [InlineData(AskKind.Code, "it says welcome10 in the mail", "WELCOME10")]
    [InlineData(AskKind.Code, "LL-100001", "LL100001")]
    [InlineData(AskKind.Code, "I don't have a code", null)]
    [InlineData(AskKind.Code, "10023", null)]
    [InlineData(AskKind.Pin, "the pin is 7001", "7001")]
    [InlineData(AskKind.Pin, "70011", null)]
    [InlineData(AskKind.Amount, "€ 24,50", "24.50")]
    [InlineData(AskKind.Amount, "it was 1.234,50 there", "1234.50")]
    [InlineData(AskKind.Amount, "20 euros", "20.00")]
    [InlineData(AskKind.Amount, "cheaper", null)]
    [InlineData(AskKind.Link, "look: https://shop.example/jacket?size=m.", "https://shop.example/jacket?size=m")]
    [InlineData(AskKind.Link, "shop.example", "shop.example")]
    [InlineData(AskKind.Link, "in another shop", null)]
    public void What_a_procedure_validates_is_taken_only_when_it_is_one(AskKind kind, string text, string? expected)
    {
        var ask = new AskStep("ask", null, "?", "?", kind, "answer", false, [], 3);
        Assert.Equal(expected, AnswerCheck.Take(ask, text, English));
    }

    [Theory]
    [InlineData("Voucher", "voucher")]
    [InlineData("2", "bank account")]
    [InlineData("3", null)]
    [InlineData("the voucher please!", "voucher")]
    [InlineData("bank", "bank account")]
    [InlineData("not the voucher", null)]
    [InlineData("voucher or bank account?", null)]
    [InlineData("why", null)]
    [InlineData("", null)]
    public void A_choice_is_taken_by_its_words_its_place_or_a_part_that_only_it_has(string text, string? expected)
    {
        var ask = new AskStep("ask", null, "?", "?", AskKind.Choice, "answer", false, ["voucher", "bank account"], 3);
        Assert.Equal(expected, AnswerCheck.Take(ask, text, English));
    }

    [Theory]
    [InlineData(AskKind.EmailOrPostcode, "mi código postal es 28013", "28013")]
    [InlineData(AskKind.EmailOrPostcode, "CP: 28013", "28013")]
    [InlineData(AskKind.EmailOrPostcode, "es el 28013", "28013")]
    [InlineData(AskKind.EmailOrPostcode, "my postcode is 28013", null)]
    [InlineData(AskKind.Confirm, "Sí, por favor", "yes")]
    [InlineData(AskKind.Confirm, "claro que sí", "yes")]
    [InlineData(AskKind.Confirm, "no, déjelo así", "no")]
    [InlineData(AskKind.Confirm, "mejor no", "no")]
    [InlineData(AskKind.Confirm, "no sé qué es eso", null)]
    [InlineData(AskKind.Choice, "el vale por favor", "vale")]
    [InlineData(AskKind.Choice, "ni vale ni nada", null)]
    public void Words_of_an_answer_are_those_of_its_language(AskKind kind, string text, string? expected)
    {
        var ask = new AskStep("ask", null, "?", "?", kind, "answer", false, kind == AskKind.Choice ? ["vale", "transferencia"] : [], 3);
        Assert.Equal(expected, AnswerCheck.Take(ask, text, ShippedContent.AnswersOf("es")));
    }

    [Fact]
    public void A_megabyte_of_anything_is_looked_through_in_bounded_time()
    {
        foreach (var filler in new[] { "1", "a@", "no, ", "yes ", "\u200b", "A-1", "1. ", "a.", "+1 " })
        {
            var text = string.Concat(Enumerable.Repeat(filler, 1_000_000 / filler.Length));
            foreach (var kind in Enum.GetValues<AskKind>())
                AnswerCheck.Take(new AskStep("ask", null, "?", "?", kind, "answer", true, [], 3), text, English);
        }
    }
}
