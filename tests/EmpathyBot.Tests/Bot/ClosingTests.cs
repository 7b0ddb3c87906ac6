using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Tests.Content;
using EmpathyBot.Tests.DemoShop;

namespace EmpathyBot.Tests.Bot;

/// <summary>Is it solved, and how did it go: whole conversations with the shipped content, in both languages.</summary>
public sealed class ClosingTests(ShippedContent shipped) : IClassFixture<ShippedContent>, IAsyncLifetime
{
    private BotHarness? bot;

    private BotHarness Bot => bot!;

    public async Task InitializeAsync() => bot = await BotHarness.StartAsync(content: new ProcedureConversationTests.Fixed(shipped.Content));

    public Task DisposeAsync() => Bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_plain_question_is_answered_and_nothing_is_asked_back()
    {
        var chat = await Bot.BeginAsync();
        var answer = Assert.Single(await Bot.SayAsync(chat, "how do I return something?"));

        Assert.DoesNotContain("?", answer[^1..]);
        Assert.Empty(await SuggestedAsync(chat));
        Assert.Equal("returns", (await Bot.StateAsync(chat)).Episode.Answer);
    }

    [Fact]
    public async Task The_second_answer_asks_lightly_and_once_and_yes_confirms_it()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "how do I return something?");
        var second = Assert.Single(await Bot.SayAsync(chat, "how long does delivery take?"));
        Assert.True(IsSaid(ContentMessages.ResolutionQuestion, second), second);
        Assert.Equal(["Yes", "No"], await SuggestedAsync(chat));
        var third = Assert.Single(await Bot.SayAsync(chat, "do you sell gift cards?"));
        Assert.False(IsSaid(ContentMessages.ResolutionQuestion, third), third);

        await Bot.SayAsync(chat, "it works now");
        var known = (await EventsAsync(chat)).OfType<ResolutionRecorded>().Select(recorded => (recorded.Outcome, recorded.Reason));
        Assert.Equal([(Resolution.Assumed, "went-on"), (Resolution.Assumed, "went-on"), (Resolution.Confirmed, "said-solved")], known);
    }

    [Fact]
    public async Task Yes_closes_the_matter_then_a_rating_and_words_are_taken_and_nothing_is_asked_again()
    {
        var chat = await AskedAsync();
        var closed = Assert.Single(await Bot.SayAsync(chat, "Yes"));
        Assert.True(IsSaid(ContentMessages.FeedbackQuestion, closed), closed);
        Assert.Equal(["1 – poor", "2 – not so good", "3 – all right", "4 – good", "5 – very good"], await SuggestedAsync(chat));

        var rated = Assert.Single(await Bot.SayAsync(chat, "4 – good"));
        Assert.Matches("noted", rated.ToLowerInvariant());
        var told = Assert.Single(await Bot.SayAsync(chat, "quick and clear answers, signed P1234567"));
        Assert.Matches("noted", told.ToLowerInvariant());

        var events = await EventsAsync(chat);
        Assert.Equal([(4, null), (null, "quick and clear answers, signed [national id]")],
            events.OfType<FeedbackGiven>().Select(given => (given.Rating, given.Words)));
        Assert.Equal(Resolution.Confirmed, events.OfType<ResolutionRecorded>().Last().Outcome);

        await Bot.SayAsync(chat, "do you sell gift cards?");
        Assert.False(IsSaid(ContentMessages.FeedbackQuestion, Assert.Single(await Bot.SayAsync(chat, "it works now"))));
    }

    [Fact]
    public async Task No_is_a_failure_of_ours_and_leads_on()
    {
        var chat = await AskedAsync();
        var answer = Assert.Single(await Bot.SayAsync(chat, "no"));

        Assert.EndsWith("?", answer);
        Assert.Equal(["Yes, a person please", "No, thanks"], await SuggestedAsync(chat));
        Assert.Equal((Resolution.Failed, "said-no"), (await EventsAsync(chat)).OfType<ResolutionRecorded>().Select(known => (known.Outcome, known.Reason)).Last());
        Assert.Equal(1, (await Bot.StateAsync(chat)).Episode.BotFailures);
        Assert.Contains("have asked a colleague", (await Bot.SayAsync(chat, "yes"))[0]);
    }

    [Theory]
    [InlineData("how do I return something?")]
    [InlineData("where is my order?")]
    public async Task A_question_asked_instead_of_feedback_is_answered_and_not_filed(string question)
    {
        var chat = await AskedAsync();
        await Bot.SayAsync(chat, "yes");
        var answer = Assert.Single(await Bot.SayAsync(chat, question));

        Assert.DoesNotContain("noted", answer);
        var events = await EventsAsync(chat);
        Assert.DoesNotContain(events, happened => happened is FeedbackGiven);
        Assert.Contains(events, happened => happened is ArticleTold { ArticleId: "returns" } or ProcedureStarted { ProcedureId: "order-status" });
    }

    [Fact]
    public async Task A_question_beside_a_rating_is_answered_and_the_rating_kept()
    {
        var chat = await AskedAsync();
        await Bot.SayAsync(chat, "yes");
        var answer = Assert.Single(await Bot.SayAsync(chat, "5 stars. How do I return something?"));

        Assert.Contains("noted", answer.ToLowerInvariant());
        Assert.Contains("30 days", answer);
        Assert.Equal(5, Assert.Single((await EventsAsync(chat)).OfType<FeedbackGiven>()).Rating);
    }

    [Theory]
    [InlineData("no thanks")]
    [InlineData("never mind")]
    public async Task No_ends_the_question(string no)
    {
        var chat = await AskedAsync();
        await Bot.SayAsync(chat, "yes");
        var answer = Assert.Single(await Bot.SayAsync(chat, no));

        Assert.True(IsSaid(ContentMessages.FeedbackDeclined, answer), answer);
        Assert.Contains(await EventsAsync(chat), happened => happened is FeedbackDeclined);
        Assert.Equal(FeedbackWait.None, (await Bot.StateAsync(chat)).FeedbackWaits);
    }

    [Fact]
    public async Task Who_wants_only_the_solution_is_not_asked_how_it_went()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "skip the sympathy");
        await Bot.SayAsync(chat, "how do I return something?");
        var closed = Assert.Single(await Bot.SayAsync(chat, "it works now"));

        Assert.False(IsSaid(ContentMessages.FeedbackQuestion, closed), closed);
        Assert.False((await Bot.StateAsync(chat)).IsFeedbackAsked);
    }

    [Fact]
    public async Task A_low_rating_is_taken_with_an_open_ear()
    {
        var chat = await AskedAsync();
        await Bot.SayAsync(chat, "yes");
        var answer = Assert.Single(await Bot.SayAsync(chat, "2, too many questions"));

        Assert.Contains("still open", answer);
        Assert.Equal((2, "2, too many questions"), Assert.Single((await EventsAsync(chat)).OfType<FeedbackGiven>()) is var given ? (given.Rating, given.Words) : default);
    }

    [Fact]
    public async Task In_Spanish_too()
    {
        var chat = await Bot.BeginAsync("c-es", "es-ES");
        await Bot.SayAsync(chat, "¿cómo devuelvo algo?");
        var second = Assert.Single(await Bot.SayAsync(chat, "¿cuánto tarda el envío?"));
        Assert.True(IsSaid(ContentMessages.ResolutionQuestion, second, "es"), second);
        Assert.Equal(["Sí", "No"], await SuggestedAsync(chat));
        var closed = Assert.Single(await Bot.SayAsync(chat, "sí"));
        Assert.True(IsSaid(ContentMessages.FeedbackQuestion, closed, "es"), closed);
        Assert.Equal("5 – muy bien", (await SuggestedAsync(chat))[^1]);

        var answered = Assert.Single(await Bot.SayAsync(chat, "¿cómo devuelvo algo?"));
        Assert.Contains("30 días", answered);
        Assert.DoesNotContain(await EventsAsync(chat), happened => happened is FeedbackGiven);
    }

    [Fact]
    public async Task In_Spanish_a_rating_with_words_is_kept_and_usted_is_mirrored()
    {
        var chat = await Bot.BeginAsync("c-es", "es-ES");
        await Bot.SayAsync(chat, "¿usted me dice cómo devuelvo algo?");
        await Bot.SayAsync(chat, "¿cuánto tarda el envío?");
        var closed = Assert.Single(await Bot.SayAsync(chat, "sí"));
        Assert.Contains("sus", closed);
        await Bot.SayAsync(chat, "un 4, respuesta rápida");

        Assert.Equal((4, "un 4, respuesta rápida"), Assert.Single((await EventsAsync(chat)).OfType<FeedbackGiven>()) is var given ? (given.Rating, given.Words) : default);
    }

    /// <summary>A conversation at whose end stands the question whether it is settled.</summary>
    private async Task<string> AskedAsync()
    {
        var chat = await Bot.BeginAsync();
        await Bot.SayAsync(chat, "do you sell gift cards?");
        await Bot.SayAsync(chat, "how long does delivery take?");
        Assert.True((await Bot.StateAsync(chat)).Episode.ResolutionWaits);
        return chat;
    }

    private async Task<IReadOnlyList<ConversationEvent>> EventsAsync(string chat) => await Bot.Store.ReadEventsAsync(chat, default);

    /// <summary>What the last message offers to press.</summary>
    private async Task<IReadOnlyList<string>> SuggestedAsync(string chat)
    {
        var stream = await Bot.Store.ReadStreamAsync(chat, 0, 1000, default);
        var last = stream.Select(stored => JsonNode.Parse(stored.Json)!).Last(activity => (string?)activity["from"]?["id"] != "dl_user");
        return [.. (last["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(action => (string)action!["title"]!)];
    }

    private bool IsSaid(string key, string text, string locale = "en") => Enumerable.Range(0, 3).SelectMany(seed => new[] { true, false }.Select(formal =>
        shipped.Content.Message(key, locale, new Dictionary<string, object?> { [ContentMessages.Seed] = seed, [ContentMessages.Formal] = formal })))
        .Any(said => text.Contains(said, StringComparison.Ordinal));
}
