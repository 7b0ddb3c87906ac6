using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.Content;

namespace EmpathyBot.Tests.Customers;

/// <summary>A customer who comes back, through the bot.</summary>
public sealed class ReturningCustomerTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Fact]
    public async Task Preferences_hold_from_the_first_message_of_the_next_conversation()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "stop reading my mood");
        await bot.SayAsync("c1", "just fix it");

        await bot.BeginAsync("c2");
        await bot.SayAsync("c2", "WHAT DOES shipping COST");

        Assert.True(await bot.StateAsync("c2") is { ReadingOff: true, SkipSympathy: true });
        Assert.All((await bot.Store.ReadEventsAsync("c2", default)).OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
    }

    [Fact]
    public async Task Of_who_switched_reading_off_no_mood_is_kept()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "WHERE IS IT");
        Assert.Equal(Emotion.Anger, (await MemoryAsync(bot)).Contacts[0].Mood);

        await bot.BeginAsync("c2");
        await bot.SayAsync("c2", "stop reading my mood");
        await bot.SayAsync("c1", "WHERE IS IT NOW");

        Assert.All((await MemoryAsync(bot)).Contacts, contact => Assert.True(contact is { Mood: null, PhraseIds.Count: 0 }));
        Assert.All((await bot.Store.ReadEventsAsync("c1", default)).OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
    }

    [Fact]
    public async Task Another_customer_meets_nothing_of_it()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "stop reading my mood");
        await bot.BeginAsync("c2", user: "dl_other");

        Assert.Equal(["[memory-nothing]"], await bot.SayAsync("c2", "what do you know about me?"));
        Assert.False((await bot.StateAsync("c2")).ReadingOff);
    }

    [Fact]
    public async Task A_phrase_of_the_last_conversation_is_not_the_first_of_the_next()
    {
        await using var bot = await BotHarness.StartAsync();
        foreach (var id in (string[])["c1", "c2", "c3"])
        {
            await bot.BeginAsync(id);
            await bot.SayAsync(id, "WHERE IS IT?");
        }

        var used = new List<string?>();
        foreach (var id in (string[])["c1", "c2", "c3"])
            used.Add((await bot.Store.ReadEventsAsync(id, default)).OfType<Acknowledged>().First().PhraseId);
        Assert.NotEqual(used[0], used[1]);
        Assert.NotEqual(used[1], used[2]);
    }

    [Fact]
    public async Task The_brief_knows_of_the_earlier_conversation_and_the_next_answer_of_the_open_case()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "what does shipping cost?");
        await bot.SayAsync("c1", "a human please");

        await bot.BeginAsync("c2");
        Assert.Equal(["[case-mention]\n\n[article shipping]"], await bot.SayAsync("c2", "still, what does shipping cost?"));
        Assert.Equal(["[article shipping]"], await bot.SayAsync("c2", "again: what does shipping cost?"));
        await bot.SayAsync("c2", "a human please");

        var brief = (await bot.Tickets.FindOpenAsync("c2", default))!.Brief;
        Assert.Equal(1, brief.Customer.EarlierConversations);
        var line = Assert.Single(brief.Earlier);
        Assert.EndsWith("about shipping – handed to a colleague.", line.Text);
        Assert.Equal(["c1"], line.TurnIds);
        Assert.Equal(0, (await bot.Tickets.FindOpenAsync("c1", default))!.Brief.Customer.EarlierConversations);
    }

    [Fact]
    public async Task Forgetting_is_asked_once_confirmed_and_done()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "what does shipping cost?");

        Assert.Equal(["[memory-forget-ask]"], await bot.SayAsync("c1", "forget me"));
        Assert.Equal(["[memory-kept]"], await bot.SayAsync("c1", "no"));
        Assert.False((await MemoryAsync(bot)).IsEmpty);
        await bot.SayAsync("c1", "forget me");
        await bot.SayAsync("c1", "what does shipping cost?");
        Assert.DoesNotContain("[memory-forgotten]", await bot.SayAsync("c1", "yes"));

        await bot.SayAsync("c1", "forget me");
        Assert.Equal(["[memory-forgotten]"], await bot.SayAsync("c1", "yes"));
        Assert.True((await MemoryAsync(bot)).IsEmpty);
        Assert.Equal(["[memory-nothing]"], await bot.SayAsync("c1", "what do you know about me?"));
        Assert.True((await MemoryAsync(bot)).IsEmpty);
    }

    [Theory]
    [InlineData("en-GB", "What does shipping cost?", "a person please, a human", "What do you know about me?", "I keep about you", "shipping", "with a colleague")]
    [InlineData("es-ES", "¿Cuánto cuesta el envío?", "quiero hablar con un human", "¿Qué sabes de mí?", "Esto es lo que guardo de ti", "envío", "la lleva una persona del equipo")]
    [InlineData("es-MX", "Disculpe, ¿cuánto cuesta el envío?", "quiero hablar con un human, usted no", "¿Qué sabe de mí?", "Esto es lo que guardo de usted", "envío", "la lleva una persona del equipo")]
    public async Task What_is_kept_is_told_in_plain_words_of_the_customers_language(
        string locale, string question, string person, string asked, string begins, string matter, string ended)
    {
        await using var bot = await BotHarness.StartAsync(content: new Fixed(shipped.Content));
        await bot.BeginAsync(locale: locale);
        await bot.SayAsync("c1", question);
        await bot.SayAsync("c1", person);
        await bot.BeginAsync("c2", locale: locale);

        var told = Assert.Single(await bot.SayAsync("c2", asked));

        Assert.Contains(begins, told);
        Assert.Contains(matter, told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(ended, told);
        Assert.Contains((await bot.Tickets.FindOpenAsync("c1", default))!.Id, told);
        Assert.Contains("180", told);
        Assert.DoesNotContain("{{", told);
    }

    [Fact]
    public async Task The_open_case_stays_and_forgetting_says_so()
    {
        await using var bot = await BotHarness.StartAsync(content: new Fixed(shipped.Content));
        await bot.BeginAsync();
        await bot.SayAsync("c1", "What does shipping cost?");
        await bot.SayAsync("c1", "a human please");
        await bot.BeginAsync("c2");

        Assert.Contains("open case stays", Assert.Single(await bot.SayAsync("c2", "Please forget me.")));
        Assert.Contains("open case stays", Assert.Single(await bot.SayAsync("c2", "yes")));
        Assert.NotNull(await bot.Tickets.FindOpenAsync("c1", default));
        Assert.True((await MemoryAsync(bot)).IsEmpty);
    }

    [Fact]
    public async Task The_welcome_follows_what_the_customer_wanted_before()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "stop reading my mood");
        await bot.BeginAsync("c2");
        await bot.BeginAsync("c3", user: "dl_other");

        Assert.Equal("[welcome-unread]", await WelcomeAsync("c2"));
        Assert.Equal("[welcome]", await WelcomeAsync("c3"));

        async Task<string> WelcomeAsync(string id) => (await bot.Store.ReadEventsAsync(id, default)).OfType<BotSaid>().First().Text;
    }

    private static Task<CustomerMemory> MemoryAsync(BotHarness bot, string user = "dl_user") => bot.Memories.FindAsync("directline", user, default);

    private sealed class Fixed(IContent content) : IContentSource
    {
        public IContent Current => content;
    }
}
