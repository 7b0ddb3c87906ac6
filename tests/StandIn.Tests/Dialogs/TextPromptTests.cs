using System.Text.Json;

namespace StandIn.Tests.Dialogs;

public class TextPromptTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_prompt_needs_an_id(string? id) => Assert.Equal("dialogId", Assert.Throws<ArgumentNullException>(() => new TextPrompt(id)).ParamName);

    [Fact]
    public async Task A_prompt_needs_prompt_options()
    {
        var run = new DialogRun("ask", new TextPrompt("ask"));

        Assert.Equal("options", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => run.Flow.Send("a").StartTestAsync())).ParamName);
    }

    [Fact]
    public Task An_answer_that_does_not_count_is_asked_again_with_the_retry_prompt() =>
        Asking(async (context, _) =>
            {
                await Task.Yield();
                return context.Recognized.Value.Length > 3;
            }).Flow
            .Test("hi", "Name?")
            .Test("Al", "Longer, please.")
            .Test("Bo", "Longer, please.")
            .Test("Charlotte", "done: Charlotte")
            .StartTestAsync();

    [Fact]
    public Task Without_a_retry_prompt_the_prompt_is_repeated()
    {
        var run = new DialogRun("ask", new TextPrompt("ask", (context, _) => Task.FromResult(context.Recognized.Value == "yes"))) { Options = Say.Asking("Sure?") };

        return run.Flow.Test("hi", "Sure?").Test("no", "Sure?").Test("yes", "done: yes").StartTestAsync();
    }

    [Fact]
    public Task A_validator_that_answers_itself_is_not_spoken_over() =>
        Asking(async (context, token) =>
            {
                if (context.Recognized.Value.Length > 3)
                {
                    return true;
                }

                await context.Context.SendActivityAsync("That is short.", cancellationToken: token);
                return false;
            }).Flow
            .Test("hi", "Name?")
            .Test("Al", "That is short.")
            .Test("Charlotte", "done: Charlotte")
            .StartTestAsync();

    [Fact]
    public Task Attempts_are_counted_across_turns() =>
        Asking(async (context, token) =>
            {
                await context.Context.SendActivityAsync($"attempt {context.AttemptCount}", cancellationToken: token);
                return context.AttemptCount == 3;
            }).Flow
            .Test("hi", "Name?")
            .Test("a", "attempt 1")
            .Test("b", "attempt 2")
            .Test("c", "attempt 3")
            .AssertReply("done: c")
            .StartTestAsync();

    [Fact]
    public Task A_validator_may_change_what_was_recognised() =>
        Asking((context, _) =>
            {
                context.Recognized.Value = context.Recognized.Value.ToUpperInvariant();
                return Task.FromResult(true);
            }).Flow
            .Test("hi", "Name?")
            .Test("ada", "done: ADA")
            .StartTestAsync();

    [Fact]
    public Task What_is_no_message_is_waited_past() =>
        Asking(null).Flow
            .Test("hi", "Name?")
            .Send(new Activity(ActivityTypes.Typing))
            .Test("Ada", "done: Ada")
            .StartTestAsync();

    [Fact]
    public Task A_message_without_text_is_asked_again() =>
        Asking(null).Flow
            .Test("hi", "Name?")
            .Send(new Activity(ActivityTypes.Message) { Value = new { x = 1 } })
            .AssertReply("Longer, please.")
            .StartTestAsync();

    [Fact]
    public async Task A_prompt_expects_input_and_keeps_the_keys_of_the_sdk()
    {
        var run = new DialogRun("ask", new TextPrompt("ask")) { Options = new PromptOptions { Prompt = new Activity(ActivityTypes.Message, text: "Name?") } };
        await run.Flow.Send("hi").AssertReply(reply => Assert.Equal(InputHints.ExpectingInput, ((Activity)reply).InputHint)).StartTestAsync();

        var stored = (IDictionary<string, object>)(await run.Storage.ReadAsync(["test/conversations/dialogs"], default)).Values.Single();
        var instance = Assert.Single(Assert.IsType<DialogState>(stored["dialogs"]).DialogStack);
        Assert.Equal(["options", "state"], instance.State.Keys.Order());
        Assert.Equal("Name?", Assert.IsType<PromptOptions>(instance.State["options"]).Prompt.Text);
        Assert.Equal(0L, Assert.IsType<Dictionary<string, object>>(instance.State["state"])["AttemptCount"]);
    }

    [Fact]
    public Task The_stack_goes_on_after_a_round_trip_through_json()
    {
        var steps = new WaterfallDialog("w",
        [
            async (step, token) => await step.PromptAsync("ask", Say.Asking("Name?", "Again?"), token),
            async (step, token) => await step.EndDialogAsync(step.Result, token),
        ]);
        var run = new DialogRun("w", new TestAdapter().Use(new RoundTripping()), steps, new TextPrompt("ask", (context, _) => Task.FromResult(context.AttemptCount == 2)));

        return run.Flow.Test("hi", "Name?").Test("a", "Again?").Test("b", "done: b").StartTestAsync();
    }

    [Fact]
    public Task Reprompting_asks_again_without_counting_it_as_a_retry()
    {
        var run = Asking(null);
        return new TestFlow(run.Adapter, async (turn, token) =>
            {
                var dc = await run.Dialogs.CreateContextAsync(turn, token);
                if (dc.ActiveDialog == null)
                {
                    await dc.BeginDialogAsync("ask", run.Options, token);
                }
                else
                {
                    await dc.RepromptDialogAsync(token);
                }
            })
            .Test("hi", "Name?")
            .Test("again", "Name?")
            .StartTestAsync();
    }

    private static DialogRun Asking(PromptValidator<string>? validator) => new("ask", new TextPrompt("ask", validator)) { Options = Say.Asking("Name?", "Longer, please.") };

    /// <summary>Does to the dialog state what an application's storage does: plain JSON and back, with the types that it knows.</summary>
    private sealed class RoundTripping : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            await next(cancellationToken);
            var cached = turnContext.TurnState.Values.OfType<BotState.CachedBotState>().Single();
            var state = BotJson.Deserialize<DialogState>(BotJson.Serialize(cached.State["dialogs"]));
            foreach (var instance in state.DialogStack)
            {
                foreach (var (key, value) in instance.State.Where(pair => pair.Value is JsonElement).ToList())
                {
                    instance.State[key] = key == "options" ? BotJson.Convert<PromptOptions>(value) : BotJson.Convert<Dictionary<string, object>>(value);
                }
            }

            cached.State["dialogs"] = state;
        }
    }
}
