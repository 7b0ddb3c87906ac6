using System.Text.Json.Nodes;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Tests.Identity;
using EmpathyBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Connectors;

/// <summary>Agents are told of handoffs in a channel of Teams, and never shown a call for help that is answered.</summary>
public sealed class HandoffPostTests
{
    private const string ChannelId = "19:agents@thread.tacv2";
    private const string DeskUrl = "https://bot.example/desk";

    private static readonly (string, string)[] On =
    [
        ("TeamsDesk:ChannelId", ChannelId), ("TeamsDesk:TenantId", Minted.TenantId), ("TeamsDesk:ServiceUrl", "{connector}"), ("TeamsDesk:DeskUrl", DeskUrl),
    ];

    [Fact]
    public async Task A_card_calls_for_help_and_changes_when_somebody_takes_it_and_when_it_is_over()
    {
        await using var bot = await ChannelBot.StartAsync(settings: On);
        await bot.PostAsync(TeamsShapes.InPersonal(bot.Connector.Url, "1", "I want a human"));

        var posted = await NextCardAsync(bot);
        Assert.Equal(("POST", "/emea/v3/conversations", "Bearer token-1"), (posted.Method, posted.Path, posted.Authorization));
        Assert.Equal((ChannelId, Minted.TenantId, true), ((string?)posted.Body["channelData"]!["channel"]!["id"], (string?)posted.Body["tenantId"], (bool)posted.Body["isGroup"]!));
        var card = CardOf(posted.Body["activity"]!);
        Assert.Equal(("AdaptiveCard", "1.5"), ((string?)card["type"], (string?)card["version"]));
        Assert.Equal("A customer waits for a person", (string?)card["body"]![0]!["text"]);
        Assert.Equal($"{DeskUrl}#/conversations/{Uri.EscapeDataString(TeamsShapes.Personal)}", (string?)card["actions"]![0]!["url"]);

        await MoveAsync(bot, ticket => ticket with { State = HandoffState.Accepted, AgentId = "mira", AgentName = "Mira" });
        var taken = await NextCardAsync(bot);
        Assert.Equal(("PUT", "/emea/v3/conversations/19%3Aagents%40thread.tacv2%3Bmessageid%3D1700000000777/activities/1700000000777"), (taken.Method, taken.Path));
        Assert.StartsWith("Mira has taken H-", (string?)CardOf(taken.Body)["body"]![0]!["text"]);
        Assert.Null(CardOf(taken.Body)["actions"]);

        await MoveAsync(bot, ticket => ticket with { State = HandoffState.Closed, Outcome = HandoffOutcome.Solved });
        var over = await NextCardAsync(bot);
        Assert.Equal("PUT", over.Method);
        Assert.EndsWith("is over", (string?)CardOf(over.Body)["body"]![0]!["text"]);
        Assert.Single(CardOf(over.Body)["body"]!.AsArray());
    }

    [Fact]
    public async Task A_card_that_teams_did_not_take_is_posted_again()
    {
        await using var bot = await ChannelBot.StartAsync(settings: On);
        bot.Connector.NextIsFor = IsCard;
        bot.Connector.Next.Enqueue(FakeConnector.Status(502));
        await bot.PostAsync(TeamsShapes.InPersonal(bot.Connector.Url, "1", "I want a human"));

        var refused = await NextCardAsync(bot);
        var again = await NextCardAsync(bot);
        Assert.Equal((refused.Path, refused.Body.ToJsonString()), (again.Path, again.Body.ToJsonString()));
    }

    [Fact]
    public async Task Where_no_channel_is_set_nobody_is_told()
    {
        await using var bot = await ChannelBot.StartAsync();
        await bot.PostAsync(TeamsShapes.InPersonal(bot.Connector.Url, "1", "I want a human"));
        Assert.False(IsCard(await bot.Connector.NextAsync()));
        Assert.DoesNotContain(await bot.Store.ReadEventsAsync(TeamsShapes.Personal, default), happened => happened is HandoffPosted);
    }

    [Fact]
    public void A_card_tells_no_phone_no_e_mail_and_no_card_number()
    {
        var ticket = Filled.Of<HandoffTicket>();
        ticket = ticket with
        {
            State = HandoffState.Queued,
            Brief = ticket.Brief with { Headline = new BriefSentence("Ada wants a call at +44 20 7946 0958 or ada@example.com about 4111 1111 1111 1111.", ["1"]) },
        };
        var card = System.Text.Json.JsonSerializer.Serialize(HandoffCard.For(ticket, new Uri(DeskUrl)).Attachments[0].Content);

        Assert.Contains("Ada wants a call", card, StringComparison.Ordinal);
        foreach (var secret in new[] { "7946", "ada@example.com", "4111" })
            Assert.DoesNotContain(secret, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", "", null)]
    [InlineData(ChannelId, Minted.TenantId, "https://smba.example/emea/", DeskUrl, null)]
    [InlineData("", Minted.TenantId, "", "", "TeamsDesk:ChannelId is not set")]
    [InlineData("agents", Minted.TenantId, "https://smba.example/", DeskUrl, "TeamsDesk:ChannelId is no channel")]
    [InlineData(ChannelId, "", "https://smba.example/", DeskUrl, "TeamsDesk:TenantId")]
    [InlineData(ChannelId, Minted.TenantId, "http://smba.example/", DeskUrl, "TeamsDesk:ServiceUrl")]
    [InlineData(ChannelId, Minted.TenantId, "https://smba.example/", "/desk", "TeamsDesk:DeskUrl")]
    public void All_settings_are_given_or_none(string channel, string tenant, string service, string desk, string? said)
    {
        var result = new TeamsDeskOptionsCheck().Validate(null, new TeamsDeskOptions
        {
            ChannelId = channel, TenantId = tenant, ServiceUrl = new Uri(service, UriKind.RelativeOrAbsolute), DeskUrl = new Uri(desk, UriKind.RelativeOrAbsolute),
        });
        Assert.Equal(said is null, result.Succeeded);
        if (said is not null)
            Assert.StartsWith(said, Assert.Single(result.Failures!));
    }

    private static bool IsCard(FakeConnector.Call call) => call.Method == "PUT" || call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal);

    private static async Task<FakeConnector.Call> NextCardAsync(ChannelBot bot)
    {
        while (true)
        {
            var call = await bot.Connector.NextAsync();
            if (IsCard(call))
                return call;
        }
    }

    private static JsonNode CardOf(JsonNode activity) => activity["attachments"]![0]!["content"]!;

    /// <summary>Moves the ticket as the desk does; the posts write into the conversation too, so it may take more than one try.</summary>
    private static async Task MoveAsync(ChannelBot bot, Func<HandoffTicket, HandoffTicket> move)
    {
        var tickets = bot.Services.GetRequiredService<ITicketStore>();
        for (var tried = 0; tried < 20; tried++)
        {
            var ticket = (await tickets.FindOpenAsync(TeamsShapes.Personal, default))!;
            var stored = (await bot.Store.FindAsync(TeamsShapes.Personal, default))!;
            var now = TimeProvider.System.GetUtcNow();
            var moved = move(ticket) with { Version = ticket.Version + 1, MovedAt = now };
            ConversationEvent happened = new HandoffMoved(WireActivity.NewId(stored.Id), now, moved.Id, moved.State, moved.Reason, moved.AgentName);
            if (await bot.Store.CommitAsync(
                new TurnCommit { ConversationId = stored.Id, Version = stored.Version, State = stored.State.Apply(happened), Events = [happened], Ticket = moved }, default))
                return;
        }

        Assert.Fail("The ticket could not be moved.");
    }
}
