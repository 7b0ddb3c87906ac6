using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Solving;

public sealed class AmendsPolicyTests
{
    private static readonly AmendsRule[] Rules =
    [
        new("days", "late", 5, "voucher", 5, 20, "a voucher of {{worth}}"),
        new("week", "late", 8, "voucher", 10, 20, "a voucher of {{worth}}"),
        new("lost", "lost", 0, "express", 0, 100, "express delivery"),
    ];

    [Theory]
    [InlineData(4, 100, null, 0, "no-rule")]
    [InlineData(5, 100, "days", 5, "by-rule")]
    [InlineData(7, 100, "days", 5, "by-rule")]
    [InlineData(8, 100, "week", 10, "by-rule")]
    [InlineData(300, 100, "week", 10, "by-rule")]
    [InlineData(8, 36, "week", 7, "by-share")]
    [InlineData(8, 9, null, 0, "too-little")]
    public void The_rule_that_is_reached_last_counts_and_the_share_of_the_order_limits_it(int days, int total, string? rule, int worth, string reason)
    {
        var decision = AmendsPolicy.Decide(Rules, "late", days, total, offeredBefore: false);
        Assert.Equal((rule, worth, reason), (decision.Rule?.Id, decision.Worth, decision.Reason));
    }

    [Fact]
    public void Nothing_is_offered_twice_nor_without_a_rule() =>
        Assert.All(
            [AmendsPolicy.Decide(Rules, "late", 9, 100, offeredBefore: true), AmendsPolicy.Decide(Rules, "rain", 9, 100, false), AmendsPolicy.Decide([], "late", 9, 100, false)],
            decision => Assert.Null(decision.Rule));

    [Fact]
    public void What_has_a_worth_needs_the_total_and_what_has_none_does_not()
    {
        Assert.Null(AmendsPolicy.Decide(Rules, "late", 9, null, false).Rule);
        Assert.Equal("lost", AmendsPolicy.Decide(Rules, "lost", 0, null, false).Rule?.Id);
    }

    [Fact]
    public void A_conversation_remembers_what_it_offered_amends_for()
    {
        var conversation = Conversation.Begin("c", "directline", "en");
        foreach (var order in Enumerable.Range(0, 30))
            conversation = conversation.Apply(new AmendsOffered("t", DateTimeOffset.UnixEpoch, $"order {order}, late", "a voucher", "days"));

        Assert.Equal(20, conversation.AmendsOfferedFor.Count);
        Assert.Contains("order 29, late", conversation.AmendsOfferedFor);
    }
}

public sealed class ConditionTests
{
    [Theory]
    [InlineData("choice == \"send it again\"", true)]
    [InlineData("choice != 'send it again'", false)]
    [InlineData("choice == \"pay it back\"", false)]
    public void A_value_of_several_words_stands_in_quotes(string condition, bool holds) =>
        Assert.Equal(holds, Condition.Parse(condition).Holds(new Dictionary<string, object?> { ["choice"] = "send it again" }));

    [Theory]
    [InlineData("choice == send it again")]
    [InlineData("choice == yes order.status == late")]
    [InlineData("choice")]
    [InlineData("choice known always")]
    public void A_forgotten_quote_or_and_is_told(string condition) => Assert.Throws<FormatException>(() => Condition.Parse(condition));
}
