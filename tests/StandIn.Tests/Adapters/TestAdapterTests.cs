namespace StandIn.Tests.Adapters;

public class TestAdapterTests
{
    [Fact]
    public Task A_flow_says_and_expects() =>
        new TestFlow(new TestAdapter(), Echo)
            .Test("foo", "echo:foo")
            .Test("foo", new Activity(ActivityTypes.Message, text: "echo:foo"))
            .Test("foo", reply => Assert.Equal("echo:foo", reply.AsMessageActivity().Text))
            .Send("foo").AssertReplyContains("cho:f")
            .Send("foo").AssertReplyOneOf(["other", "echo:foo"])
            .Send("quiet").AssertNoReply(timeout: 20)
            .Send("twice").AssertReply("one").AssertReply("two")
            .StartTestAsync();

    [Fact]
    public Task A_bot_may_be_given_instead_of_its_code() =>
        new TestFlow(new TestAdapter(), new GreetingBot()).SendConversationUpdate().AssertReply("welcome 1").StartTestAsync();

    [Fact]
    public Task Activities_are_played_by_who_sent_them() =>
        new TestFlow(new TestAdapter(), Echo)
            .Test([Some.Message("foo"), new Activity(ActivityTypes.Message, text: "echo:foo", from: new ChannelAccount("b", role: "bot"))])
            .Test([Some.Message("foo"), new Activity(ActivityTypes.Message, text: "x", from: new ChannelAccount("b", role: "bot"))], (expected, actual) => Assert.NotEqual(((Activity)expected).Text, ((Activity)actual).Text))
            .StartTestAsync();

    [Fact]
    public async Task What_is_not_as_expected_fails_the_flow()
    {
        await FailsAsync(flow => flow.Test("foo", "bar"));
        await FailsAsync(flow => flow.Send("foo").AssertReplyContains("bar", "described"));
        await FailsAsync(flow => flow.Send("foo").AssertReplyOneOf(["bar"]));
        await FailsAsync(flow => flow.Send("foo").AssertNoReply());
        await FailsAsync(flow => flow.Send("foo").AssertReply(new Activity(ActivityTypes.Event)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TestFlow(new TestAdapter(), Echo).Send("quiet").AssertReply("x", timeout: 20).StartTestAsync());

        static Task FailsAsync(Func<TestFlow, TestFlow> play) =>
            Assert.ThrowsAsync<InvalidOperationException>(() => play(new TestFlow(new TestAdapter(), Echo)).StartTestAsync());
    }

    [Fact]
    public async Task What_the_bot_throws_fails_the_flow() =>
        await Assert.ThrowsAsync<TimeoutException>(() => new TestFlow(new TestAdapter(), (_, _) => throw new TimeoutException()).Test("a", "b").StartTestAsync());

    [Fact]
    public void Nothing_cannot_be_said_or_expected()
    {
        var flow = new TestFlow(new TestAdapter());

        Assert.Equal("userSays", Assert.Throws<ArgumentNullException>(() => flow.Send((string)null!)).ParamName);
        Assert.Equal("userActivity", Assert.Throws<ArgumentNullException>(() => flow.Send((IActivity)null!)).ParamName);
        Assert.Equal("expected", Assert.Throws<ArgumentNullException>(() => flow.Test("a", (string)null!)).ParamName);
        Assert.Equal("candidates", Assert.Throws<ArgumentNullException>(() => flow.AssertReplyOneOf(null)).ParamName);
    }

    [Fact]
    public async Task Incoming_activities_are_addressed_and_numbered()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("name", "Ann", "Bob"));
        var seen = new List<Activity>();
        Task Keep(ITurnContext turn, CancellationToken token)
        {
            seen.Add(turn.Activity);
            return Task.CompletedTask;
        }

        await adapter.ProcessActivityAsync(new Activity(), Keep);
        await adapter.SendTextToBotAsync("hi", Keep, default);

        Assert.Equal(("message", "0", "test", "ann", "Bob", "name", "https://test.com"), (seen[0].Type, seen[0].Id, seen[0].ChannelId, seen[0].From.Id, seen[0].Recipient.Name, seen[0].Conversation.Id, seen[0].ServiceUrl));
        Assert.Equal(("hi", "en-us"), (seen[1].Text, seen[1].Locale));
        Assert.NotNull(seen[0].Timestamp);
        Assert.NotNull(seen[0].LocalTimestamp);
    }

    [Fact]
    public async Task Traces_are_kept_only_when_asked_for()
    {
        Task Trace(ITurnContext turn, CancellationToken token) => turn.SendActivityAsync(Activity.CreateTraceActivity("t"), token);
        var quiet = new TestAdapter();
        var tracing = new TestAdapter(sendTraceActivity: true);

        await quiet.SendTextToBotAsync("a", Trace, default);
        await tracing.SendTextToBotAsync("a", Trace, default);

        Assert.Null(quiet.GetNextReply());
        Assert.NotNull(tracing.GetNextReply());
    }

    [Fact]
    public async Task Replies_are_replaced_and_taken_back_in_the_queue()
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync("a", async (turn, token) =>
        {
            var responses = await turn.SendActivitiesAsync([MessageFactory.Text("one"), MessageFactory.Text("two"), MessageFactory.Text("three")], token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: responses[1].Id, text: "TWO"), token);
            await turn.DeleteActivityAsync(responses[0].Id, token);
            Assert.Null((await turn.UpdateActivityAsync(new Activity(id: "unknown"), token)).Id);
        }, default);

        Assert.Equal(["TWO", "three"], adapter.ActiveQueue.Select(reply => reply.Text));
    }

    [Fact]
    public async Task A_reply_may_be_waited_for()
    {
        var adapter = new TestAdapter();
        var waiting = adapter.GetNextReplyAsync();
        Assert.False(waiting.IsCompleted);

        await adapter.SendTextToBotAsync("a", Echo, default);

        Assert.Equal("echo:a", (await waiting).AsMessageActivity().Text);
    }

    [Fact]
    public async Task A_new_conversation_has_an_id_of_its_own()
    {
        string? id = null;
        await new TestAdapter().CreateConversationAsync("channel", (turn, _) =>
        {
            id = turn.Activity.Conversation.Id;
            return Task.CompletedTask;
        }, default);

        Assert.True(Guid.TryParse(id, out _));
    }

    private static async Task Echo(ITurnContext turn, CancellationToken token)
    {
        switch (turn.Activity.Text)
        {
            case "quiet":
                break;
            case "twice":
                await turn.SendActivityAsync("one", cancellationToken: token);
                await turn.SendActivityAsync("two", cancellationToken: token);
                break;
            case var text:
                await turn.SendActivityAsync("echo:" + text, cancellationToken: token);
                break;
        }
    }

    private sealed class GreetingBot : ActivityHandler
    {
        protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            await turnContext.SendActivityAsync($"welcome {membersAdded.Count}", cancellationToken: cancellationToken);
    }
}
