using Dapper;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Customers;

internal sealed class SqliteCustomerMemoryStore(SqliteDatabase database, IOptions<StorageOptions> options, TimeProvider time) : ICustomerMemoryStore
{
    public TimeSpan KeptFor { get; } = TimeSpan.FromDays(options.Value.MemoryDays);

    public async Task<CustomerMemory> FindAsync(string channel, string userId, CancellationToken cancellationToken)
    {
        var json = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<string>(
                "select json from customers where channel = @channel and user_id = @userId", new { channel, userId }),
            cancellationToken);
        return json is null ? CustomerMemory.Empty : MemoryTexts.Read(json).AsOf(time.GetUtcNow(), KeptFor);
    }
}
