using EmpathyBot.Tests.Content;
using EmpathyBot.Tests.DemoShop;

namespace EmpathyBot.Tests.Bot;

/// <summary>Customers who say how they want to be spoken to, alone or beside a matter, with the content that ships.</summary>
public sealed class WishTests(ShippedContent shipped) : IClassFixture<ShippedContent>, IAsyncLifetime
{
    private BotHarness? bot;

    private BotHarness Bot => bot!;

    public async Task InitializeAsync() => bot = await BotHarness.StartAsync(content: new ProcedureConversationTests.Fixed(shipped.Content));

    public Task DisposeAsync() => Bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Just_fix_it_beside_a_matter_is_kept_in_mind_and_the_matter_goes_on()
    {
        var chat = await Bot.BeginAsync();

        var said = Assert.Single(await Bot.SayAsync(chat, "just fix it, skip the sympathy. my parcel is late"));

        Assert.Contains("order number", said);
        Assert.True((await Bot.StateAsync(chat)).SkipSympathy);
    }

    [Theory]
    [InlineData("just fix it")]
    [InlineData("I'm not angry, just in a hurry")]
    [InlineData("stop reading my mood")]
    [InlineData("why did you say that?")]
    public async Task What_was_asked_before_is_asked_again_and_nothing_else(string wish)
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "where is my parcel?");

        var said = Assert.Single(await Bot.SayAsync(chat, wish));

        Assert.Contains("What is your order number", said);
        Assert.Equal(1, said.Count(sign => sign == '?'));
        Assert.NotNull((await Bot.StateAsync(chat)).Episode.Procedure);
    }
}
