using System.Text.Json;
using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class SqliteAgentSeatStore(SqliteDatabase database) : IAgentSeatStore
{
    private const string Columns =
        "select id as Id, name as Name, available as Available, capacity as Capacity, teams as Teams, seen_at as SeenAt from agent_seats";

    public async Task<IReadOnlyList<AgentSeat>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.Query<SeatRow>($"{Columns} order by name collate nocase, id").AsList(), cancellationToken);
        return [.. rows.Select(row => row.ToSeat())];
    }

    public async Task<AgentSeat?> FindAsync(string agentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<SeatRow>($"{Columns} where id = @agentId", new { agentId }), cancellationToken);
        return row?.ToSeat();
    }

    public Task SaveAsync(AgentSeat seat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var row = new
        {
            seat.Id, seat.Name, seat.Available, seat.Limit, teams = JsonSerializer.Serialize(seat.Teams), seenAt = seat.SeenAt.ToUnixTimeMilliseconds(),
        };
        return database.WriteAsync(
            connection => connection.Execute(
                """
                insert into agent_seats (id, name, available, capacity, teams, seen_at) values (@Id, @Name, @Available, @Limit, @teams, @seenAt)
                on conflict (id) do update set
                  name = excluded.name, available = excluded.available, capacity = excluded.capacity, teams = excluded.teams
                """,
                row),
            cancellationToken);
    }

    public Task SeeAsync(Agent agent, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return database.WriteAsync(
            connection => connection.Execute(
                """
                insert into agent_seats (id, name, available, capacity, teams, seen_at) values (@Id, @Name, 1, null, '[]', @at)
                on conflict (id) do update set name = excluded.name, seen_at = max(agent_seats.seen_at, excluded.seen_at)
                """,
                new { agent.Id, agent.Name, at = at.ToUnixTimeMilliseconds() }),
            cancellationToken);
    }

    private sealed record SeatRow
    {
        public required string Id { get; init; }
        public required string Name { get; init; }
        public required bool Available { get; init; }
        public int? Capacity { get; init; }
        public required string Teams { get; init; }
        public required long SeenAt { get; init; }

        public AgentSeat ToSeat() => new(
            Id, Name, Available, Capacity, JsonSerializer.Deserialize<string[]>(Teams) ?? [], DateTimeOffset.FromUnixTimeMilliseconds(SeenAt));
    }
}
