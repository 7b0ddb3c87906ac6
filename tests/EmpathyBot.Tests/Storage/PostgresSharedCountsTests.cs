using Dapper;
using EmpathyBot.Domain.Conversations;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>What nodes count together.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresSharedCountsTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PostgresEngine _engine = new();
    private StorageNode _one = null!, _other = null!;

    public async Task InitializeAsync() => (_one, _other) = (await StorageNode.AliveAsync(_engine), await StorageNode.AliveAsync(_engine));

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_told_what_all_have_counted_and_nothing_is_counted_twice_or_not_at_all()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? _one : _other).Counts.AddAsync("k1", 3, Minute, default)));

        Assert.Equal(121, await _one.Counts.AddAsync("k1", 1, Minute, default));
        Assert.Equal(121, await _other.Counts.AddAsync("k1", 0, Minute, default));
        Assert.Equal(5, await _other.Counts.AddAsync("k2", 5, Minute, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _one.Counts.AddAsync("k1", -1, Minute, default));
    }

    [Fact]
    public async Task A_count_is_forgotten_when_its_time_is_over()
    {
        await _one.Counts.AddAsync("k1", 1, TimeSpan.FromSeconds(-1), default);
        await _one.Counts.AddAsync("k2", 1, Minute, default);

        // Any node that says that it lives forgets for all.
        await using var third = await StorageNode.AliveAsync(_engine);

        await using var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false");
        Assert.Equal(["k2"], await connection.QueryAsync<string>("select key from shared_counts"));
    }
}
