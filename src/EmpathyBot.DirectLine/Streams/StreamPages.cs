using EmpathyBot.DirectLine.Attachments;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>Reads what comes next on a conversation's stream, in pages of bounded size.</summary>
internal sealed class StreamPages(IConversationStore conversations, AttachmentLinks links)
{
    private const int MaxActivities = 50;

    /// <summary>A page ends after the activity that reaches this, so that a long history does not become one huge frame.</summary>
    private const int PageChars = 128 * 1024;

    /// <summary>The next page after a watermark; empty, with the same watermark, when there is nothing new.</summary>
    public async Task<StreamPage> ReadAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        var stored = await conversations.ReadStreamAsync(conversationId, after, MaxActivities, cancellationToken);
        var activities = new List<string>(stored.Count);
        var chars = 0;
        foreach (var activity in stored)
        {
            if (chars >= PageChars)
            {
                break;
            }

            activities.Add(await links.RenewAsync(conversationId, activity.Json, cancellationToken));
            chars += activity.Json.Length;
            after = activity.Sequence;
        }

        return new StreamPage(activities, after, HasMore: stored.Count == MaxActivities || activities.Count < stored.Count);
    }
}
