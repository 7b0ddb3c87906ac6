using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// Hears what other nodes tell and passes it on to listeners here. A notification may be lost, with the node that was to send
/// it or with the connection: so now and then what was committed since is looked up, and after an interruption everyone looks.
/// </summary>
internal sealed class PostgresListening(
    ConversationFeed here, PostgresDatabase database, PostgresNode node, IConversationStore conversations, ILogger<PostgresListening> logger)
    : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Up to this place all changes were passed on.</summary>
    private long _place;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _place = await conversations.LastChangeAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(HearAsync(stoppingToken), LookAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task HearAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await database.Server.ConnectAloneAsync(stoppingToken);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await connection.ExecuteAsync($"listen {PostgresFeed.Channel}");
                here.AnnounceAll();
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                PostgresFeedLog.NotHeard(logger, failure);
                await Task.Delay(AgainAfter, stoppingToken);
            }
        }
    }

    private void Hear(string payload)
    {
        if (NodeHints.Read(payload) is not { } hints || hints.Node == node.Id)
            return;
        foreach (var conversationId in hints.Changed ?? [])
        {
            if (conversationId is { Length: > 0 })
                here.Announce(conversationId);
        }

        if (hints is { PassingIn.Length: > 0, Passing: { } passing })
            here.ShowPassing(hints.PassingIn, passing);
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PassOnAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                PostgresFeedLog.NotHeard(logger, failure);
            }
        }
    }

    private async Task PassOnAsync(CancellationToken stoppingToken)
    {
        IReadOnlyList<ConversationChange> changes;
        do
        {
            changes = await conversations.ReadChangesAsync(_place, MostAtOnce, stoppingToken);
            foreach (var change in changes)
            {
                here.Announce(change.ConversationId);
                _place = change.Sequence;
            }
        }
        while (changes.Count == MostAtOnce);
    }
}
