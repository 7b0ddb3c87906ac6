using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public sealed class ContactMaskTests
{
    [Theory]
    [InlineData("Write to eva.lind@example.com, please", "Write to [e-mail], please")]
    [InlineData("order 10005 of 2026-11-23, 24/12/2026", "order 10005 of 2026-11-23, 24/12/2026")]
    [InlineData("PS-10005 is a parcel of 3 mugs", "PS-10005 is a parcel of 3 mugs")]
    [InlineData("my card is 4111 1111 1111 1111", "my card is [card number]")]
    [InlineData("", "")]
    public void How_to_reach_someone_is_masked_and_order_numbers_and_days_stay(string text, string masked) =>
        Assert.Equal(masked, new ContactMask([]).Mask(text));

    [Fact]
    public void A_place_that_was_told_is_masked_wherever_it_stands()
    {
        BriefFact postcode = new("postcode", "10115", "t1");
        var mask = new ContactMask([postcode, new("order_number", "10005", "t1")]);

        Assert.Equal("[withheld]", mask.Mask(postcode));
        Assert.Equal("Mine is [withheld], order 10005", mask.Mask("Mine is 10115, order 10005"));
    }

    [Theory]
    [InlineData("proof", "eva@example.com", "[e-mail]")]
    [InlineData("proof", "123", "[withheld]")]
    [InlineData("contact", "eva", "[withheld]")]
    [InlineData("order_number", "10005", "10005")]
    public void A_fact_is_masked_by_what_it_tells(string name, string value, string masked) =>
        Assert.Equal(masked, new ContactMask([]).Mask(new BriefFact(name, value, "t1")));
}
