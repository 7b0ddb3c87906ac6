using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>What became of an answer.</summary>
/// <param name="Outcome">confirmed, assumed or failed.</param>
/// <param name="Reason">How that is known.</param>
/// <param name="Matter">What the answer was about.</param>
/// <param name="TurnId">The turn that showed it.</param>
/// <param name="At">When.</param>
internal sealed record DeskResolution(string Outcome, string Reason, string? Matter, string TurnId, DateTimeOffset At)
{
    public static IReadOnlyList<DeskResolution> Of(IReadOnlyList<ConversationEvent> events) =>
    [
        .. events.OfType<ResolutionRecorded>().Select(known =>
            new DeskResolution(known.Outcome.ToDeskCode(), known.Reason, known.Matter, known.TurnId, known.At)),
    ];
}

/// <summary>How the customer says it went.</summary>
/// <param name="Rating">1 (poor) to 5 (very good), the last one given; null when they gave words only.</param>
/// <param name="Words">Their own words, secrets masked; null when they gave a rating only.</param>
/// <param name="At">When it was told last.</param>
internal sealed record DeskFeedback(int? Rating, string? Words, DateTimeOffset At)
{
    public static DeskFeedback? Of(IReadOnlyList<ConversationEvent> events)
    {
        var given = events.OfType<FeedbackGiven>().ToList();
        if (given.Count == 0)
            return null;
        var words = given.Select(feedback => feedback.Words).OfType<string>().Select(text => SecretMask.Mask(text).Text).ToList();
        return new(given.LastOrDefault(feedback => feedback.Rating is not null)?.Rating, words.Count > 0 ? string.Join("\n", words) : null, given[^1].At);
    }
}
