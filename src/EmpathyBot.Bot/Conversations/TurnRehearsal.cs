using EmpathyBot.Bot.Customers;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>What a message would set off.</summary>
/// <param name="Turn">All that was known before anything was decided.</param>
/// <param name="Events">All that happened, in order: decisions with their reasons, the acknowledgement, the steps.</param>
/// <param name="Replies">What the customer would read.</param>
/// <param name="Suggestions">What the buttons would say.</param>
/// <param name="Calls">What would be asked of the company's systems. They are not there: each is answered as if they were down.</param>
public sealed record RehearsedTurn(
    Turn Turn, IReadOnlyList<ConversationEvent> Events, IReadOnlyList<string> Replies, IReadOnlyList<string> Suggestions, IReadOnlyList<BackOfficeCall> Calls);

/// <summary>
/// A conversation for those who shape the bot: each message runs through the very turn that customers get, and nothing
/// is stored, sent or asked of the company's systems.
/// </summary>
public sealed class TurnRehearsal
{
    private readonly IContent content;
    private readonly TimeProvider time;
    private readonly RehearsalKeeps keeps = new();
    private readonly TurnGatherer gatherer;
    private readonly TurnRunner runner;
    private StoredConversation stored;

    /// <summary>A new conversation.</summary>
    /// <param name="content">The words and flows.</param>
    /// <param name="detector">Reads the mood.</param>
    /// <param name="time">The clock.</param>
    /// <param name="locale">The language the conversation begins in.</param>
    /// <param name="id">Its id. Where several wordings fit, the id decides, as it does for customers.</param>
    public TurnRehearsal(IContent content, IEmotionDetector detector, TimeProvider time, string locale, string id = "rehearsal")
    {
        ArgumentNullException.ThrowIfNull(time);
        this.content = content;
        this.time = time;
        gatherer = new TurnGatherer(detector);
        runner = new TurnRunner(gatherer, new StepPerformer(new ProcedureRunner(keeps), new HandoffOpener(keeps, keeps, new DeskOutlook(keeps, keeps, new HandoffTimes(), time)), new MemoryControl(keeps)));
        stored = new(id, Channels.Directline, "customer", Conversation.Begin(id, Channels.Directline, locale), null, 0, time.GetUtcNow());
    }

    /// <summary>Says a message and gives what it sets off.</summary>
    public async Task<RehearsedTurn> SayAsync(string text, CancellationToken cancellationToken)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = $"turn-{stored.Version + 1}",
            Text = text,
            ChannelId = stored.Channel,
            From = new ChannelAccount(stored.UserId),
            Recipient = new ChannelAccount("bot"),
            Conversation = new ConversationAccount { Id = stored.Id },
        };
        keeps.Calls.Clear();
        var gathered = await gatherer.GatherAsync(activity, Begin(activity), cancellationToken);
        var work = Begin(activity);
        using var context = new TurnContext(new SilentAdapter(), activity);
        await runner.RunAsync(context, work, cancellationToken);
        keeps.Events.AddRange(work.Events);
        keeps.Open = work.Ticket ?? keeps.Open;
        keeps.Memory = work.Conversation.Unremembered ? CustomerMemory.Empty : keeps.Memory.After(work.Conversation, work.Events);
        stored = stored with { State = work.Conversation, Dialogs = work.Dialogs, Version = stored.Version + 1 };
        return new(
            gathered.Turn, work.Events, [.. work.Replies.Select(reply => reply.Text).OfType<string>()],
            [.. work.Replies.SelectMany(reply => reply.SuggestedActions?.Actions ?? []).Select(action => action.Title)], [.. keeps.Calls]);
    }

    private TurnUnitOfWork Begin(Activity activity) => new(stored, activity.Id, time.GetUtcNow(), content, new BotOptions(), keeps.Memory);

    /// <summary>Holds what a rehearsed conversation would find in the store; the company's systems are not there.</summary>
    private sealed class RehearsalKeeps : IConversationEvents, ITicketStore, IAgentSeatStore, ICustomerMemoryStore, IBackOffice
    {
        public List<ConversationEvent> Events { get; } = [];

        public List<BackOfficeCall> Calls { get; } = [];

        public HandoffTicket? Open { get; set; }

        public CustomerMemory Memory { get; set; } = CustomerMemory.Empty;

        public TimeSpan KeptFor => TimeSpan.FromDays(180);

        public Task<CustomerMemory> FindAsync(string channel, string userId, CancellationToken cancellationToken) => Task.FromResult(Memory);

        public Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ConversationEvent>>([.. Events]);

        public Task<HandoffTicket?> FindAsync(string ticketId, CancellationToken cancellationToken) => Task.FromResult(Open?.Id == ticketId ? Open : null);

        public Task<HandoffTicket?> FindOpenAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult(Open);

        public Task<IReadOnlyList<HandoffTicket>> ListOpenAsync(int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<HandoffTicket>>(Open is { } open ? [open] : []);

        public Task<IReadOnlyList<HandoffTicket>> ListMovedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
            ListOpenAsync(limit, cancellationToken);

        /// <summary>Somebody is at the desk: what is rehearsed is the conversation, not an empty office.</summary>
        public Task<IReadOnlyList<AgentSeat>> ListAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AgentSeat>>([AgentSeat.Of(new("agent", "Agent"), DateTimeOffset.MaxValue)]);

        Task<AgentSeat?> IAgentSeatStore.FindAsync(string agentId, CancellationToken cancellationToken) => Task.FromResult<AgentSeat?>(null);

        public Task SaveAsync(AgentSeat seat, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SeeAsync(Agent agent, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<BackOfficeAnswer> CallAsync(BackOfficeCall call, CancellationToken cancellationToken)
        {
            Calls.Add(call);
            return Task.FromResult(BackOfficeAnswer.Without(BackOfficeOutcome.Unavailable));
        }
    }

    /// <summary>Sends nothing.</summary>
    private sealed class SilentAdapter : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult(activities.Select(activity => new ResourceResponse(activity.Id)).ToArray());

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Nothing was sent that could be changed.");

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Nothing was sent that could be taken back.");
    }
}
