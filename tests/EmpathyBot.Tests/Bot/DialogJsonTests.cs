using EmpathyBot.Bot.Dialogs;

namespace EmpathyBot.Tests.Bot;

public sealed class DialogJsonTests
{
    [Fact]
    public void A_dialog_stack_in_mid_prompt_survives()
    {
        var prompt = new PromptOptions
        {
            Prompt = MessageFactory.Text("Which order?"),
            RetryPrompt = MessageFactory.Text("Five digits, please."),
            Choices = [new Choice("one") { Synonyms = ["first"] }],
            Style = ListStyle.Inline,
            Validations = "ask-number",
        };
        var state = new Dictionary<string, object>
        {
            ["DialogState"] = new DialogState([
                new DialogInstance
                {
                    Id = "order-status",
                    State = new Dictionary<string, object>
                    {
                        ["dialogs"] = new DialogState([new DialogInstance
                        {
                            Id = "ask",
                            State = new Dictionary<string, object> { ["options"] = prompt, ["state"] = new Dictionary<string, object> { ["AttemptCount"] = 2 } },
                        }]),
                        ["values"] = new Dictionary<string, object> { ["order"] = new Dictionary<string, object?> { ["late"] = true, ["total"] = 12.5, ["nothing"] = null } },
                        ["stepIndex"] = 3,
                    },
                }]),
        };

        var json = DialogJson.Write(state);
        var again = DialogJson.Read(json);

        Assert.Equal(json, DialogJson.Write(again));
        var top = ((DialogState)again["DialogState"]).DialogStack[0];
        Assert.Equal(3, top.State["stepIndex"]);
        var inner = ((DialogState)top.State["dialogs"]).DialogStack[0];
        Assert.Equal("ask-number", ((PromptOptions)inner.State["options"]).Validations);
        Assert.DoesNotContain("Microsoft", json);
        Assert.DoesNotContain("StandIn", json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"DialogState\":{\"$\":\"rocket\"}}")]
    [InlineData("{\"DialogState\":{\"$\":\"dialogs\"}}")]
    public void A_damaged_stack_is_said_to_be_one(string json) => Assert.Throws<FormatException>(() => DialogJson.Read(json));

    [Fact]
    public void A_kind_that_cannot_be_kept_is_refused_when_written() =>
        Assert.Throws<NotSupportedException>(() => DialogJson.Write(new Dictionary<string, object> { ["stream"] = new MemoryStream() }));
}
