namespace StandIn.Tests.Dialogs;

/// <summary>A bot that is one set of dialogs: it goes on with the active one, or begins the first.</summary>
internal sealed class DialogRun
{
    private readonly IStatePropertyAccessor<DialogState> _accessor;

    public DialogRun(string first, params Dialog[] dialogs)
        : this(first, Connector(), dialogs)
    {
    }

    public DialogRun(string first, TestAdapter adapter, params Dialog[] dialogs)
    {
        var state = new ConversationState(Storage);
        _accessor = state.CreateProperty<DialogState>("dialogs");
        Dialogs = new DialogSet(_accessor);
        foreach (var dialog in dialogs)
        {
            Dialogs.Add(dialog);
        }

        Adapter = adapter;
        adapter.Use(new AutoSaveStateMiddleware(state));
        Flow = new TestFlow(adapter, async (turn, token) =>
        {
            var dc = await Dialogs.CreateContextAsync(turn, token);
            Last = await dc.ContinueDialogAsync(token);
            if (Last.Status == DialogTurnStatus.Empty)
            {
                Last = await dc.BeginDialogAsync(first, Options, token);
            }

            if (Last.Status == DialogTurnStatus.Complete)
            {
                await turn.SendActivityAsync($"done: {(Last.Result as FoundChoice)?.Value ?? Last.Result}", cancellationToken: token);
            }
        });
    }

    public MemoryStorage Storage { get; } = new();

    public DialogSet Dialogs { get; }

    public TestAdapter Adapter { get; }

    public TestFlow Flow { get; }

    public object? Options { get; set; }

    public DialogTurnResult? Last { get; private set; }

    public Task<DialogState> StateAsync(ITurnContext turn) => _accessor.GetAsync(turn, () => new DialogState());

    private static TestAdapter Connector() => new(TestAdapter.CreateConversation("dialogs"));
}

/// <summary>Dialogs of one line.</summary>
internal static class Say
{
    public static WaterfallStep Then(string text) => async (step, token) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: token);
        return Dialog.EndOfTurn;
    };

    public static PromptOptions Asking(string text, string? again = null) => new()
    {
        Prompt = MessageFactory.Text(text),
        RetryPrompt = again == null ? null : MessageFactory.Text(again),
    };
}
