using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>Starts and continues procedures with the SDK's dialogs, inside the turn's unit of work.</summary>
internal sealed class ProcedureRunner(IBackOffice backOffice)
{
    /// <summary>The property of conversation state that holds the dialog stack.</summary>
    internal const string StateProperty = "DialogState";

    public async Task StartAsync(
        StartProcedure step, Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var procedure = Find(step.ProcedureId, work);
        if (work.Conversation.Episode.Procedure is { } running)
        {
            var left = Leave(work);
            if (running != step.ProcedureId)
                reply.Say(work.Message(ContentMessages.ProcedureInterrupted, new Dictionary<string, object?> { ["title"] = left }));
        }

        if (step.AboutAnother)
            ForgetOrder(procedure, work);
        work.Happened(new ProcedureStarted(work.TurnId, work.At, procedure.Id, procedure.Title));
        await RunAsync(procedure, turn, reply, outer, work, begin: true, cancellationToken);
    }

    public async Task ContinueAsync(Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var procedure = Find(work.Conversation.Episode.Procedure!, work);
        await RunAsync(procedure, turn, reply, outer, work, begin: false, cancellationToken);
    }

    /// <summary>After something else was answered, asks again what the procedure waits for.</summary>
    public async Task RemindAsync(ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        if (work.Dialogs.Length == 0 || work.Conversation.Episode.Procedure is not { } procedureId)
            return;
        using var inner = new TurnContext(new ProcedureAdapter(outer, reply, work.Conversation.Id), ForDialogs(outer.Activity, ""));
        var (context, _) = await OpenAsync(Find(procedureId, work), "", inner, work, cancellationToken);
        await context.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>Leaves the procedure that is running; what it collected stays known.</summary>
    /// <returns>The title of what was left, or null when nothing was running.</returns>
    public static string? Leave(TurnUnitOfWork work)
    {
        if (work.Conversation.Episode.Procedure is not { } procedureId)
            return null;
        var title = work.Content.FindProcedure(procedureId, work.Locale)?.Title ?? procedureId;
        work.Dialogs = "";
        work.Happened(new ProcedureEnded(work.TurnId, work.At, procedureId, title, ProcedureOutcome.Left));
        return title;
    }

    /// <summary>The order number known is of another order than the one meant now.</summary>
    private static void ForgetOrder(Procedure procedure, TurnUnitOfWork work)
    {
        foreach (var ask in procedure.Steps.OfType<AskStep>().Where(ask => ask.Kind == AskKind.OrderNumber).DistinctBy(ask => ask.SaveAs))
            work.Happened(new FactForgotten(work.TurnId, work.At, ask.SaveAs));
    }

    private async Task RunAsync(
        Procedure procedure, Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, bool begin, CancellationToken cancellationToken)
    {
        using var inner = new TurnContext(new ProcedureAdapter(outer, reply, work.Conversation.Id), ForDialogs(outer.Activity, turn.Text));
        var (context, conversationState) = await OpenAsync(procedure, turn.Text, inner, work, cancellationToken);

        // The author changed the steps while this customer stood between them: begin again, with all that is known.
        if (!begin && !ProcedureDialog.StandsIn(context, procedure))
        {
            await context.CancelAllDialogsAsync(cancellationToken);
            begin = true;
        }

        var result = begin
            ? await context.BeginDialogAsync(procedure.Id, ProcedureDialog.Options(procedure), cancellationToken)
            : await context.ContinueDialogAsync(cancellationToken);

        if (result.Status == DialogTurnStatus.Waiting)
        {
            await conversationState.SaveChangesAsync(inner, force: true, cancellationToken);
            return;
        }

        work.Dialogs = "";
        var outcome = result.Result is ProcedureOutcome ended ? ended : ProcedureOutcome.Solved;
        work.Happened(new ProcedureEnded(work.TurnId, work.At, procedure.Id, procedure.Title, outcome));
    }

    private async Task<(DialogContext Context, ConversationState State)> OpenAsync(
        Procedure procedure, string text, TurnContext inner, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var conversationState = new ConversationState(new DialogStorage(work));
        var dialogs = new DialogSet(conversationState.CreateProperty<DialogState>(StateProperty));
        dialogs.Add(new ProcedureDialog(procedure, text, backOffice, work));
        return (await dialogs.CreateContextAsync(inner, cancellationToken), conversationState);
    }

    // Dialogs see a plain message: the delivery mode of the channel is the outer turn's business.
    private static Activity ForDialogs(Activity inbound, string text) => new()
    {
        Type = ActivityTypes.Message,
        Id = inbound.Id,
        ChannelId = inbound.ChannelId,
        ServiceUrl = inbound.ServiceUrl,
        Conversation = inbound.Conversation,
        From = inbound.From,
        Recipient = inbound.Recipient,
        Locale = inbound.Locale,
        Timestamp = inbound.Timestamp,
        Text = text,
    };

    private static Procedure Find(string procedureId, TurnUnitOfWork work) => work.Content.FindProcedure(procedureId, work.Locale)
        ?? throw new InvalidOperationException($"Procedure \"{procedureId}\" is running or was chosen, and the content does not hold it.");
}
