using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>Reads where a procedure stands. That lives in the dialog stack and nowhere else.</summary>
internal static class DialogStack
{
    /// <summary>The question a procedure waits on, or null when none waits.</summary>
    public static AskStep? WaitingStep(TurnUnitOfWork work)
    {
        if (work.Dialogs.Length == 0 || work.Conversation.Episode.Procedure is not { } procedureId)
            return null;
        var state = DialogJson.Read(work.Dialogs);
        if (state.TryGetValue(ProcedureRunner.StateProperty, out var stored) && stored is DialogState stack
            && StepIdOf(stack) is { } stepId
            && work.Content.FindProcedure(procedureId, work.Locale) is { } procedure)
        {
            return procedure.Steps.OfType<AskStep>().FirstOrDefault(step => step.Id == stepId);
        }

        return null;
    }

    // The prompt on top of the innermost stack carries the id of the step that asked.
    private static string? StepIdOf(DialogState stack)
    {
        if (stack.DialogStack.FirstOrDefault() is not { } top)
            return null;
        if (top.State.TryGetValue("dialogs", out var inner) && inner is DialogState innerStack)
            return StepIdOf(innerStack);
        return top.State.TryGetValue("options", out var options) ? (options as PromptOptions)?.Validations as string : null;
    }
}
