namespace StandIn.Tests.Dialogs;

public class WaterfallTests
{
    [Fact]
    public Task Each_message_runs_the_next_step() =>
        new DialogRun("w", new WaterfallDialog("w", [Say.Then("one"), Say.Then("two"), Say.Then("three")])).Flow
            .Test("a", "one")
            .Test("b", "two")
            .Test("c", "three")
            .Test("d", "done: d")
            .Test("e", "one")
            .StartTestAsync();

    [Fact]
    public Task Values_live_across_turns_and_results_reach_the_next_step() =>
        new DialogRun(
            "w",
            new TextPrompt("ask"),
            new WaterfallDialog("w",
            [
                async (step, token) =>
                {
                    step.Values["greeting"] = "Hello";
                    return await step.PromptAsync("ask", Say.Asking("Who are you?"), token);
                },
                async (step, token) => await step.EndDialogAsync($"{step.Values["greeting"]} {step.Result} after {step.Index} by {step.Reason}", token),
            ])).Flow
            .Test("hi", "Who are you?")
            .Test("Ada", "done: Hello Ada after 1 by EndCalled")
            .StartTestAsync();

    [Fact]
    public async Task Options_are_given_to_every_step()
    {
        var run = new DialogRun("w", new WaterfallDialog("w", [Say.Then("one"), async (step, token) => await step.EndDialogAsync(((Options)step.Options).Name, token)]))
        {
            Options = new Options { Name = "kept" },
        };

        await run.Flow.Test("a", "one").Test("b", "done: kept").StartTestAsync();
    }

    [Fact]
    public Task A_step_may_go_on_at_once_but_only_once() =>
        new DialogRun("w", new WaterfallDialog("w",
        [
            async (step, token) => await step.NextAsync("passed", token),
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"{step.Result} by {step.Reason}", cancellationToken: token);
                await step.NextAsync(cancellationToken: token);
                var again = await Assert.ThrowsAsync<Exception>(() => step.NextAsync(cancellationToken: token));
                Assert.Equal("WaterfallStepContext.NextAsync(): method already called for dialog and step 'w[1]'.", again.Message);
                return Dialog.EndOfTurn;
            },
            Say.Then("third"),
        ])).Flow
            .Test("a", "passed by NextCalled")
            .AssertReply("third")
            .StartTestAsync();

    [Fact]
    public Task What_is_no_message_does_not_go_on() =>
        new DialogRun("w", new WaterfallDialog("w", [Say.Then("one"), Say.Then("two")])).Flow
            .Test("a", "one")
            .Send(new Activity(ActivityTypes.Event) { Name = "tick" })
            .Test("b", "two")
            .StartTestAsync();

    [Fact]
    public Task Waterfalls_may_call_waterfalls() =>
        new DialogRun(
            "outer",
            new WaterfallDialog("outer",
            [
                async (step, token) => await step.BeginDialogAsync("inner", null, token),
                async (step, token) => await step.EndDialogAsync($"inner said {step.Result}", token),
            ]),
            new WaterfallDialog("inner", [Say.Then("one"), async (step, token) => await step.EndDialogAsync(step.Result, token)])).Flow
            .Test("a", "one")
            .Test("b", "done: inner said b")
            .StartTestAsync();

    [Fact]
    public Task A_replaced_dialog_is_told_so_and_gone() =>
        new DialogRun(
            "w",
            new WaterfallDialog("w",
            [
                async (step, token) => await step.BeginDialogAsync("old", null, token),
                async (step, token) => await step.EndDialogAsync(step.Result, token),
            ]),
            new Ending("old", [Say.Then("old"), async (step, token) => await step.ReplaceDialogAsync("new", null, token)]),
            new WaterfallDialog("new", [Say.Then("new"), async (step, token) => await step.EndDialogAsync("result", token)])).Flow
            .Test("a", "old")
            .Test("b", "old ended by ReplaceCalled")
            .AssertReply("new")
            .Test("c", "done: result")
            .StartTestAsync();

    [Fact]
    public async Task The_state_has_the_keys_of_the_sdk()
    {
        var run = new DialogRun("w", new WaterfallDialog("w", [Say.Then("one"), Say.Then("two")]));
        await run.Flow.Test("a", "one").StartTestAsync();

        var stored = (IDictionary<string, object>)(await run.Storage.ReadAsync(["test/conversations/dialogs"], default)).Values.Single();
        var instance = Assert.Single(Assert.IsType<DialogState>(stored["dialogs"]).DialogStack);
        Assert.Equal("w", instance.Id);
        Assert.Equal(["instanceId", "options", "stepIndex", "values"], instance.State.Keys.Order());
        Assert.Equal(0L, instance.State["stepIndex"]);
        Assert.True(Guid.TryParse((string)instance.State["instanceId"], out _));
        Assert.IsType<Dictionary<string, object>>(instance.State["values"]);
    }

    [Fact]
    public void Steps_count_in_the_version()
    {
        Assert.Equal("w:1", new WaterfallDialog("w", [Say.Then("one")]).GetVersion());
        Assert.Equal("w:2", new WaterfallDialog("w").AddStep(Say.Then("one")).AddStep(Say.Then("two")).GetVersion());
        Assert.Equal("step", Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null)).ParamName);
    }

    private sealed class Ending(string id, IEnumerable<WaterfallStep> steps) : WaterfallDialog(id, steps)
    {
        public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
            await turnContext.SendActivityAsync($"{Id} ended by {reason}", cancellationToken: cancellationToken);
    }

    private sealed class Options
    {
        public string? Name { get; set; }
    }
}
