using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Moq;
using StandIn.Bot.Builder.Integration.AspNet.Core;

namespace StandIn.Tests.Hosting;

public class CloudAdapterTests
{
    [Fact]
    public async Task A_message_is_answered_with_200_and_nothing_and_its_reply_goes_through_the_connector()
    {
        ResourceResponse? response = null;
        await using var server = await BotServer.StartAsync(async (turn, token) => response = await turn.SendActivityAsync("hello & welcome", cancellationToken: token));

        var answer = await server.PostAsync(Some.Message());

        Assert.Equal((HttpStatusCode.OK, string.Empty), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var (call, body) = Assert.Single(server.Channel.Calls);
        Assert.Equal("POST https://service.test/v3/conversations/conversation/activities/1234", call);
        Assert.Equal(
            """{"type":"message","serviceUrl":"https://service.test/","channelId":"channel","from":{"id":"bot","name":"Bot"},"conversation":{"id":"conversation"},"recipient":{"id":"user","name":"User"},"text":"hello & welcome","inputHint":"acceptingInput","replyToId":"1234"}""",
            body);
        Assert.Equal("application/json; charset=utf-8", server.Channel.ContentType?.ToString());
        Assert.Equal("channel-1", response!.Id);
    }

    [Fact]
    public async Task Without_an_id_to_reply_to_the_activity_is_sent()
    {
        await using var server = await BotServer.StartAsync((turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));
        var message = Some.Message();
        message.Id = null;

        await server.PostAsync(message);

        Assert.Equal("POST https://service.test/v3/conversations/conversation/activities", Assert.Single(server.Channel.Calls).Call);
    }

    [Fact]
    public async Task Ids_are_one_segment_of_the_address_each_whatever_they_hold()
    {
        await using var server = await BotServer.StartAsync((turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));
        var message = Some.Message(id: "1/2?3");
        message.Conversation.Id = "19:abc@thread.tacv2;messageid=16/7";
        message.ServiceUrl = "https://service.test/emea";

        await server.PostAsync(message);

        Assert.Equal("POST https://service.test/emea/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D16%2F7/activities/1%2F2%3F3", Assert.Single(server.Channel.Calls).Call);
    }

    [Fact]
    public async Task The_id_of_what_is_sent_is_the_channel_s_to_give()
    {
        await using var server = await BotServer.StartAsync((turn, token) => turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Id = "mine", Text = "x" }, token));

        await server.PostAsync(Some.Message());

        Assert.DoesNotContain("mine", Assert.Single(server.Channel.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_202_is_a_success_without_id()
    {
        ResourceResponse? response = null;
        await using var server = await BotServer.StartAsync(async (turn, token) => response = await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), token));
        server.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.Accepted);

        await server.PostAsync(Some.Message());

        Assert.Equal(string.Empty, response!.Id);
    }

    [Fact]
    public async Task Traces_delays_and_invoke_answers_never_leave_the_process()
    {
        await using var server = await BotServer.StartAsync(async (turn, token) => await turn.SendActivitiesAsync(
            [Activity.CreateTraceActivity("t"), new Activity(ActivityTypesEx.Delay) { Value = 1 }, new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse() }], token));

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Some.Message())).StatusCode);

        Assert.Empty(server.Channel.Calls);
    }

    [Fact]
    public async Task The_emulator_gets_traces()
    {
        await using var server = await BotServer.StartAsync((turn, token) => turn.SendActivityAsync(Activity.CreateTraceActivity("t"), token));
        var message = Some.Message();
        message.ChannelId = Channels.Emulator;

        await server.PostAsync(message);

        Assert.Single(server.Channel.Calls);
    }

    [Fact]
    public async Task An_error_of_the_channel_reaches_the_bot_with_its_words()
    {
        ErrorResponseException? error = null;
        await using var server = await BotServer.StartAsync(async (turn, token) => error = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("x", cancellationToken: token)));

        server.Channel.Answer = _ => RecordingChannel.Json(HttpStatusCode.Forbidden, """{"error":{"code":"BadSyntax","message":"no"}}""");
        await server.PostAsync(Some.Message());
        Assert.Equal(("BadSyntax", "no", "Operation returned an invalid status code 'Forbidden'"), (error!.Body.Error.Code, error.Body.Error.Message, error.Message));

        server.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") };
        await server.PostAsync(Some.Message());
        Assert.Null(error.Body);

        server.Channel.Answer = _ => RecordingChannel.Json(HttpStatusCode.OK, "<html>");
        await server.PostAsync(Some.Message());
        Assert.Equal("Unable to deserialize the response.", error.Message);
    }

    [Fact]
    public async Task Activities_are_replaced_and_deleted_at_the_channel()
    {
        await using var server = await BotServer.StartAsync(async (turn, token) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: "7", text: "new"), token);
            await turn.DeleteActivityAsync("8", token);
        });

        await server.PostAsync(Some.Message());

        Assert.Equal(
            ["PUT https://service.test/v3/conversations/conversation/activities/7", "DELETE https://service.test/v3/conversations/conversation/activities/8"],
            server.Channel.Calls.Select(call => call.Call));
    }

    [Theory]
    [InlineData(200, """{"done":true}""")]
    [InlineData(418, null)]
    public async Task An_invoke_is_answered_with_the_bot_s_status_and_body(int status, string? body)
    {
        await using var server = await BotServer.StartAsync((turn, token) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = status, Body = body == null ? null : new { done = true } } }, token));
        var invoke = Some.Message();
        invoke.Type = ActivityTypes.Invoke;

        var answer = await server.PostAsync(invoke);

        Assert.Equal((status, body ?? string.Empty), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(body == null ? null : "application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_not_implemented()
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.NotImplemented, (await server.PostAsync("""{"type":"invoke","serviceUrl":"https://service.test"}""")).StatusCode);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response_and_nowhere_else()
    {
        await using var server = await BotServer.StartAsync(async (turn, token) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: token);
            await turn.SendActivityAsync("two", cancellationToken: token);
        });
        var message = Some.Message();
        message.DeliveryMode = DeliveryModes.ExpectReplies;

        var answer = await server.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var replies = BotJson.Deserialize<ExpectedReplies>(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["one", "two"], replies.Activities.Select(activity => activity.Text));
        Assert.All(replies.Activities, activity => Assert.Equal("user", activity.Recipient.Id));
        Assert.Empty(server.Channel.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"type":"message","timestamp":"someday"}""")]
    [InlineData("""{"type":"message""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        var ran = false;
        await using var server = await BotServer.StartAsync((_, _) =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync(body)).StatusCode);
        Assert.False(ran);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task Only_posts_are_served(string method)
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"))).StatusCode);
    }

    [Theory]
    [InlineData("Bearer x.y.z")]
    [InlineData("Basic abc")]
    [InlineData("nonsense")]
    public async Task A_token_that_cannot_be_verified_is_refused(string authorization)
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync(Some.Message(), authorization)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x.y.z")]
    public async Task With_an_application_id_nobody_is_let_in_unverified(string? authorization)
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask, null, ("MicrosoftAppId", "11111111-1111-1111-1111-111111111111"), ("MicrosoftAppPassword", "secret"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync(Some.Message(), authorization)).StatusCode);
    }

    [Fact]
    public async Task A_turn_that_fails_is_200_with_an_error_handler_and_500_without()
    {
        await using (var server = await BotServer.StartAsync((_, _) => throw new TimeoutException(), adapter => adapter.OnTurnError = (turn, _) => turn.SendActivityAsync("sorry")))
        {
            Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Some.Message())).StatusCode);
            Assert.Contains("sorry", Assert.Single(server.Channel.Calls).Body, StringComparison.Ordinal);
        }

        // The test server gives the unhandled exception to the client; a real one answers 500.
        await using var failing = await BotServer.StartAsync((_, _) => throw new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => failing.PostAsync(Some.Message()));
    }

    [Fact]
    public async Task A_turn_knows_its_caller_and_its_connector()
    {
        IIdentity? identity = null;
        string? callerId = "unset";
        Uri? baseUri = null;
        await using var server = await BotServer.StartAsync((turn, _) =>
        {
            identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey);
            callerId = turn.Activity.CallerId;
            baseUri = turn.TurnState.Get<IConnectorClient>().BaseUri;
            Assert.NotNull(turn.TurnState.Get<ConnectorFactory>());
            Assert.NotNull(turn.TurnState.Get<BotCallbackHandler>());
            return Task.CompletedTask;
        });
        var message = Some.Message();
        message.CallerId = "forged";

        await server.PostAsync(message);

        Assert.Equal("anonymous", Assert.IsType<ClaimsIdentity>(identity).AuthenticationType);
        Assert.Null(callerId);
        Assert.Equal("https://service.test/", baseUri!.AbsoluteUri);
    }

    [Fact]
    public async Task Unknown_fields_do_not_harm_and_survive()
    {
        Activity? seen = null;
        await using var server = await BotServer.StartAsync((turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("""{"type":"message","serviceUrl":"https://service.test","brandNew":{"deep":[1]},"from":{"id":"u","objectId":"o"}}""")).StatusCode);

        Assert.Contains("\"brandNew\":{\"deep\":[1]}", BotJson.Serialize(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_may_speak_first_in_a_known_conversation()
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);
        var reference = Some.Message().GetConversationReference();

        await server.Adapter.ContinueConversationAsync(string.Empty, reference, (turn, token) => turn.SendActivityAsync("news", cancellationToken: token), default);
        await server.Adapter.ContinueConversationAsync(new ClaimsIdentity(), reference.GetContinuationActivity(), (turn, token) => turn.SendActivityAsync("more", cancellationToken: token), default);

        Assert.Equal(["news", "more"], server.Channel.Calls.Select(call => BotJson.Deserialize<Activity>(call.Body).Text));
    }

    [Fact]
    public async Task A_continuation_needs_a_conversation_and_an_address()
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);
        static Task Nothing(ITurnContext turn, CancellationToken token) => Task.CompletedTask;

        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Adapter.ContinueConversationAsync("app", (ConversationReference)null!, Nothing, default));
        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Adapter.ContinueConversationAsync("app", (Activity)null!, Nothing, default));
        await Assert.ThrowsAsync<ArgumentException>(() => server.Adapter.ContinueConversationAsync("app", new Activity { ServiceUrl = "https://a" }, Nothing, default));
        await Assert.ThrowsAsync<ArgumentException>(() => server.Adapter.ContinueConversationAsync("app", new Activity { Conversation = new ConversationAccount() }, Nothing, default));
        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Adapter.ContinueConversationAsync("app", Some.Message(), null, default));
    }

    [Fact]
    public async Task A_conversation_is_created_and_its_turn_run()
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);
        server.Channel.Answer = _ => RecordingChannel.Json(HttpStatusCode.Created, """{"id":"new","activityId":"first"}""");
        Activity? seen = null;

        await server.Adapter.CreateConversationAsync("app", "msteams", "https://service.test", "audience", new ConversationParameters(isGroup: false, members: [new ChannelAccount("u")], tenantId: "t"), (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, default);

        Assert.Equal(("POST https://service.test/v3/conversations", """{"isGroup":false,"members":[{"id":"u"}],"tenantId":"t"}"""), Assert.Single(server.Channel.Calls));
        Assert.Equal(("CreateConversation", "first", "new", "t", "msteams"), (seen!.Name, seen.Id, seen.Conversation.Id, seen.Conversation.TenantId, seen.ChannelId));
    }

    [Fact]
    public async Task Members_are_asked_for()
    {
        IList<ChannelAccount>? members = null;
        await using var server = await BotServer.StartAsync(async (turn, token) =>
            members = await turn.TurnState.Get<IConnectorClient>().Conversations.GetConversationMembersAsync(turn.Activity.Conversation.Id, token));
        server.Channel.Answer = _ => RecordingChannel.Json(HttpStatusCode.OK, """[{"id":"u","objectId":"o"}]""");

        await server.PostAsync(Some.Message());

        Assert.Equal("u", Assert.Single(members!).Id);
    }

    [Fact]
    public async Task A_mocked_request_is_served_too()
    {
        var headers = new Mock<IHeaderDictionary>();
        var request = new Mock<HttpRequest>();
        request.Setup(mock => mock.Method).Returns("POST");
        request.Setup(mock => mock.Headers).Returns(headers.Object);
        request.Setup(mock => mock.Body).Returns(new MemoryStream("""{"type":"message","serviceUrl":"https://service.test"}"""u8.ToArray()));
        var bot = new Mock<IBot>();
        bot.Setup(mock => mock.OnTurnAsync(It.IsAny<TurnContext>(), It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await new CloudAdapter().ProcessAsync(request.Object, new Mock<HttpResponse>().Object, bot.Object);

        bot.Verify(mock => mock.OnTurnAsync(It.IsAny<TurnContext>(), It.IsAny<CancellationToken>()), Times.Once());
    }

    [Fact]
    public async Task Nothing_cannot_be_processed()
    {
        var adapter = new CloudAdapter();
        var context = new DefaultHttpContext();

        Assert.Equal("httpRequest", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.ProcessAsync(null, context.Response, Mock.Of<IBot>()))).ParamName);
        Assert.Equal("httpResponse", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.ProcessAsync(context.Request, null, Mock.Of<IBot>()))).ParamName);
        Assert.Equal("bot", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.ProcessAsync(context.Request, context.Response, null))).ParamName);
        Assert.Equal("botFrameworkAuthentication", Assert.Throws<ArgumentNullException>(() => new CloudAdapter((BotFrameworkAuthentication)null!)).ParamName);
        Assert.Equal("turnContext", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.SendActivitiesAsync(null, [], default))).ParamName);
        Assert.Equal("activities", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.SendActivitiesAsync(Some.Turn(), null, default))).ParamName);
        Assert.Equal("activities", (await Assert.ThrowsAsync<ArgumentException>(() => adapter.SendActivitiesAsync(Some.Turn(), [], default))).ParamName);
        Assert.Equal("activity", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.UpdateActivityAsync(Some.Turn(), null, default))).ParamName);
        Assert.Equal("reference", (await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.DeleteActivityAsync(Some.Turn(), null, default))).ParamName);
    }

    [Theory]
    [InlineData("SingleTenant", "id", "pw", null)]
    [InlineData("singletenant", "id", null, "tenant")]
    [InlineData("SingleTenant", null, "pw", "tenant")]
    [InlineData("UserAssignedMSI", "id", null, null)]
    [InlineData("UserAssignedMsi", null, null, "tenant")]
    [InlineData("UserAssignedMSI", "id", "pw", "tenant")]
    public void An_incomplete_identity_is_refused_at_once(string type, string? id, string? password, string? tenant) =>
        Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(Settings(type, id, password, tenant)));

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(null, "", "", null, true)]
    [InlineData("MultiTenant", "id", "pw", "tenant", false)]
    [InlineData("SingleTenant", "id", "pw", "tenant", false)]
    [InlineData("UserAssignedMSI", "id", null, "tenant", false)]
    public async Task Authentication_is_off_only_without_an_application_id(string? type, string? id, string? password, string? tenant, bool off)
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Settings(type, id, password, tenant));

        Assert.Equal(off, await factory.IsAuthenticationDisabledAsync(default));
        Assert.True(await factory.IsValidAppIdAsync(id, default));
        Assert.False(await factory.IsValidAppIdAsync("other", default));
    }

    private static IConfiguration Settings(string? type, string? id, string? password, string? tenant) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["MicrosoftAppType"] = type, ["MicrosoftAppId"] = id, ["MicrosoftAppPassword"] = password, ["MicrosoftAppTenantId"] = tenant })
        .Build();
}
