namespace StandIn.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the whole of a bot.</summary>
public static class DialogExtensions
{
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor).Add(dialog);
        var context = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);

        foreach (var (key, service) in turnContext.TurnState)
        {
            context.Services[key] = service;
        }

        while (true)
        {
            try
            {
                var result = await context.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
                if (result.Status == DialogTurnStatus.Empty)
                {
                    await context.BeginDialogAsync(dialog.Id, null, cancellationToken).ConfigureAwait(false);
                }

                return;
            }
            catch (Exception error)
            {
                // A dialog that handles the error has put the stack in order, and the turn goes on from there.
                if (!await context.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }
}
