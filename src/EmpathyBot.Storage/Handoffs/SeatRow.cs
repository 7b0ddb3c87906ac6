using System.Text.Json;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Storage.Handoffs;

internal sealed record SeatRow
{
    public const string Columns =
        "select id as Id, name as Name, available as Available, capacity as Capacity, teams as Teams, seen_at as SeenAt from agent_seats";

    public const string Save =
        """
        insert into agent_seats (id, name, available, capacity, teams, seen_at) values (@Id, @Name, @Available, @Capacity, @Teams, @SeenAt)
        on conflict (id) do update set
          name = excluded.name, available = excluded.available, capacity = excluded.capacity, teams = excluded.teams
        """;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required bool Available { get; init; }
    public int? Capacity { get; init; }
    public required string Teams { get; init; }
    public required long SeenAt { get; init; }

    public static SeatRow Of(AgentSeat seat) => new()
    {
        Id = seat.Id, Name = seat.Name, Available = seat.Available, Capacity = seat.Limit, Teams = JsonSerializer.Serialize(seat.Teams),
        SeenAt = seat.SeenAt.ToUnixTimeMilliseconds(),
    };

    public AgentSeat ToSeat() => new(
        Id, Name, Available, Capacity, JsonSerializer.Deserialize<string[]>(Teams) ?? [], DateTimeOffset.FromUnixTimeMilliseconds(SeenAt));
}
