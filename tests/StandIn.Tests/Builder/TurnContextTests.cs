namespace StandIn.Tests.Builder;

public class TurnContextTests
{
    [Fact]
    public void A_turn_needs_an_adapter_and_an_activity()
    {
        Assert.Equal("adapter", Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, new Activity())).ParamName);
        Assert.Equal("activity", Assert.Throws<ArgumentNullException>(() => new TurnContext(new CollectingAdapter(), null)).ParamName);
        Assert.Equal("turnContext", Assert.Throws<ArgumentNullException>(() => new TurnContext((ITurnContext)null!, new Activity())).ParamName);
    }

    [Fact]
    public async Task What_is_sent_goes_back_to_where_the_turn_came_from()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);

        var response = await turn.SendActivityAsync("hi", "<speak/>", InputHints.ExpectingInput);

        var sent = Assert.Single(adapter.Sent);
        Assert.Equal(("hi", "<speak/>", "expectingInput", "bot", "1234"), (sent.Text, sent.Speak, sent.InputHint, sent.From.Id, sent.ReplyToId));
        Assert.Null(response.Id);
        Assert.True(turn.Responded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_cannot_be_said(string? text) =>
        Assert.Equal("textReplyToSend", (await Assert.ThrowsAsync<ArgumentNullException>(() => Some.Turn().SendActivityAsync(text))).ParamName);

    [Fact]
    public async Task Bad_arguments_are_refused_by_name()
    {
        var turn = Some.Turn();

        Assert.Equal("activity", (await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!))).ParamName);
        Assert.Equal("activities", (await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null))).ParamName);
        Assert.Equal("activities", (await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]))).ParamName);
        Assert.Equal("activity", (await Assert.ThrowsAsync<ArgumentNullException>(() => turn.UpdateActivityAsync(null))).ParamName);
        Assert.Equal("activityId", (await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(" "))).ParamName);
        Assert.Equal("conversationReference", (await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync((ConversationReference)null!))).ParamName);
        Assert.Equal("handler", Assert.Throws<ArgumentNullException>(() => turn.OnSendActivities(null)).ParamName);
        Assert.Equal("handler", Assert.Throws<ArgumentNullException>(() => turn.OnUpdateActivity(null)).ParamName);
        Assert.Equal("handler", Assert.Throws<ArgumentNullException>(() => turn.OnDeleteActivity(null)).ParamName);
    }

    [Fact]
    public async Task A_trace_alone_is_no_response()
    {
        var turn = Some.Turn();

        await turn.SendActivityAsync(Activity.CreateTraceActivity("t"));
        Assert.False(turn.Responded);

        await turn.SendActivitiesAsync([Activity.CreateTraceActivity("t"), Some.Message()]);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Handlers_see_the_activities_in_the_order_they_were_added_and_may_change_them()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);
        var order = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first in");
            activities[0].Text += "!";
            var responses = await next();
            order.Add("first out");
            return responses;
        });
        turn.OnSendActivities((_, activities, next) =>
        {
            order.Add("second");
            activities.Add(Some.Message("more", "5678"));
            return next();
        });

        var responses = await turn.SendActivitiesAsync([Some.Message("hi")]);

        Assert.Equal(["first in", "second", "first out"], order);
        Assert.Equal(["hi!", "more"], adapter.Sent.Select(activity => activity.Text));
        Assert.Equal(["1234", "5678"], responses.Select(response => response.Id));
    }

    [Fact]
    public async Task A_handler_that_does_not_go_on_keeps_the_activity_and_the_turn_unanswered()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null!));

        var response = await turn.SendActivityAsync("hi");

        Assert.Null(response.Id);
        Assert.Empty(adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task An_update_passes_its_handlers_and_keeps_the_conversation()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);
        turn.OnUpdateActivity((_, activity, next) =>
        {
            activity.Id = "changed";
            return next();
        });

        var response = await turn.UpdateActivityAsync(new Activity { Id = "old" });

        Assert.Equal("changed", response.Id);
        Assert.Equal("conversation", Assert.Single(adapter.Updated).Conversation.Id);
    }

    [Fact]
    public async Task A_deletion_passes_its_handlers()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);
        turn.OnDeleteActivity((_, reference, next) =>
        {
            reference.ActivityId += "!";
            return next();
        });

        await turn.DeleteActivityAsync("7");
        await turn.DeleteActivityAsync(new ConversationReference("8"));

        Assert.Equal(["7!", "8!"], adapter.Deleted.Select(reference => reference.ActivityId));
    }

    [Fact]
    public async Task What_a_handler_throws_reaches_the_sender()
    {
        var turn = Some.Turn();
        turn.OnSendActivities((_, _, _) => throw new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => turn.SendActivityAsync("hi"));
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_response_are_kept_and_not_sent()
    {
        var adapter = new CollectingAdapter();
        var incoming = Some.Message();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = Some.Turn(incoming, adapter);

        var responses = await turn.SendActivitiesAsync([Some.Message("one"), new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse() }]);

        Assert.Empty(adapter.Sent);
        Assert.Equal(2, turn.BufferedReplyActivities.Count);
        Assert.Equal("user", turn.BufferedReplyActivities[0].Recipient.Id);
        Assert.All(responses, response => Assert.Null(response.Id));
        Assert.True(turn.Responded);
        Assert.NotNull(turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
    }

    [Fact]
    public async Task A_copy_of_a_turn_shares_state_handlers_and_answers()
    {
        var adapter = new CollectingAdapter();
        var turn = Some.Turn(adapter: adapter);
        turn.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text += "!";
            return next();
        });
        turn.TurnState.Add("key", "value");
        await turn.SendActivityAsync("one");

        var copy = new TurnContext(turn, Some.Message("other"));
        await copy.SendActivityAsync("two");

        Assert.Equal("value", copy.TurnState.Get<string>("key"));
        Assert.True(copy.Responded);
        Assert.Equal("other", copy.Activity.Text);
        Assert.Equal(["one!", "two!"], adapter.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task A_turn_that_is_over_says_what_it_refuses()
    {
        var turn = Some.Turn();
        turn.Dispose();
        turn.Dispose();

        Assert.Equal("SendActivityAsync", (await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("hi"))).ObjectName);
        Assert.Equal("Get", Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<string>("x")).ObjectName);
    }

    [Fact]
    public void State_is_kept_by_name_or_by_type()
    {
        var state = new TurnContextStateCollection();
        state.Add("text");
        state.Set<object>("key", null!);
        state.Set("other", state);

        Assert.Equal("text", state.Get<string>());
        Assert.Null(state.Get<string>("key"));
        Assert.Null(state.Get<string>("other"));
        Assert.Null(state.Get<Uri>());
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => state.Get<string>(null)).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => state.Add<string>(null, "x")).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => state.Add<string>("x", null!)).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => state.Set<string>(null, "x")).ParamName);
        Assert.Throws<ArgumentException>(() => state.Add("text"));
    }
}
