using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Bot;

/// <summary>A host that is told to stop.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task The_turn_that_runs_is_finished_and_no_other_is_begun()
    {
        var detector = new HoldingDetector();
        await using var bot = await BotHarness.StartAsync(detector: detector);
        await bot.BeginAsync("c1");
        await bot.BeginAsync("c2");
        await bot.AcceptAsync("c1", "what does shipping cost?");
        await detector.Reached.Task;
        var queue = bot.Services.GetRequiredService<TurnQueue>();

        var stopping = queue.StopAsync(CancellationToken.None);
        await bot.AcceptAsync("c2", "what does shipping cost?");
        detector.Released.SetResult();
        await stopping;

        Assert.Contains(await bot.Store.ReadEventsAsync("c1", default), happened => happened is ArticleTold);
        Assert.Equal(["c2"], await bot.Store.WaitingConversationsAsync(default));
    }

    [Fact]
    public async Task A_host_out_of_patience_breaks_the_turn_off_and_it_stays_stored()
    {
        var detector = new HoldingDetector();
        await using var bot = await BotHarness.StartAsync(detector: detector);
        await bot.BeginAsync();
        await bot.AcceptAsync("c1", "what does shipping cost?");
        await detector.Reached.Task;

        await bot.Services.GetRequiredService<TurnQueue>().StopAsync(new CancellationToken(canceled: true));

        Assert.Equal(["c1"], await bot.Store.WaitingConversationsAsync(default));
        detector.Released.SetResult();
    }

    /// <summary>Reads nothing until it is let go.</summary>
    private sealed class HoldingDetector : IEmotionDetector
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
        {
            Reached.TrySetResult();
            await Released.Task.WaitAsync(cancellationToken);
            return new(null, MessageSignals.None);
        }
    }
}
