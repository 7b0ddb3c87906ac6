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
        string procedureId, Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var procedure = Find(procedureId, work);
        if (work.Conversation.Episode.Procedure is not null)
            Leave(work);
        work.Happened(new ProcedureStarted(work.TurnId, work.At, procedure.Id, procedure.Title));
        await RunAsync(procedure, turn, reply, outer, work, begin: true, cancellationToken);
    }

    public async Task ContinueAsync(Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var procedure = Find(work.Conversation.Episode.Procedure!, work);
        await RunAsync(procedure, turn, reply, outer, work, begin: false, cancellationToken);
    }

    /// <summary>Leaves the procedure that is running; what it collected stays known.</summary>
    public static void Leave(TurnUnitOfWork work)
    {
        if (work.Conversation.Episode.Procedure is not { } procedureId)
            return;
        var title = work.Content.FindProcedure(procedureId, work.Locale)?.Title ?? procedureId;
        work.Dialogs = "";
        work.Happened(new ProcedureEnded(work.TurnId, work.At, procedureId, title, ProcedureOutcome.Left));
    }

    private async Task RunAsync(
        Procedure procedure, Turn turn, ReplyDraft reply, ITurnContext outer, TurnUnitOfWork work, bool begin, CancellationToken cancellationToken)
    {
        var conversationState = new ConversationState(new DialogStorage(work));
        var dialogs = new DialogSet(conversationState.CreateProperty<DialogState>(StateProperty));
        dialogs.Add(new ProcedureDialog(procedure, turn.Text, backOffice, work));

        using var inner = new TurnContext(new ProcedureAdapter(outer, reply, work.Conversation.Id), ForDialogs(outer.Activity, turn.Text));
        var context = await dialogs.CreateContextAsync(inner, cancellationToken);

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
