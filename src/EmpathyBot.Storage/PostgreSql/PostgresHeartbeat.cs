using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>
/// Says again and again that this node lives, which keeps what it holds: leases of turns, what it took from the outbox, open
/// pages. When it ends in peace it lets go of all that, so that others go on at once.
/// </summary>
internal sealed class PostgresHeartbeat(
    PostgresDatabase database, PostgresNode node, SharedTime time, IOptions<StorageOptions> options, ILogger<PostgresHeartbeat> logger) : BackgroundService
{
    private readonly double _seconds = options.Value.LeaseSeconds;

    // A lease that has run out stays so: another node may be about to take it.
    private const string Beat =
        """
        select set_config('synchronous_commit', 'off', true);
        insert into nodes (id, alive_until) values (@Id, clock_timestamp() + make_interval(secs => @seconds))
        on conflict (id) do update set alive_until = excluded.alive_until;
        update turn_leases set until = clock_timestamp() + make_interval(secs => @seconds) where node = @Id and until > clock_timestamp();
        delete from nodes where alive_until < clock_timestamp() - interval '7 days';
        delete from shared_counts where forgotten_at < clock_timestamp();
        select (extract(epoch from clock_timestamp()) * 1000)::bigint;
        """;

    private const string Goodbye =
        """
        delete from turn_leases where node = @Id;
        update outbox set node = null where node = @Id;
        update hub_outbox set node = null where node = @Id;
        update customer_presence set left_at = @now where node = @Id and left_at is null;
        delete from nodes where id = @Id;
        """;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // The first time is waited for: what is taken before it would be anyone's.
        await BeatAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(Goodbye, new { node.Id, now = time.GetUtcNow().ToUnixTimeMilliseconds() }), cancellationToken);
        }
        catch (StorageException failure)
        {
            // Then others go on once this node has been silent for long enough.
            PostgresHeartbeatLog.NotSaid(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(_seconds / 5));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryBeatAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task TryBeatAsync(CancellationToken stoppingToken)
    {
        try
        {
            await BeatAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was: a node that ends because it could not say that it lives is worse than one that says it later.
            PostgresHeartbeatLog.NotSaid(logger, failure);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var server = await database.WriteAsync(
            async connection =>
            {
                await using var answers = await connection.QueryMultipleAsync(Beat, new { node.Id, seconds = _seconds });
                await answers.ReadAsync<string>();
                return await answers.ReadSingleAsync<long>();
            },
            cancellationToken);
        if (time.Follow(DateTimeOffset.FromUnixTimeMilliseconds(server)) is { } off)
            PostgresHeartbeatLog.ClockOff(logger, off);
    }
}

/// <summary>Event ids 5030–5039.</summary>
internal static partial class PostgresHeartbeatLog
{
    [LoggerMessage(5030, LogLevel.Warning, "The database could not be told that this node lives; it is told again.")]
    public static partial void NotSaid(ILogger logger, Exception failure);

    [LoggerMessage(5031, LogLevel.Warning, "This machine's clock is {Off} behind the database server's; the server's time is used.")]
    public static partial void ClockOff(ILogger logger, TimeSpan off);
}
