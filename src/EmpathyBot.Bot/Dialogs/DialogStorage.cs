using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>
/// The SDK's storage for one turn: what is written stays in the unit of work and reaches the store with the turn's
/// commit, so that the dialog stack and everything else of a turn stand or fall together.
/// </summary>
internal sealed class DialogStorage(TurnUnitOfWork work) : IStorage
{
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        if (work.Dialogs.Length > 0)
        {
            foreach (var key in keys)
                found[key] = DialogJson.Read(work.Dialogs);
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var change in changes.Values)
            work.Dialogs = DialogJson.Write((IDictionary<string, object>)change);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        work.Dialogs = "";
        return Task.CompletedTask;
    }
}
