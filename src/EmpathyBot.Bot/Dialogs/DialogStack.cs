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
        return DialogJson.Read(work.Dialogs, DialogJson.ReadWaitingStep) is { } stepId
            ? work.Content.FindProcedure(procedureId, work.Locale)?.Steps.OfType<AskStep>().FirstOrDefault(step => step.Id == stepId)
            : null;
    }
}
