using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Tests.Load;

public sealed class LoadRunTests
{
    [Theory]
    [InlineData(LoadChannel.DirectLine)]
    [InlineData(LoadChannel.Messages)]
    public async Task A_bot_that_answers_each_message_once_is_found_good(object channel)
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var result = await PlayAsync(bot, (LoadChannel)channel);
        Assert.True(result.IsGood, result.Describe());
        Assert.Equal((24, 6, 6), (result.Turns, result.Conversations, bot.Conversations));
        Assert.InRange(result.Answered.P50, 0.001, result.Answered.Max);
    }

    [Theory]
    [InlineData(LoadChannel.DirectLine)]
    [InlineData(LoadChannel.Messages)]
    public async Task An_answer_that_comes_twice_is_doubled(object channel)
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersTwice);
        var result = await PlayAsync(bot, (LoadChannel)channel);
        Assert.Equal(result.Turns, result.Doubled);
        Assert.False(result.IsGood);
    }

    [Theory]
    [InlineData(LoadChannel.DirectLine)]
    [InlineData(LoadChannel.Messages)]
    public async Task A_message_that_is_never_answered_is_lost_and_the_customer_goes_on(object channel)
    {
        await using var bot = await FakeBot.StartAsync(Manners.ForgetsTheThird);
        var result = await PlayAsync(bot, (LoadChannel)channel, answerWithin: TimeSpan.FromMilliseconds(300));
        Assert.Equal((6, 0), (result.Lost, result.Errors));
        Assert.True(result.Unanswered >= 6);
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task Answers_in_another_order_than_the_messages_are_out_of_order()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersInPairsBackwards);
        var result = await PlayAsync(bot, LoadChannel.DirectLine, answerWithin: TimeSpan.FromMilliseconds(300));
        Assert.True(result.OutOfOrder > 0);
    }

    [Fact]
    public async Task A_refused_message_is_an_error_and_ends_its_conversation()
    {
        await using var bot = await FakeBot.StartAsync(Manners.RefusesTheThird);
        var result = await PlayAsync(bot, LoadChannel.DirectLine);
        Assert.Equal((8, 0), (result.Errors, result.Lost));
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_opened_again_where_it_ended()
    {
        await using var bot = await FakeBot.StartAsync(Manners.BreaksTheStreamAfterTheThird);
        var result = await PlayAsync(bot, LoadChannel.DirectLine);
        Assert.True(result.IsGood, result.Describe());
    }

    [Fact]
    public async Task Customers_come_at_the_rate_that_was_asked_for()
    {
        await using var bot = await FakeBot.StartAsync(Manners.AnswersEach);
        var result = await new LoadRun(Plan(bot, LoadChannel.DirectLine) with { Rate = 40, MessagesEach = null, For = TimeSpan.FromSeconds(2) }, null, null, TimeProvider.System)
            .PlayAsync(CancellationToken.None);
        Assert.InRange(result.Turns, 40, 130);
        Assert.Equal(result.Turns, result.Seconds.Sum(second => second.Due));
    }

    [Fact]
    public void A_stream_that_shows_what_the_store_has_in_its_order_is_good()
    {
        Assert.Equal(new LoadFindings(0, 0, 0), LoadFindings.OfStream(["1", "2", "3"], Kept("1", "2", "3")));
        // What came after the customer had hung up was never to come.
        Assert.Equal(new LoadFindings(0, 0, 0), LoadFindings.OfStream(["1"], Kept("1", "2", "3")));
        Assert.Equal(new LoadFindings(0, 0, 0), LoadFindings.OfStream([], Kept("1")));
    }

    [Fact]
    public void A_stream_that_skips_doubles_or_turns_round_is_found_out()
    {
        Assert.Equal(new LoadFindings(Lost: 1, 0, 0), LoadFindings.OfStream(["1", "3"], Kept("1", "2", "3")));
        Assert.Equal(new LoadFindings(0, Doubled: 1, 0), LoadFindings.OfStream(["1", "2", "2"], Kept("1", "2")));
        Assert.Equal(new LoadFindings(0, 0, OutOfOrder: 1), LoadFindings.OfStream(["2", "1"], Kept("1", "2")));
    }

    [Fact]
    public void What_a_customer_was_shown_and_the_store_does_not_have_is_lost() =>
        Assert.Equal(new LoadFindings(Lost: 1, 0, 0), LoadFindings.OfStream(["1", "gone"], Kept("1")));

    private static List<ShownActivity> Kept(params string[] ids) => [.. ids.Select(id => new ShownActivity(id, null, null, id))];

    private static LoadPlan Plan(FakeBot bot, LoadChannel channel) => new(2, TimeSpan.FromMinutes(2), [bot.Url], channel) { TurnsEach = 4, MessagesEach = 12 };

    private static Task<LoadResult> PlayAsync(FakeBot bot, LoadChannel channel, TimeSpan? answerWithin = null) => new LoadRun(
        Plan(bot, channel) with { AnswerWithin = answerWithin ?? TimeSpan.FromSeconds(30) }, null, null, TimeProvider.System).PlayAsync(CancellationToken.None);
}
