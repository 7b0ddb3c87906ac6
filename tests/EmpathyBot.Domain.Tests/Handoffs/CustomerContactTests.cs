using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class CustomerContactTests
{
    [Theory]
    [InlineData("anna@example.com", "anna@example.com")]
    [InlineData("My mail is Anna.Lind+shop@Example.co.uk.", "anna.lind+shop@example.co.uk")]
    [InlineData("(anna_l@mail.example.org)", "anna_l@mail.example.org")]
    [InlineData("either anna@example.com or 0176 1234567", "anna@example.com")]
    public void An_address_is_found_in_a_message(string text, string value)
    {
        Assert.Equal(new CustomerContact(ContactKind.Email, value), CustomerContact.Find(text));
    }

    [Theory]
    [InlineData("+49 176 123 45 67", "+491761234567")]
    [InlineData("call me at 0044 (0)20 7946-0958 please", "004402079460958")]
    [InlineData("020.7946.0958", "02079460958")]
    [InlineData("(020) 7946 0958", "02079460958")]
    public void A_number_is_found_in_a_message(string text, string value)
    {
        Assert.Equal(new CustomerContact(ContactKind.Phone, value), CustomerContact.Find(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anna@mail")]
    [InlineData("anna@@example.com")]
    [InlineData("anna..lind@example.com")]
    [InlineData("@example.com")]
    [InlineData("order 10005")]
    [InlineData("12345")]
    [InlineData("00000000")]
    [InlineData("4111 1111 1111 1111 1")]
    [InlineData("12345678901234567890123456")]
    [InlineData("RR123456785CN")]
    [InlineData("no thanks")]
    public void What_is_neither_is_not_taken_for_one(string text)
    {
        Assert.Null(CustomerContact.Find(text));
    }

    [Theory]
    [InlineData("anna@mail", true)]
    [InlineData("123 45", true)]
    [InlineData("anna@example.com", false)]
    [InlineData("I would rather wait", false)]
    [InlineData("order 12", false)]
    public void An_address_that_cannot_be_right_is_noticed(string text, bool tried)
    {
        Assert.Equal(tried, CustomerContact.IsTried(text));
    }

    [Fact]
    public void A_very_long_message_is_looked_at_in_bounded_time()
    {
        Assert.Null(CustomerContact.Find(new string('a', 500_000)));
        Assert.Null(CustomerContact.Find(string.Concat(Enumerable.Repeat("a.", 400)) + "@" + string.Concat(Enumerable.Repeat("a.", 90))));
        Assert.Null(CustomerContact.Find(string.Concat(Enumerable.Repeat("(1 ", 300))));
    }
}
