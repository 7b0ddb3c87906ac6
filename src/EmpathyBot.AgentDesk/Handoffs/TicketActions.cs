using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>What became of an agent's act.</summary>
internal abstract record ActResult
{
    /// <summary>Done, and stored; <paramref name="SaidId"/> is the id of the message when one was said.</summary>
    public sealed record Done(HandoffTicket Ticket, string? SaidId = null) : ActResult;

    public sealed record Refused(MoveRefused Why) : ActResult;

    public sealed record NotFound : ActResult;
}

/// <summary>A file for the customer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Address">Where the customer's page finds it.</param>
internal sealed record SentFile(string Name, string ContentType, string Address);

/// <summary>
/// What agents do with tickets. Each act reads, asks the state machine, and writes everything (ticket, events, what the
/// customer is shown) in one conditional commit; who loses a race reads and asks again, and then learns who won.
/// </summary>
internal sealed class TicketActions(
    IConversationStore conversations, ITicketStore tickets, AgentLoads loads, IContentSource content, DeskAudit audit, TimeProvider time,
    ILogger<TicketActions> logger)
{
    /// <summary>A customer who writes at the same moment makes a commit fail; that often in a row does not happen by chance.</summary>
    private const int Tries = 8;

    /// <summary>Makes a move of the agent's. The same move again, when the first one was made, is done and changes nothing.</summary>
    public Task<ActResult> MoveAsync(string ticketId, HandoffMove move, Agent agent, CancellationToken cancellationToken) => RepeatAsync(
        ticketId,
        async (ticket, stored, now) =>
        {
            if (IsDoneAlready(ticket, move, agent))
                return new(new ActResult.Done(ticket));
            var result = HandoffStateMachine.Apply(ticket, move, now);
            if (result is MoveRefused refused)
                return new(new ActResult.Refused(refused));
            // Who was faster is worth more to know than one's own limit.
            if (move is HandoffMove.Accept && await loads.WhyNotTakeAsync(agent, cancellationToken) is { } tooMuch)
                return new(new ActResult.Refused(tooMuch));

            var moved = ((TicketMoved)result).Ticket;
            moved = moved with { Need = HandoffNeed.Of(stored.State, moved.Reason) };
            var commit = Commit(stored, moved, agent, now, (move as HandoffMove.Return)?.Word);
            return new(new ActResult.Done(moved), commit with
            {
                Audit = audit.Of(move, moved, agent),
                WithinLimitOf = move is HandoffMove.Accept ? agent.Id : null,
                ToHub = ticket.AtHub && !moved.AtHub ? [HubNotice.New(moved.Id, HubNoticeKind.End)] : [],
            });
        },
        cancellationToken);

    /// <summary>Says something to the customer, if the agent holds the conversation.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="text">What is said, not empty.</param>
    /// <param name="key">The same key is said once, however often it is sent; null when there is none.</param>
    /// <param name="agent">Who says it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="file">The file that is sent instead of words; then the text stands for it in the transcript only.</param>
    public Task<ActResult> SayAsync(
        string ticketId, string text, string? key, Agent agent, CancellationToken cancellationToken, SentFile? file = null) => RepeatAsync(
        ticketId,
        async (ticket, stored, now) =>
        {
            var saidId = key is null ? WireActivity.NewId(stored.Id) : IdOf(stored.Id, agent, key);
            if (key is not null && await HappenedAsync<AgentSaid>(stored.Id, saidId, cancellationToken))
                return new(new ActResult.Done(ticket, saidId));
            if (WhyNotHeld(ticket, agent) is { } refused)
                return new(new ActResult.Refused(refused));

            ConversationEvent said = new AgentSaid(saidId, now, agent.Id, agent.Name, text);
            var activity = WireActivity.AgentMessage(stored.Id, saidId, agent.Name, text, now);
            if (file is not null)
            {
                activity.Remove("text");
                activity["attachments"] = new JsonArray(
                    new JsonObject { ["contentType"] = file.ContentType, ["contentUrl"] = file.Address, ["name"] = file.Name });
            }

            return new(new ActResult.Done(ticket, saidId), new TurnCommit
            {
                ConversationId = stored.Id,
                Version = stored.Version,
                State = stored.State.Apply(said),
                Events = [said],
                Activities = [AgentActivities.Out(stored, saidId, activity)],
            });
        },
        cancellationToken);

    /// <summary>Writes a note for colleagues into the conversation. Whoever is signed in may, also when it is over.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="text">The note, not empty.</param>
    /// <param name="forHolder">True when it is said to whoever holds the conversation.</param>
    /// <param name="key">The same key is written once, however often it is sent; null when there is none.</param>
    /// <param name="agent">Who writes it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ActResult> NoteAsync(
        string ticketId, string text, bool forHolder, string? key, Agent agent, CancellationToken cancellationToken) => RepeatAsync(
        ticketId,
        async (ticket, stored, now) =>
        {
            var noteId = key is null ? WireActivity.NewId(stored.Id) : IdOf(stored.Id, agent, key);
            if (key is not null && await HappenedAsync<NoteWritten>(stored.Id, noteId, cancellationToken))
                return new(new ActResult.Done(ticket, noteId));

            ConversationEvent note = new NoteWritten(noteId, now, agent.Id, agent.Name, SecretMask.Mask(text).Text, forHolder);
            return new(new ActResult.Done(ticket, noteId), new TurnCommit
            {
                ConversationId = stored.Id,
                Version = stored.Version,
                State = stored.State.Apply(note),
                Events = [note],
            });
        },
        cancellationToken);

    /// <summary>The ticket if the agent holds it, else why not.</summary>
    public async Task<ActResult> CheckHeldAsync(string ticketId, Agent agent, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(ticketId, cancellationToken) is not { } ticket)
            return new ActResult.NotFound();
        return WhyNotHeld(ticket, agent) is { } refused ? new ActResult.Refused(refused) : new ActResult.Done(ticket);
    }

    private async Task<ActResult> RepeatAsync(
        string ticketId,
        Func<HandoffTicket, StoredConversation, DateTimeOffset, Task<Attempt>> attempt,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Tries; tries++)
        {
            if (await tickets.FindAsync(ticketId, cancellationToken) is not { } ticket
                || await conversations.FindAsync(ticket.ConversationId, cancellationToken) is not { } stored)
                return new ActResult.NotFound();

            var wanted = await attempt(ticket, stored, time.GetUtcNow());
            // Once the writing has begun it is not cancelled with the request: half a wish of the agent's is none.
            if (wanted.Commit is null || await conversations.CommitAsync(wanted.Commit, CancellationToken.None))
                return wanted.Result;
            TicketActionsLog.LostRace(logger, ticketId, tries);
        }

        return new ActResult.Refused(new("busy", "This conversation is changing too fast right now. Try again."));
    }

    private TurnCommit Commit(StoredConversation stored, HandoffTicket moved, Agent agent, DateTimeOffset now, string? word)
    {
        var stateId = WireActivity.NewId(stored.Id);
        List<ConversationEvent> events = [new HandoffMoved(stateId, now, moved.Id, moved.State, moved.Reason, moved.AgentName) { AtHub = moved.AtHub }];
        List<OutgoingActivity> activities = [.. AgentActivities.State(stored, stateId, moved, now)];
        if (MessageOf(moved.State, word) is { } key)
        {
            var saidId = WireActivity.NewId(stored.Id);
            var text = Words(key);
            IReadOnlyList<string> ratings = [];
            if (FeedbackPolicy.AskAfter(stored.State.Apply(events), moved).Asks)
            {
                text = $"{text}\n\n{Words(ContentMessages.FeedbackQuestion)}";
                ratings = [.. ContentMessages.Ratings.Select(Words)];
                events.Add(new FeedbackAsked(saidId, now));
            }

            events.Add(new BotSaid(saidId, now, text));
            var said = WireActivity.BotMessage(stored.Id, saidId, text, stored.State.Locale, now, ratings);
            // A person's words are shown as they were written, never as markup.
            if (word is not null)
                said["textFormat"] = "plain";
            activities.Add(AgentActivities.Out(stored, saidId, said));
        }

        return new TurnCommit
        {
            ConversationId = stored.Id,
            Version = stored.Version,
            State = stored.State.Apply(events),
            // The bot begins anew after a person: what it had been asking before is not asked again.
            Dialogs = moved.IsOpen ? null : "",
            Events = events,
            Activities = activities,
            Ticket = moved,
        };

        string Words(string key) => content.Current.Message(key, stored.State.Locale, new Dictionary<string, object?>
        {
            ["agent"] = agent.Name, ["word"] = word, ["ticket"] = moved.Id, [ContentMessages.Seed] = moved.Id, [ContentMessages.Formal] = stored.State.Formal,
        });
    }

    /// <summary>What the customer is told, in words, of a move.</summary>
    private static string? MessageOf(HandoffState state, string? word) => state switch
    {
        HandoffState.Accepted => ContentMessages.HandoffAccepted,
        HandoffState.Transferred => ContentMessages.HandoffTransferred,
        HandoffState.Returned => word is null ? ContentMessages.HandoffReturned : ContentMessages.HandoffReturnedWord,
        HandoffState.Closed => ContentMessages.HandoffClosed,
        _ => null,
    };

    /// <summary>A browser that lost the answer asks again; it must not be told that somebody was faster.</summary>
    private static bool IsDoneAlready(HandoffTicket ticket, HandoffMove move, Agent agent) =>
        ticket.AgentId == agent.Id && (ticket.State, move) is
            (HandoffState.Accepted, HandoffMove.Accept or HandoffMove.TakeOver)
            or (HandoffState.Closed, HandoffMove.Close)
            or (HandoffState.Returned, HandoffMove.Return);

    private static MoveRefused? WhyNotHeld(HandoffTicket ticket, Agent agent) => (ticket.IsOpen, ticket.State, ticket.AgentId) switch
    {
        (false, _, _) => new("ended", "This conversation is no longer with you: the handoff is over."),
        (_, HandoffState.Accepted, var holder) when holder == agent.Id => null,
        (_, HandoffState.Accepted, _) => new("held-by-other", $"This conversation is with {ticket.AgentName} now.", ticket.AgentName),
        _ => new("not-held", "Take this conversation before you write in it."),
    };

    private async Task<bool> HappenedAsync<T>(string conversationId, string id, CancellationToken cancellationToken)
        where T : ConversationEvent
    {
        var events = await conversations.ReadEventsAsync(conversationId, cancellationToken);
        return events.OfType<T>().Any(happened => happened.TurnId == id);
    }

    /// <summary>The same key of the same agent gives the same id; another agent cannot guess it.</summary>
    private static string IdOf(string conversationId, Agent agent, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{agent.Id}\n{key}"));
        return $"{conversationId}|{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }

    /// <summary>What an act comes to, and what must be written for it; nothing when it is null.</summary>
    private sealed record Attempt(ActResult Result, TurnCommit? Commit = null);
}

/// <summary>Event ids 6100–6109.</summary>
internal static partial class TicketActionsLog
{
    [LoggerMessage(6100, LogLevel.Debug, "An act on handoff {TicketId} lost a race (try {Try}); it is decided again.")]
    public static partial void LostRace(ILogger logger, string ticketId, int @try);
}
