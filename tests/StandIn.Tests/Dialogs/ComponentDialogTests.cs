namespace StandIn.Tests.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public Task A_component_runs_its_first_dialog_and_gives_its_result() =>
        new DialogRun("greeting", new Greeting()).Flow
            .Test("hi", "Name?")
            .Test("Ada", "ended by EndCalled")
            .AssertReply("done: Hello Ada")
            .StartTestAsync();

    [Fact]
    public Task Inner_dialogs_may_call_those_of_their_parents()
    {
        var child = new ComponentDialog("child").AddDialog(new WaterfallDialog("steps",
        [
            async (step, token) => await step.BeginDialogAsync("shared", "from child", token),
            async (step, token) => await step.EndDialogAsync(step.Result, token),
        ]));
        var parent = new ComponentDialog("parent").AddDialog(child).AddDialog(new WaterfallDialog("shared",
        [
            async (step, token) => await step.EndDialogAsync("shared " + step.Options, token),
        ]));

        return new DialogRun("parent", parent).Flow.Test("hi", "done: shared from child").StartTestAsync();
    }

    [Fact]
    public async Task A_dialog_that_is_not_there_is_named()
    {
        var run = new DialogRun("missing", new Greeting());

        var error = await Assert.ThrowsAsync<Exception>(() => run.Flow.Send("hi").StartTestAsync());

        Assert.StartsWith("DialogContext.BeginDialogAsync(): A dialog with an id of 'missing' wasn't found.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Cancelling_ends_the_dialogs_inside_too()
    {
        var run = new DialogRun("greeting", new Greeting());
        return new TestFlow(run.Adapter, async (turn, token) =>
            {
                var dc = await run.Dialogs.CreateContextAsync(turn, token);
                if (turn.Activity.Text == "stop")
                {
                    var result = await dc.CancelAllDialogsAsync(token);
                    await turn.SendActivityAsync(result.Status.ToString(), cancellationToken: token);
                }
                else if ((await dc.ContinueDialogAsync(token)).Status == DialogTurnStatus.Empty)
                {
                    await dc.BeginDialogAsync("greeting", null, token);
                }
            })
            .Test("stop", "Empty")
            .Test("hi", "Name?")
            .Test("stop", "ended by CancelCalled")
            .AssertReply("Cancelled")
            .Test("hi", "Name?")
            .StartTestAsync();
    }

    [Fact]
    public Task A_dialog_below_may_hold_cancelling_up() =>
        new DialogRun(
            "guard",
            new Guarding(),
            new WaterfallDialog("top", [Say.Then("on top"), async (step, token) => await step.CancelAllDialogsAsync(true, "leave", null, token)])).Flow
            .Test("hi", "on top")
            .Test("go", "guard holds leave")
            .StartTestAsync();

    [Fact]
    public Task Reprompting_reaches_the_innermost_prompt()
    {
        var run = new DialogRun("greeting", new Greeting());
        return new TestFlow(run.Adapter, async (turn, token) =>
            {
                var dc = await run.Dialogs.CreateContextAsync(turn, token);
                if (dc.ActiveDialog == null)
                {
                    await dc.BeginDialogAsync("greeting", null, token);
                }
                else
                {
                    await dc.RepromptDialogAsync(token);
                }
            })
            .Test("hi", "Name?")
            .Test("what?", "Name?")
            .AssertReply("component reprompted")
            .StartTestAsync();
    }

    [Fact]
    public Task A_component_on_which_another_dialog_ended_asks_again() =>
        new DialogRun("greeting", new Greeting(), new WaterfallDialog("aside", [Say.Then("an aside"), async (step, token) => await step.EndDialogAsync(null, token)])).Flow
            .Test("hi", "Name?")
            .Test("aside", "an aside")
            .Test("back", "Name?")
            .AssertReply("component reprompted")
            .StartTestAsync();

    [Fact]
    public async Task Changed_dialogs_inside_are_told_to_the_stack()
    {
        var run = new DialogRun("greeting", new Greeting());
        run.Adapter.EnableTrace = true;
        await run.Flow.Test("hi", "Name?").StartTestAsync();
        ((Greeting)run.Dialogs.Find("greeting")).AddDialog(new TextPrompt("another"));

        await new TestFlow(Task.CompletedTask, run.Flow)
            .Send("Ada")
            .AssertReply(reply => Assert.StartsWith("Unhandled dialog event: versionChanged.", ((Activity)reply).Name, StringComparison.Ordinal))
            .AssertReply("ended by EndCalled")
            .StartTestAsync();
    }

    [Fact]
    public Task RunAsync_begins_goes_on_and_begins_anew()
    {
        var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        var adapter = new TestAdapter();
        var dialog = new Greeting();
        DialogState? kept = null;
        return new TestFlow(adapter, async (turn, token) =>
            {
                await accessor.SetAsync(turn, kept ??= new DialogState(), token);
                await dialog.RunAsync(turn, accessor, token);
            })
            .Test("hi", "Name?")
            .Test("Ada", "ended by EndCalled")
            .Test("hi", "Name?")
            .StartTestAsync();
    }

    [Fact]
    public Task An_error_that_a_dialog_handles_does_not_end_the_turn()
    {
        var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        return new TestFlow(new TestAdapter(), (turn, token) => new Mending().RunAsync(turn, accessor, token))
            .Test("hi", "mended TimeoutException")
            .AssertReply("went on")
            .StartTestAsync();
    }

    [Fact]
    public async Task An_error_that_nobody_handles_reaches_the_adapter()
    {
        var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        var failing = new WaterfallDialog("w", [(_, _) => throw new TimeoutException()]);

        await Assert.ThrowsAsync<TimeoutException>(() => new TestFlow(new TestAdapter(), (turn, token) => failing.RunAsync(turn, accessor, token)).Send("hi").StartTestAsync());
    }

    [Fact]
    public async Task A_token_in_the_wrong_place_is_refused()
    {
        var dc = new DialogContext(new DialogSet(), Some.Turn(), new DialogState());

        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("x", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.ReplaceDialogAsync("x", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.CancelAllDialogsAsync(true, "event", CancellationToken.None));
        Assert.Equal("dialogId", (await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(""))).ParamName);
        Assert.Equal("dialogId", (await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("", new PromptOptions()))).ParamName);
        Assert.Equal("options", (await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("x", null))).ParamName);
    }

    [Fact]
    public async Task A_set_numbers_dialogs_of_the_same_id_and_knows_its_version()
    {
        var first = new WaterfallDialog("w");
        var second = new WaterfallDialog("w");
        var third = new WaterfallDialog("w");
        var set = new DialogSet().Add(first).Add(first).Add(second).Add(third);

        Assert.Equal(["w", "w2", "w3"], set.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(second, set.Find("w2"));
        Assert.Null(set.Find("nobody"));
        Assert.Equal(set.GetVersion(), set.GetVersion());
        Assert.NotEqual(set.GetVersion(), new DialogSet().GetVersion());
        Assert.Equal("dialogId", Assert.Throws<ArgumentNullException>(() => set.Find(" ")).ParamName);
        Assert.Equal("dialog", Assert.Throws<ArgumentNullException>(() => set.Add(null)).ParamName);
        Assert.Equal("dialogState", Assert.Throws<ArgumentNullException>(() => new DialogSet(null)).ParamName);
        await Assert.ThrowsAsync<InvalidOperationException>(() => set.CreateContextAsync(Some.Turn()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => set.CreateContextAsync(null));
    }

    [Fact]
    public void A_dialog_without_id_is_called_as_its_type()
    {
        Assert.Equal("Nameless", new Nameless().Id);
        Assert.Equal("Nameless", new Nameless().GetVersion());
    }

    [Fact]
    public void The_locale_is_the_turn_s_then_the_activity_s()
    {
        var activity = Some.Message();
        activity.Locale = "fr-FR";
        var turn = Some.Turn(activity);
        var dc = new DialogContext(new DialogSet(), turn, new DialogState());
        Assert.Equal("fr-FR", dc.GetLocale());

        turn.Locale = "de-DE";
        Assert.Equal("de-DE", dc.GetLocale());
    }

    private sealed class Nameless : Dialog
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => dc.EndDialogAsync(options, cancellationToken);
    }

    private sealed class Greeting : ComponentDialog
    {
        public Greeting()
            : base("greeting")
        {
            AddDialog(new WaterfallDialog("steps",
            [
                async (step, token) => await step.PromptAsync("name", Say.Asking("Name?"), token),
                async (step, token) => await step.EndDialogAsync("Hello " + step.Result, token),
            ]));
            AddDialog(new TextPrompt("name"));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "aside"
                ? await innerDc.Parent.BeginDialogAsync("aside", null, cancellationToken)
                : await base.OnContinueDialogAsync(innerDc, cancellationToken);

        protected override async Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
            await context.SendActivityAsync("ended by " + reason, cancellationToken: cancellationToken);

        protected override async Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
            await turnContext.SendActivityAsync("component reprompted", cancellationToken: cancellationToken);
    }

    private sealed class Guarding() : Dialog("guard")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => dc.BeginDialogAsync("top", null, cancellationToken);

        protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == "leave")
            {
                await dc.Context.SendActivityAsync("guard holds " + e.Name, cancellationToken: cancellationToken);
                return true;
            }

            return false;
        }
    }

    private sealed class Mending : ComponentDialog
    {
        public Mending()
            : base("mending")
        {
            AddDialog(new WaterfallDialog("steps", [(_, _) => throw new TimeoutException()]));
            AddDialog(new WaterfallDialog("after", [Say.Then("never"), Say.Then("went on")]));
        }

        public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.Error)
            {
                return await base.OnDialogEventAsync(dc, e, cancellationToken);
            }

            await dc.Context.SendActivityAsync("mended " + e.Value.GetType().Name, cancellationToken: cancellationToken);
            var inner = CreateChildContext(dc);
            inner.Stack[0] = new DialogInstance { Id = "after", State = new Dictionary<string, object> { ["stepIndex"] = 0, ["options"] = null!, ["values"] = new Dictionary<string, object>() } };
            return true;
        }
    }
}
