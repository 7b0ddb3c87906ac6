using System.Security.Cryptography;
using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresSecretStore(PostgresDatabase database) : ISecretStore
{
    private const string Find = "select value from secrets where name = @name";

    public async Task<byte[]> GetOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var known = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<byte[]>(Find, new { name }), cancellationToken);
        if (known is not null)
            return known;

        // Of two nodes that make it at once the first stays, and both get that one.
        var made = RandomNumberGenerator.GetBytes(32);
        return await database.WriteAsync(
            connection => connection.QuerySingleAsync<byte[]>(
                $"insert into secrets (name, value) values (@name, @made) on conflict do nothing; {Find}", new { name, made }),
            cancellationToken);
    }
}
