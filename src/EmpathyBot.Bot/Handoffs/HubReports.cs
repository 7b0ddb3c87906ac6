using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Does what another engagement hub reports: each report is one conditional commit, so the same report twice changes nothing
/// the second time, and a report that comes too late changes nothing at all.
/// </summary>
internal sealed class HubReports(
    IConversationStore conversations, ITicketStore tickets, DeskOutlook outlook, IContentSource content, IConversationFeed feed, TimeProvider time,
    ILogger<HubReports> logger)
{
    /// <summary>The id of whoever works at the hub; nobody at the desk has it.</summary>
    public const string AgentId = "hub";

    public const string Unchanged = "unchanged";

    private const string Unnamed = "Agent";
    private const int LongestText = 4000;
    private const int Tries = 8;

    /// <summary>Hears a report, and says in a word what became of it.</summary>
    public async Task<string> HearAsync(HubActivity activity, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Tries; tries++)
        {
            if (await tickets.FindOpenAsync(activity.ConversationId, cancellationToken) is not { AtHub: true } ticket
                || await conversations.FindAsync(ticket.ConversationId, cancellationToken) is not { } stored)
                return Unchanged;
            if (activity.Report == HubReport.Typing)
                return ShowTyping(ticket, stored, activity);
            if (await DecideAsync(activity, ticket, stored, cancellationToken) is not { } commit)
                return Unchanged;
            if (await conversations.CommitAsync(commit, CancellationToken.None))
            {
                HubReportsLog.Heard(logger, ticket.Id, activity.Report);
                return commit.Ticket?.State.ToCode() ?? "said";
            }
        }

        return "busy";
    }

    /// <summary>The hub cannot be reached or refuses: the ticket is our own desk's again, and the customer is told so.</summary>
    public Task FailAsync(string conversationId, CancellationToken cancellationToken) =>
        HearAsync(new HubActivity(HubReport.Failed, conversationId, null, null, null), cancellationToken);

    private async Task<TurnCommit?> DecideAsync(HubActivity activity, HandoffTicket ticket, StoredConversation stored, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var agent = new Agent(AgentId, activity.AgentName ?? ticket.AgentName ?? Unnamed);
        switch (activity.Report)
        {
            case HubReport.Accepted when Moved(ticket, new HandoffMove.AcceptAtHub(agent), now) is { } taken:
                var named = taken with { AgentName = activity.AgentName };
                var accepted = await ToldAsync(ContentMessages.HandoffAccepted, ticket, named, stored, cancellationToken);
                return activity.Text is null ? accepted : Say(accepted, activity, agent, stored, now);
            case HubReport.Completed:
                // A hub that reports no more than the end has had it all the same.
                var held = ticket.State == HandoffState.Accepted ? ticket : Moved(ticket, new HandoffMove.AcceptAtHub(agent), now)!;
                return Moved(held, new HandoffMove.Return(agent, Bounded(activity.Text)), now) is { } over
                    ? await ToldAsync(ContentMessages.HandoffReturned, ticket, over with { AtHub = false, Version = ticket.Version + 1 }, stored, cancellationToken)
                    : null;
            case HubReport.Failed when Moved(ticket, new HandoffMove.LeaveHub(), now) is { } left:
                return await LeftAsync(activity, ticket, left, stored, now, cancellationToken);
            case HubReport.Message when ticket.State == HandoffState.Accepted:
                var id = IdOf(activity);
                var events = await conversations.ReadEventsAsync(stored.Id, cancellationToken);
                return events.OfType<AgentSaid>().Any(said => said.TurnId == id)
                    ? null
                    : Say(new TurnCommit { ConversationId = stored.Id, Version = stored.Version, State = stored.State }, activity, agent, stored, now, id);
            default:
                return null;
        }
    }

    private static HandoffTicket? Moved(HandoffTicket ticket, HandoffMove move, DateTimeOffset now) =>
        (HandoffStateMachine.Apply(ticket, move, now) as TicketMoved)?.Ticket;

    private async Task<TurnCommit> ToldAsync(
        string? key, HandoffTicket before, HandoffTicket ticket, StoredConversation stored, CancellationToken cancellationToken) =>
        HandoffNotice.Of(key, key == ContentMessages.HandoffHubFailed, before, ticket, stored, await outlook.ReadAsync(cancellationToken), content.Current);

    private async Task<TurnCommit> LeftAsync(
        HubActivity activity, HandoffTicket before, HandoffTicket left, StoredConversation stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Who is called back does not sit and wait: where the ticket stands is no news to them.
        var key = left.Callback is null ? ContentMessages.HandoffHubFailed : null;
        var isOffered = key is not null && outlook.Times.PromiseAt(now) is not null;
        var told = await ToldAsync(
            key, before, left with { Wait = left.Wait! with { CallbackOffered = left.Wait.CallbackOffered || isOffered } }, stored, cancellationToken);
        if (activity.Text is null)
            return told;
        ConversationEvent why = new NoteWritten(WireActivity.NewId(stored.Id), now, AgentId, activity.AgentName ?? Unnamed, Bounded(activity.Text)!, ForHolder: false);
        return told with { Events = [.. told.Events, why], State = told.State.Apply(why) };
    }

    private static TurnCommit Say(TurnCommit commit, HubActivity activity, Agent agent, StoredConversation stored, DateTimeOffset now, string? id = null)
    {
        var (saidId, text) = (id ?? IdOf(activity), activity.Text!.Length <= LongestText ? activity.Text : activity.Text[..LongestText]);
        ConversationEvent said = new AgentSaid(saidId, now, agent.Id, agent.Name, text);
        var shown = WireActivity.AgentMessage(stored.Id, saidId, agent.Name, text, now);
        shown["channelId"] = stored.Channel;
        // A channel that is called shows every word as the bot's own: who speaks must stand in it.
        if (stored.Channel != TurnUnitOfWork.WebsiteChannel)
            shown["text"] = $"{agent.Name}: {text}";
        return commit with
        {
            State = commit.State.Apply(said),
            Events = [.. commit.Events, said],
            Activities = [.. commit.Activities, new OutgoingActivity(saidId, shown.ToJsonString(), stored.IsCalled)],
        };
    }

    private string ShowTyping(HandoffTicket ticket, StoredConversation stored, HubActivity activity)
    {
        if (ticket.State != HandoffState.Accepted || stored.Channel != TurnUnitOfWork.WebsiteChannel || stored.IsCalled)
            return Unchanged;
        var agent = activity.AgentName ?? ticket.AgentName ?? Unnamed;
        feed.ShowPassing(stored.Id, WireActivity.AgentTyping(stored.Id, agent, time.GetUtcNow()).ToJsonString());
        return "typing";
    }

    /// <summary>The same activity gives the same id, so that it is said once; without an id every one is new.</summary>
    private static string IdOf(HubActivity activity)
    {
        if (activity.Id is null)
            return WireActivity.NewId(activity.ConversationId);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ConversationId}\n{AgentId}\n{activity.Id}"));
        return $"{activity.ConversationId}|{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }

    private static string? Bounded(string? text) => text is null ? null : SecretMask.Mask(text.Length <= LongestText ? text : text[..LongestText]).Text;
}

/// <summary>Event ids 1040–1049.</summary>
internal static partial class HubReportsLog
{
    [LoggerMessage(1040, LogLevel.Information, "Handoff {TicketId}: the other hub reports {Report}.")]
    public static partial void Heard(ILogger logger, string ticketId, HubReport report);
}
