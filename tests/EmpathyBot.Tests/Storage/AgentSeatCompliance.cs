using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>Who works at the desk.</summary>
public abstract class AgentSeatCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private static readonly Agent Ada = new("a1", "Ada");

    private static readonly DateTimeOffset Morning = new(2026, 3, 4, 8, 0, 0, TimeSpan.Zero);

    private IAgentSeatStore Seats => Services.GetRequiredService<IAgentSeatStore>();

    [Fact]
    public async Task Who_opens_the_desk_has_a_seat_and_keeps_it()
    {
        Assert.Null(await Seats.FindAsync("a1", None));

        await Seats.SeeAsync(Ada, Morning, None);
        await RestartAsync();

        Assert.Equivalent(AgentSeat.Of(Ada, Morning), await Seats.FindAsync("a1", None), strict: true);
    }

    [Fact]
    public async Task What_an_agent_sets_is_kept_and_when_they_were_seen_is_left_alone()
    {
        await Seats.SeeAsync(Ada, Morning, None);

        await Seats.SaveAsync(new("a1", "Ada", Available: false, 3, ["Returns", Some.WeirdText], Morning.AddDays(-1)), None);

        Assert.Equivalent(
            new AgentSeat("a1", "Ada", Available: false, 3, ["Returns", Some.WeirdText], Morning), await Seats.FindAsync("a1", None), strict: true);
    }

    [Fact]
    public async Task Being_seen_again_moves_the_time_and_the_name_and_nothing_else()
    {
        await Seats.SaveAsync(new("a1", "Ada", Available: false, 3, ["Returns"], Morning), None);

        await Seats.SeeAsync(new("a1", "Ada Lind"), Morning.AddMinutes(1), None);
        await Seats.SeeAsync(new("a1", "Ada Lind"), Morning, None);

        Assert.Equivalent(
            new AgentSeat("a1", "Ada Lind", Available: false, 3, ["Returns"], Morning.AddMinutes(1)), await Seats.FindAsync("a1", None), strict: true);
    }

    [Fact]
    public async Task Seats_are_listed_by_name()
    {
        foreach (var name in (string[])["Zoe", "ada", "Ben"])
            await Seats.SeeAsync(new($"id-{name}", name), Morning, None);

        Assert.Equal(["ada", "Ben", "Zoe"], (await Seats.ListAsync(None)).Select(seat => seat.Name));
    }
}
