namespace EmpathyBot.Domain.Handoffs;

/// <summary>Where a handoff stands.</summary>
public enum HandoffState
{
    /// <summary>The ticket is made; nobody has been told yet.</summary>
    Requested = 0,
    /// <summary>It stands in the queue of the desk.</summary>
    Queued,
    /// <summary>An agent holds the conversation; the bot is silent.</summary>
    Accepted,
    /// <summary>On its way from one agent to another; the bot stays silent.</summary>
    Transferred,
    /// <summary>The agent closed it with an outcome.</summary>
    Closed,
    /// <summary>The agent gave the conversation back to the bot.</summary>
    Returned,
    /// <summary>The customer left the queue.</summary>
    Abandoned,
    /// <summary>Nobody took it in time.</summary>
    TimedOut,
    /// <summary>It could not be handed over.</summary>
    Failed,
}

/// <summary>Why a conversation went to a person. Written in lower case with dashes on every wire.</summary>
public enum HandoffReason
{
    AskedForPerson = 0,
    AcceptedOffer,
    AtRisk,
    NotUnderstood,
    RisingAnger,
    RepeatedContact,
    ProcedureNeedsPerson,
    BotFailed,
    BackOfficeDown,
    OtherLanguage,
    TopicNeedsPerson,
}

/// <summary>How an agent says it ended.</summary>
public enum HandoffOutcome { Solved = 0, Partly, Unsolved, Callback }
