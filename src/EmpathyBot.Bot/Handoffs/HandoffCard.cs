using System.Globalization;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// What agents see of a handoff in their channel: the head of its brief, masked, since more people read along there than
/// will ever hold the ticket.
/// </summary>
internal static class HandoffCard
{
    /// <summary>What a card says of a ticket; as long as it stays the same the card need not change.</summary>
    public static string StateOf(HandoffTicket ticket) => ticket switch
    {
        { IsOpen: false } => "over",
        { IsHeldByPerson: true } => $"held by {ticket.AgentName}",
        _ => "waiting",
    };

    public static Activity For(HandoffTicket ticket, Uri deskUrl)
    {
        var title = TitleOf(ticket);
        List<object> body =
        [
            Text(title, ("weight", "Bolder"), ("size", "Medium"), ("color", ticket is { IsOpen: true, IsHeldByPerson: false } ? "Attention" : "Default")),
        ];
        if (ticket.IsOpen)
        {
            body.Add(Text(PersonalMask.Mask(ticket.Brief.Headline.Text).Text));
            // Teams writes the time in each reader's own zone.
            var since = ticket.RequestedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            body.Add(Text($"{ticket.Id} · {ticket.Brief.Customer.Locale} · {{{{DATE({since}, SHORT)}}}} {{{{TIME({since})}}}}", ("isSubtle", true)));
        }

        var card = new Dictionary<string, object?>
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["type"] = "AdaptiveCard", ["version"] = "1.5",
            ["fallbackText"] = title, ["body"] = body,
        };
        if (ticket is { IsOpen: true, IsHeldByPerson: false })
        {
            card["actions"] = new List<object>
            {
                new Dictionary<string, object?>
                {
                    ["type"] = "Action.OpenUrl", ["title"] = "Open at the desk",
                    ["url"] = $"{deskUrl.AbsoluteUri}#/conversations/{Uri.EscapeDataString(ticket.ConversationId)}",
                },
            };
        }

        return new Activity
        {
            Type = ActivityTypes.Message, Summary = title, Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }],
        };
    }

    private static string TitleOf(HandoffTicket ticket) => ticket switch
    {
        { IsOpen: false } => $"{ticket.Id} is over",
        { IsHeldByPerson: true } => $"{ticket.AgentName} has taken {ticket.Id}",
        { Reason: HandoffReason.AtRisk } => "Someone who may be in danger waits for a person",
        _ => "A customer waits for a person",
    };

    private static Dictionary<string, object?> Text(string text, params (string Name, object Value)[] also)
    {
        var block = new Dictionary<string, object?> { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (name, value) in also)
            block[name] = value;
        return block;
    }
}
