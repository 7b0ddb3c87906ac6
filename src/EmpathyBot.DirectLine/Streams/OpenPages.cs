using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>Counts the open streams of each conversation: with the first the customer is there, with the last they have left.</summary>
internal sealed class OpenPages(ICustomerPresence presence)
{
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    public Task OpenedAsync(string conversationId, CancellationToken cancellationToken)
    {
        lock (open)
        {
            open[conversationId] = open.GetValueOrDefault(conversationId) + 1;
            if (open[conversationId] > 1)
                return Task.CompletedTask;
        }

        return presence.ArrivedAsync(conversationId, cancellationToken);
    }

    public Task ClosedAsync(string conversationId)
    {
        lock (open)
        {
            if (--open[conversationId] > 0)
                return Task.CompletedTask;
            open.Remove(conversationId);
        }

        // The page is gone, and so is its request; what it leaves behind is noted all the same.
        return presence.LeftAsync(conversationId, CancellationToken.None);
    }
}
