using EmpathyBot.Bot.Middleware;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.DirectLine;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmpathyBot.Tests.Customers;

/// <summary>Where several people write, what one of them wants is nobody else's business.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData(true, "ada", true)]
    [InlineData(false, "ada", false)]
    [InlineData(null, "ada", false)]
    [InlineData(null, "", true)]
    [InlineData(null, null, true)]
    public async Task Only_a_conversation_with_one_known_person_is_remembered(bool? isGroup, string? from, bool unremembered)
    {
        await using var bot = await BotHarness.StartAsync();
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "a1",
            ChannelId = "msteams",
            ServiceUrl = "https://teams.example/",
            Text = "hello",
            From = from is null ? null : new ChannelAccount { Id = from },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = "19:team", IsGroup = isGroup },
        };
        using var context = new TurnContext(new TestAdapter(), activity);

        await new AcceptanceMiddleware(bot.Store, new NotingTurnQueue(), NullLogger<AcceptanceMiddleware>.Instance).OnTurnAsync(context, _ => Task.CompletedTask);

        Assert.Equal(unremembered, (await bot.StateAsync("19:team")).Unremembered);
    }
}
