namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Leaves of a message what its writer meant for us. Teams puts the name of whoever is addressed into the text, and sends the
/// words a second time as HTML.
/// </summary>
internal static class SpokenText
{
    /// <summary>Takes the bot's own mention out of the text, leaves others' names, and drops the second copy of the words.</summary>
    public static void Clean(Activity activity)
    {
        foreach (var mention in activity.GetMentions())
        {
            var name = mention.Mentioned?.Name;
            var marked = !string.IsNullOrEmpty(mention.Text) ? mention.Text : string.IsNullOrEmpty(name) ? null : $"<at>{name}</at>";
            if (marked is not null)
                Replace(activity, marked, mention.Mentioned?.Id == activity.Recipient?.Id ? " " : name ?? " ");
        }

        if (activity.ChannelId != Channels.Msteams)
            return;
        Replace(activity, "&nbsp;", " ");
        if (activity.Attachments is { Count: > 0 } attachments)
            activity.Attachments = [.. attachments.Where(attachment => attachment.ContentType != "text/html")];
    }

    private static void Replace(Activity activity, string what, string with) =>
        activity.Text = activity.Text?.Replace(what, with, StringComparison.OrdinalIgnoreCase).Trim();
}
