using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Bot;

public sealed class AnswerCheckTests
{
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
    [InlineData(AskKind.Text, "   ", null)]
    public void An_answer_is_taken_in_its_plain_form_or_not_at_all(AskKind kind, string text, string? expected)
    {
        var ask = new AskStep("ask", null, "?", "?", kind, "answer", true, [], 3);
        Assert.Equal(expected, AnswerCheck.Take(ask, text));
    }

    [Fact]
    public void A_megabyte_of_anything_is_looked_through_in_bounded_time()
    {
        foreach (var filler in new[] { "1", "a@", "no, ", "yes ", "\u200b" })
        {
            var text = string.Concat(Enumerable.Repeat(filler, 1_000_000 / filler.Length));
            foreach (var kind in Enum.GetValues<AskKind>())
                AnswerCheck.Take(new AskStep("ask", null, "?", "?", kind, "answer", true, [], 3), text);
        }
    }
}
