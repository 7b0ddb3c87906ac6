using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>What a PostgreSQL server can be like, and what is said of it at the start.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresServerTests : IAsyncDisposable
{
    private readonly PostgresEngine _engine = new();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task Several_nodes_that_start_at_once_on_a_new_database_all_succeed()
    {
        var connection = await _engine.ConnectionAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(connection)));

        Assert.Equal(PostgresMigrations.Newest, await RunAsync<int>("select count(*) from schema_version"));
        Assert.Equal(PostgresMigrations.Newest, await RunAsync<int>("select max(version) from schema_version"));
    }

    [Theory]
    [InlineData("Hots=db", "Storage:PostgreSql is no connection string: ")]
    [InlineData("Database=bot", "Storage:PostgreSql is no connection string: it names no Host.")]
    [InlineData("just some words", "Storage:PostgreSql is no connection string: ")]
    [InlineData("Host=127.0.0.1;Port=1;Database=bot;Password=hidden", "The PostgreSQL server 127.0.0.1:1/bot cannot be reached: ")]
    public async Task A_setting_that_leads_nowhere_stops_the_start(string setting, string said)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => StartAsync(setting));

        Assert.StartsWith(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_operator_has_not_said_of_connections_is_said_for_them_and_what_they_said_stays()
    {
        await using var usual = new PostgresServer("Host=db;Database=bot", NullLoggerFactory.Instance);
        await using var own = new PostgresServer("Host=db;Timeout=2;CommandTimeout=33;MaxAutoPrepare=7;Application Name=Ours", NullLoggerFactory.Instance);

        var settings = new NpgsqlConnectionStringBuilder(usual.Source.ConnectionString);
        Assert.Equal((5, 100, 2, true, 10, "EmpathyBot"), (
            settings.Timeout, settings.MaxAutoPrepare, settings.AutoPrepareMinUsages, settings.NoResetOnClose, settings.TcpKeepAliveTime, settings.ApplicationName));
        Assert.Equal(TimeSpan.FromSeconds(10), usual.Patience);
        settings = new NpgsqlConnectionStringBuilder(own.Source.ConnectionString);
        Assert.Equal((2, 7, "Ours"), (settings.Timeout, settings.MaxAutoPrepare, settings.ApplicationName));
        Assert.Equal(TimeSpan.FromSeconds(33), own.Patience);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_plainly()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await StartAsync((await PostgresCluster.SharedAsync()).ConnectTo("nowhere")));

        Assert.Contains("has no such database", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Create it, or name another in Storage:PostgreSql.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_is_not_let_in_is_said_plainly()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await StartAsync(await _engine.ConnectionAsync() + ";Username=stranger"));

        Assert.Contains("Check user and password in Storage:PostgreSql.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start()
    {
        await StartAsync(await _engine.ConnectionAsync());
        await RunAsync<int>("insert into schema_version (version, applied_at) values (9999, 0)");

        var failure = await Assert.ThrowsAsync<StorageException>(async () => await StartAsync(await _engine.ConnectionAsync()));

        Assert.Contains($"was written by a newer version (schema 9999, this version knows up to {PostgresMigrations.Newest})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        await RunAsync<int>("create table recipes (name text)");

        var failure = await Assert.ThrowsAsync<StorageException>(async () => await StartAsync(await _engine.ConnectionAsync()));

        Assert.Contains("is another program's", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync<int>("select count(*) from pg_class where relnamespace = current_schema()::regnamespace"));
    }

    [Fact]
    public async Task A_schema_of_its_own_in_a_shared_database_will_do()
    {
        await RunAsync<int>("create table recipes (name text); create schema bot");

        await StartAsync(await _engine.ConnectionAsync() + ";Search Path=bot");

        var failure = await Assert.ThrowsAsync<StorageException>(async () => await StartAsync(await _engine.ConnectionAsync() + ";Search Path=nothing"));
        Assert.Contains("has no schema the bot may use", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update audit set agent = 'somebody else'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    public async Task The_database_itself_refuses_to_change_or_delete_the_log(string sql)
    {
        await using var services = await _engine.OpenAsync(new SettableTime());
        var log = services.GetRequiredService<IAuditLog>();
        await log.AppendAsync(new(new SettableTime().GetUtcNow(), AuditActs.Took, "a1", "Mira", null), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync<int>(sql));

        Assert.Contains("only added to", refused.MessageText, StringComparison.Ordinal);
        Assert.Single(await log.ReadAsync(new(10), CancellationToken.None));
    }

    [Fact]
    public async Task Sessions_and_signing_keys_of_one_node_hold_at_another()
    {
        await using var one = await NodeAsync();
        await using var other = await NodeAsync();

        var sealedText = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("hello");

        Assert.Equal("hello", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
        Assert.Equal(
            await one.GetRequiredService<ISecretStore>().GetOrCreateAsync("key", CancellationToken.None),
            await other.GetRequiredService<ISecretStore>().GetOrCreateAsync("key", CancellationToken.None));
    }

    private async Task<ServiceProvider> NodeAsync()
    {
        var connection = await _engine.ConnectionAsync();
        var services = new ServiceCollection();
        services.AddDataProtection();
        EmpathyBot.Storage.StorageServices.AddStorage(services, options => options.PostgreSql = connection);
        return services.BuildServiceProvider();
    }

    private static async Task StartAsync(string connection)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddStorage(options => options.PostgreSql = connection);
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }

    private async Task<T?> RunAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
