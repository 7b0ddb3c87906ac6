using System.Net;

namespace StandIn.Tests.Builder;

public class ActivityHandlerTests
{
    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "messageUpdate")]
    [InlineData(ActivityTypes.MessageDelete, "messageDelete")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "commandResult")]
    [InlineData(ActivityTypes.Trace, "unrecognized")]
    [InlineData("shouting", "unrecognized")]
    public async Task Each_kind_of_activity_has_its_method(string type, string expected) =>
        Assert.Equal([expected], await RunAsync(new Activity(type)));

    [Theory]
    [InlineData("tokens/response", "token")]
    [InlineData("handoff.status", "event")]
    [InlineData(null, "event")]
    public async Task Events_are_told_apart_by_name(string? name, string expected) =>
        Assert.Equal([expected], await RunAsync(new Activity(ActivityTypes.Event) { Name = name }));

    [Theory]
    [InlineData("add", "add")]
    [InlineData("add-upgrade", "add")]
    [InlineData("remove", "remove")]
    [InlineData("remove-upgrade", "remove")]
    public async Task An_installation_is_added_or_removed(string action, string expected) =>
        Assert.Equal([expected], await RunAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action }));

    [Fact]
    public async Task Members_count_only_when_one_is_not_the_bot()
    {
        Assert.Equal(["joined 2"], await RunAsync(Update(added: ["bot", "user"])));
        Assert.Empty(await RunAsync(Update(added: ["bot"])));
        Assert.Equal(["left 1"], await RunAsync(Update(removed: ["user"])));
        Assert.Empty(await RunAsync(Update(removed: ["bot"])));
        Assert.Empty(await RunAsync(Update()));
    }

    [Fact]
    public async Task Reactions_are_added_and_removed_in_one_activity() =>
        Assert.Equal(
            ["liked like", "unliked sad"],
            await RunAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")], ReactionsRemoved = [new MessageReaction("sad")] }));

    [Fact]
    public async Task A_turn_without_activity_type_is_refused()
    {
        var bot = new RecordingBot();

        Assert.Equal("turnContext", (await Assert.ThrowsAsync<ArgumentNullException>(() => bot.OnTurnAsync(null))).ParamName);
        Assert.Contains("non-null Type", (await Assert.ThrowsAsync<ArgumentException>(() => bot.OnTurnAsync(Some.Turn(new Activity())))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("known", 200)]
    [InlineData("signin/verifyState", 200)]
    [InlineData("signin/tokenExchange", 200)]
    [InlineData("unknown", 501)]
    [InlineData(null, 501)]
    [InlineData("refused", 418)]
    public async Task An_invoke_is_answered(string? name, int status) =>
        Assert.Equal(status, (await InvokeAsync(new Activity(ActivityTypes.Invoke) { Name = name })).Status);

    [Fact]
    public async Task An_invoke_that_the_bot_answered_itself_is_answered_once()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(new Activity(ActivityTypes.Invoke) { Name = "known" }, adapter);
        turn.TurnState.Add(BotAdapter.InvokeResponseKey, new Activity(ActivityTypesEx.InvokeResponse));

        await new RecordingBot().OnTurnAsync(turn);

        Assert.Empty(adapter.Sent);
    }

    [Fact]
    public async Task An_action_of_a_card_arrives_as_its_value()
    {
        var answer = await InvokeAsync(Wire("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"go","data":{"x":1}}}}"""));

        Assert.Equal(200, answer.Status);
        Assert.Equal("go {\"x\":1}", Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).Value);
    }

    [Theory]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", "BadRequest", "Missing value property")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":"text"}""", "BadRequest", "Value property instance is not properly formed")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{}}""", "BadRequest", "Missing action property")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Submit"}}}""", "NotSupported", "The action 'Action.Submit' is not supported.")]
    [InlineData("""{"type":"invoke","name":"application/search"}""", "BadRequest", "Missing value property for search")]
    [InlineData("""{"type":"invoke","name":"application/search","value":{}}""", "BadRequest", "Missing kind property for search.")]
    [InlineData("""{"type":"invoke","name":"application/search","value":{"kind":"search"}}""", "BadRequest", "Missing queryText for search.")]
    [InlineData("""{"type":"invoke","name":"application/search","channelId":"msteams","value":{}}""", "BadRequest", "Missing queryText for search.")]
    public async Task A_malformed_invoke_is_refused_with_the_reason(string activity, string code, string message)
    {
        var answer = await InvokeAsync(Wire(activity));

        var body = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        var error = Assert.IsType<Error>(body.Value);
        Assert.Equal((400, 400, "application/vnd.microsoft.error", code, message), (answer.Status, body.StatusCode, body.Type, error.Code, error.Message));
    }

    [Fact]
    public async Task A_typed_turn_is_the_same_turn()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);

        await new TouchingBot().OnTurnAsync(turn);

        Assert.Equal(["hi", "there"], adapter.Sent.Select(activity => activity.Text));
        Assert.Single(adapter.Updated);
        Assert.Equal(2, adapter.Deleted.Count);
    }

    private static Activity Wire(string json) => BotJson.Deserialize<Activity>(json);

    private static Activity Update(string[]? added = null, string[]? removed = null) => new(ActivityTypes.ConversationUpdate)
    {
        MembersAdded = added?.Select(id => new ChannelAccount(id)).ToList(),
        MembersRemoved = removed?.Select(id => new ChannelAccount(id)).ToList(),
        Recipient = new ChannelAccount("bot"),
    };

    private static async Task<List<string>> RunAsync(Activity activity)
    {
        var bot = new RecordingBot();
        await bot.OnTurnAsync(Some.Turn(activity));
        return bot.Calls;
    }

    private static async Task<InvokeResponse> InvokeAsync(Activity activity)
    {
        var adapter = new CollectingAdapter();
        await new RecordingBot().OnTurnAsync(Some.Turn(activity, adapter));
        var sent = Assert.Single(adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, sent.Type);
        return Assert.IsType<InvokeResponse>(sent.Value);
    }

    private sealed class TouchingBot : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            Assert.Same(((ITurnContext)turnContext).Activity, turnContext.Activity);
            await turnContext.SendActivityAsync("hi", cancellationToken: cancellationToken);
            await turnContext.SendActivitiesAsync([Some.Message("there")], cancellationToken);
            await turnContext.UpdateActivityAsync(Some.Message(), cancellationToken);
            await turnContext.DeleteActivityAsync("1", cancellationToken);
            await turnContext.DeleteActivityAsync(turnContext.Activity.GetConversationReference(), cancellationToken);
            Assert.True(turnContext.Responded);
        }
    }

    private sealed class RecordingBot : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Did("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Did("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Did("messageDelete");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Did($"joined {membersAdded.Count}");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Did($"left {membersRemoved.Count}");

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Did("liked " + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Did("unliked " + messageReactions[0].Type);

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Did("token");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Did("event");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Did("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Did("typing");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Did("add");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Did("remove");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Did("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Did("commandResult");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Did("unrecognized");

        protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Did("signin");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Value = $"{invokeValue.Action.Verb} {invokeValue.Action.Data}" });

        protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Name switch
        {
            "known" => CreateInvokeResponse(),
            "refused" => new InvokeResponseException((HttpStatusCode)418).CreateInvokeResponse(),
            _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken),
        };

        private Task Did(string what)
        {
            Calls.Add(what);
            return Task.CompletedTask;
        }
    }
}
