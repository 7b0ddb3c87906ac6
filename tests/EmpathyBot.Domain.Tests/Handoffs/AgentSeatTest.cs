using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class AgentSeatTest
{
    private static readonly AgentSeat Mira = AgentSeat.Of(new Agent("a1", "Mira"), Chat.Start);

    [Fact]
    public void Who_set_no_limit_may_always_take_one_more() => Assert.Null(Mira.WhyNotTake(500));

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 5, false)]
    public void A_limit_is_kept(int limit, int holding, bool may) => Assert.Equal(may, (Mira with { Limit = limit }).WhyNotTake(holding) is null);

    [Fact]
    public void Who_is_at_their_limit_is_told_what_to_do()
    {
        var refused = (Mira with { Limit = 1 }).WhyNotTake(1)!;

        Assert.Equal("own-limit", refused.Code);
        Assert.Equal("You hold 1 conversation, and your own limit is 1. Close or pass on one first, or raise your limit.", refused.Sentence);
    }

    [Fact]
    public void Conversations_are_passed_to_who_is_here_available_and_below_the_limit()
    {
        Assert.True(Mira.IsFree(3, Chat.Start));
        Assert.False((Mira with { Available = false }).IsFree(0, Chat.Start));
        Assert.False((Mira with { Limit = 3 }).IsFree(3, Chat.Start));
        Assert.False(Mira.IsFree(0, Chat.Start + AgentSeat.HereFor + TimeSpan.FromSeconds(1)));
    }
}
