using EmpathyBot.Simulator.Streams;

namespace EmpathyBot.Tests.Load;

public sealed class StreamsRunTests
{
    [Fact]
    public async Task Messages_that_are_shown_once_and_answered_are_good_and_silent_streams_stand()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var result = await PlayAsync(bot);
        Assert.True(result.IsGood, result.Describe());
        Assert.Equal((8, 3, 8), (result.Streams, result.Talking, bot.Conversations));
        Assert.InRange(result.Shown.P50, 0.001, result.Answered.Max);
    }

    [Fact]
    public async Task An_activity_that_is_shown_twice_is_doubled()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersTwice);
        var result = await PlayAsync(bot);
        Assert.Equal(result.Messages, result.Doubled);
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task A_message_without_an_answer_is_shown_and_unanswered()
    {
        await using var bot = await FakeBot.StartAsync(Manners.ForgetsTheThird);
        var result = await PlayAsync(bot);
        Assert.Equal((3, 0, 0), (result.Unanswered, result.Lost, result.Errors));
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task A_refused_message_is_an_error()
    {
        await using var bot = await FakeBot.StartAsync(Manners.RefusesTheThird);
        var result = await PlayAsync(bot);
        Assert.Equal((3, 0), (result.Errors, result.Lost));
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_counted_and_what_came_after_is_lost()
    {
        await using var bot = await FakeBot.StartAsync(Manners.BreaksTheStreamAfterTheThird);
        var result = await PlayAsync(bot);
        Assert.Equal(3, result.Broken);
        Assert.True(result.Lost > 0, result.Describe());
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task An_activity_of_another_conversation_is_found()
    {
        await using var bot = await FakeBot.StartAsync(Manners.ShowsOthersTheFirst);
        var result = await PlayAsync(bot);
        Assert.True(result.Foreign > 0, result.Describe());
        Assert.False(result.IsGood);
    }

    private static Task<StreamsResult> PlayAsync(FakeBot bot) => new StreamsRun(
        new(8, 3, 40, TimeSpan.FromSeconds(1), [bot.Url]) { AnswerWithin = TimeSpan.FromMilliseconds(300) }, null, TimeProvider.System, TextWriter.Null)
        .PlayAsync(CancellationToken.None);
}
