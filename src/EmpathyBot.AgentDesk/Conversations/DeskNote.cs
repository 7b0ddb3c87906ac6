using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>A note among colleagues; the customer never sees it.</summary>
/// <param name="Id">Unique.</param>
/// <param name="AgentId">Who wrote it.</param>
/// <param name="Name">Their name.</param>
/// <param name="Text">The note.</param>
/// <param name="At">When.</param>
/// <param name="ForHolder">True when a supervisor says it to whoever holds the conversation.</param>
internal sealed record DeskNote(string Id, string AgentId, string Name, string Text, DateTimeOffset At, bool ForHolder)
{
    public static IReadOnlyList<DeskNote> Of(IReadOnlyList<ConversationEvent> events) =>
    [
        .. events.OfType<NoteWritten>().Select(note => new DeskNote(note.TurnId, note.AgentId, note.AgentName, note.Text, note.At, note.ForHolder)),
    ];
}
