using System.Security.Cryptography;
using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteSecretStore(SqliteDatabase database) : ISecretStore
{
    private const string Find = "select value from secrets where name = @name";

    public async Task<byte[]> GetOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var known = await database.ReadAsync(connection => connection.QuerySingleOrDefault<byte[]>(Find, new { name }), cancellationToken);
        if (known is not null)
            return known;

        // Of two that make it at once the first stays, and both get that one.
        var made = RandomNumberGenerator.GetBytes(32);
        return await database.WriteAsync(
            connection =>
            {
                connection.Execute("insert into secrets (name, value) values (@name, @made) on conflict do nothing", new { name, made });
                return connection.QuerySingle<byte[]>(Find, new { name });
            },
            cancellationToken);
    }
}
