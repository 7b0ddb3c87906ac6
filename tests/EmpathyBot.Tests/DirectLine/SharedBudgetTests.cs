using EmpathyBot.DirectLine;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>A limit that holds for several nodes together.</summary>
public sealed class SharedBudgetTests
{
    private const int Limit = 160;

    private readonly CountsTogether _together = new();
    private readonly TurnableClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void However_many_nodes_there_are_hardly_more_passes_than_the_limit(int nodes)
    {
        var budgets = Enumerable.Range(0, nodes).Select(_ => Budget()).ToList();

        var passed = Enumerable.Range(0, Limit * nodes).Count(turn => budgets[turn % nodes].TrySpend("c1", Limit));

        // What a node has not told yet is at most a sixteenth.
        Assert.InRange(passed, Limit, nodes == 1 ? Limit : Limit + (nodes * Limit / 16));
    }

    [Fact]
    public void Who_does_what_people_do_is_never_told_of()
    {
        var budget = Budget();

        foreach (var conversation in Enumerable.Range(0, 100))
            Assert.All(Enumerable.Range(0, 9), _ => Assert.True(budget.TrySpend($"c{conversation}", Limit)));

        Assert.Equal(0, _together.Told);
    }

    [Fact]
    public void What_one_may_do_takes_nothing_from_another_and_a_new_window_begins_anew()
    {
        var (one, other) = (Budget(), Budget());
        while (one.TrySpend("c1", Limit))
        {
        }

        Assert.True(other.TrySpend("c2", Limit));
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.True(one.TrySpend("c1", Limit));
    }

    [Fact]
    public void While_nothing_can_be_told_each_node_counts_for_itself_and_tells_it_later()
    {
        var (one, other) = (Budget(), Budget());
        _together.IsAway = true;
        Assert.Equal(Limit / 2, Enumerable.Range(0, Limit / 2).Count(_ => one.TrySpend("c1", Limit)));
        _together.IsAway = false;
        Assert.True(one.TrySpend("c1", Limit));

        var passed = Enumerable.Range(0, Limit).Count(_ => other.TrySpend("c1", Limit));

        Assert.InRange(passed, Limit / 2 - 1, Limit / 2 + (Limit / 16));
    }

    [Fact]
    public void What_is_told_names_nobody()
    {
        var budget = Budget();
        while (budget.TrySpend("192.0.2.7", Limit))
        {
        }

        Assert.All(_together.Keys, key => Assert.Matches("^[0-9A-F]{32}$", key));
    }

    private SharedBudget Budget() => new("posts", TimeSpan.FromSeconds(10), _together, _clock, NullLogger<SharedBudget>.Instance);
}
