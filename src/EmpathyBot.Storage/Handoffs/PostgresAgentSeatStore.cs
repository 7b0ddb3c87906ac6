using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class PostgresAgentSeatStore(PostgresDatabase database) : IAgentSeatStore
{
    public async Task<IReadOnlyList<AgentSeat>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<SeatRow>($"{SeatRow.Columns} order by lower(name), id"), cancellationToken);
        return [.. rows.Select(row => row.ToSeat())];
    }

    public async Task<AgentSeat?> FindAsync(string agentId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<SeatRow>($"{SeatRow.Columns} where id = @agentId", new { agentId }), cancellationToken);
        return row?.ToSeat();
    }

    public Task SaveAsync(AgentSeat seat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return database.WriteAsync(connection => connection.ExecuteAsync(SeatRow.Save, SeatRow.Of(seat)), cancellationToken);
    }

    public Task SeeAsync(Agent agent, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                insert into agent_seats (id, name, available, capacity, teams, seen_at) values (@Id, @Name, true, null, '[]', @at)
                on conflict (id) do update set name = excluded.name, seen_at = greatest(agent_seats.seen_at, excluded.seen_at)
                """,
                new { agent.Id, agent.Name, at = at.ToUnixTimeMilliseconds() }),
            cancellationToken);
    }
}
