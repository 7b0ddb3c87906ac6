using System.Text.Json.Nodes;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>Sends one client its conversation: what it missed, then what comes.</summary>
internal sealed class ConversationStream(
    StreamPages pages, StreamLine line, StreamMailbox mailbox, string conversationId, string userId, long after)
{
    private long _after = after;

    /// <summary>Sends until the mailbox is ended.</summary>
    /// <param name="cancellationToken">Breaks off what is being sent.</param>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await mailbox.WaitAsync();
            if (mailbox.IsEnded)
            {
                return;
            }

            if (mailbox.TakeHint())
            {
                await CatchUpAsync(cancellationToken);
            }
            else if (mailbox.TakePassing() is { } passing)
            {
                await ShowAsync(passing, cancellationToken);
            }
            else if (mailbox.TakePing())
            {
                await line.SendAsync("", cancellationToken);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        StreamPage page;
        do
        {
            page = await pages.ReadAsync(conversationId, _after, cancellationToken);
            if (page.Activities.Count > 0)
            {
                await line.SendAsync(page.ToJson(), cancellationToken);
                _after = page.Watermark;
            }
        }
        while (page.HasMore);
    }

    /// <summary>Nobody is shown their own typing, in no tab.</summary>
    private async Task ShowAsync(string passing, CancellationToken cancellationToken)
    {
        if (WireText.Of(WireText.Field(WireText.Field(JsonNode.Parse(passing), "from"), "id")) != userId)
        {
            await line.SendAsync(new StreamPage([passing], _after).ToJson(), cancellationToken);
        }
    }
}
