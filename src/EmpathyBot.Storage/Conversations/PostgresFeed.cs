using System.Threading.Channels;
using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// Tells listeners at this node at once and those at others by notifications, which are sent after the commit and many
/// together: a commit never waits for them.
/// </summary>
internal sealed class PostgresFeed(ConversationFeed here, PostgresDatabase database, PostgresNode node, ILogger<PostgresFeed> logger)
    : BackgroundService, IConversationFeed
{
    public const string Channel = "empathybot";

    private const int MostAtOnce = 500;

    // Hints may be lost; memory must not fill while the server is away.
    private readonly Channel<FeedNotice> _toTell = System.Threading.Channels.Channel.CreateBounded<FeedNotice>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Announce(string conversationId)
    {
        here.Announce(conversationId);
        _toTell.Writer.TryWrite(new(conversationId, null));
    }

    public void ShowPassing(string conversationId, string activityJson)
    {
        here.ShowPassing(conversationId, activityJson);
        _toTell.Writer.TryWrite(new(conversationId, activityJson));
    }

    public IDisposable Listen(string? conversationId, Action<FeedNotice> onNotice) => here.Listen(conversationId, onNotice);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var notices = new List<FeedNotice>();
        try
        {
            while (await _toTell.Reader.WaitToReadAsync(stoppingToken))
            {
                // While one lot is on its way the next gathers: the busier, the more go together.
                notices.Clear();
                while (notices.Count < MostAtOnce && _toTell.Reader.TryRead(out var notice))
                    notices.Add(notice);
                await TryTellAsync([.. NodeHints.Write(node.Id, notices)], stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not told is found by those who look for themselves.
        }
    }

    private async Task TryTellAsync(string[] payloads, CancellationToken stoppingToken)
    {
        try
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(
                    "select set_config('synchronous_commit', 'off', true); select pg_notify(@Channel, payload) from unnest(@payloads) as payload",
                    new { Channel, payloads }),
                stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            PostgresFeedLog.NotTold(logger, failure);
        }
    }
}

/// <summary>Event ids 5110–5119.</summary>
internal static partial class PostgresFeedLog
{
    [LoggerMessage(5110, LogLevel.Warning, "Other nodes could not be told of what is new; they look for themselves.")]
    public static partial void NotTold(ILogger logger, Exception failure);

    [LoggerMessage(5111, LogLevel.Warning, "What other nodes tell is not heard at the moment; the connection is made anew.")]
    public static partial void NotHeard(ILogger logger, Exception failure);
}
