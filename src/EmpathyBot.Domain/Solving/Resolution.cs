namespace EmpathyBot.Domain.Solving;

/// <summary>What became of an answer.</summary>
public enum Resolution
{
    /// <summary>The customer said that it is settled: "yes", "it works", "thank you".</summary>
    Confirmed = 0,
    /// <summary>Nobody said so, but the customer went on to something else or left.</summary>
    Assumed,
    /// <summary>The customer said that it did not help, or had to be given to a person.</summary>
    Failed,
}

/// <summary>What became of the last answer, and how that is known.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">A stable code: <c>said-yes</c>, <c>said-solved</c>, <c>said-thanks</c>, <c>nothing-more</c>,
/// <c>left</c>, <c>went-on</c>, <c>said-no</c>, <c>went-to-a-person</c>.</param>
public sealed record ResolutionDecision(Resolution Outcome, string Reason);

/// <summary>Whether a question of our own is put at the end of a reply.</summary>
/// <param name="Asks">True when it is.</param>
/// <param name="Reason">A stable code that says why, or why not.</param>
public sealed record QuestionDecision(bool Asks, string Reason);
