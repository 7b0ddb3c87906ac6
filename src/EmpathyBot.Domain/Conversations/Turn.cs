using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>All that is known of one turn before anything is decided: gathered once, handed to the policies.</summary>
public sealed record Turn
{
    /// <summary>Id of the activity that set it off.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the customer wrote; empty when there were no words (a picture, a card's answer).</summary>
    public required string Text { get; init; }

    /// <summary>The emotion read, or null when reading is off.</summary>
    public EmotionReading? Reading { get; init; }

    public MessageSignals Signals { get; init; } = MessageSignals.None;

    /// <summary>Where several people read along: not a message to be answered in front of them.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What content the message asks for.</summary>
    public ContentMatch Match { get; init; } = ContentMatch.None;

    /// <summary>What the message asks of the conversation itself.</summary>
    public CustomerRequest Request { get; init; }

    /// <summary>The choice of a clarifying question that the message takes, or null.</summary>
    public ContentCandidate? Choice { get; init; }

    /// <summary>True while a procedure waits for an answer.</summary>
    public bool ProcedureWaits { get; init; }

    /// <summary>True when the message fits what the waiting procedure asked for.</summary>
    public bool AnswersProcedure { get; init; }

    /// <summary>The customer writes in a language that content does not speak, and it can be said so in that language.</summary>
    public bool NotSpoken { get; init; }

    /// <summary>What the message holds as an answer to the question how it went; nothing while that does not wait.</summary>
    public FeedbackHeard Feedback { get; init; } = FeedbackHeard.Nothing;

    /// <summary>The rule of the content by which this message always goes to a person, or null.</summary>
    public string? PersonRule { get; init; }

    /// <summary>The e-mail address or phone number that the message holds, or null.</summary>
    public CustomerContact? Contact { get; init; }

    /// <summary>The words of the language the customer is answered in.</summary>
    public LanguageWords Words { get; init; } = LanguageWords.None;

    /// <summary>What is kept of the customer's earlier contacts; this one is not in it.</summary>
    public CustomerMemory Memory { get; init; } = CustomerMemory.Empty;

    /// <summary>What has happened in this turn so far: empty at the first decision.</summary>
    public IReadOnlyList<ConversationEvent> Happened { get; init; } = [];
}
