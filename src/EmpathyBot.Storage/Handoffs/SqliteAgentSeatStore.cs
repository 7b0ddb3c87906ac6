using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class SqliteAgentSeatStore(SqliteDatabase database) : IAgentSeatStore
{
    public async Task<IReadOnlyList<AgentSeat>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.Query<SeatRow>($"{SeatRow.Columns} order by name collate nocase, id").AsList(), cancellationToken);
        return [.. rows.Select(row => row.ToSeat())];
    }

    public async Task<AgentSeat?> FindAsync(string agentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<SeatRow>($"{SeatRow.Columns} where id = @agentId", new { agentId }), cancellationToken);
        return row?.ToSeat();
    }

    public Task SaveAsync(AgentSeat seat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var row = SeatRow.Of(seat);
        return database.WriteAsync(connection => connection.Execute(SeatRow.Save, row), cancellationToken);
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
}
