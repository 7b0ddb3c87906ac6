namespace EmpathyBot.Domain.Solving;

/// <summary>A call into the company's systems.</summary>
/// <param name="Operation">Name, for example <c>find_order</c>.</param>
/// <param name="Arguments">Arguments by name.</param>
/// <param name="IdempotencyKey">Turn id and step: the same key never changes something twice.</param>
public sealed record BackOfficeCall(string Operation, IReadOnlyDictionary<string, string> Arguments, string IdempotencyKey);

/// <summary>How a call ended.</summary>
public enum BackOfficeOutcome
{
    /// <summary>Done; the data is there.</summary>
    Ok = 0,
    /// <summary>Not there, or not the customer's: the two are not told apart, so that nobody can guess owners.</summary>
    NotFound,
    /// <summary>Understood and declined; the data says why.</summary>
    Refused,
    /// <summary>Slow, down or answering nonsense: nothing is known of it.</summary>
    Unavailable,
}

/// <summary>The answer to a call.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Data">Values by name: text, numbers, booleans, nested dictionaries.</param>
public sealed record BackOfficeAnswer(BackOfficeOutcome Outcome, IReadOnlyDictionary<string, object?> Data)
{
    /// <summary>An answer without data.</summary>
    public static BackOfficeAnswer Without(BackOfficeOutcome outcome) => new(outcome, new Dictionary<string, object?>());
}

/// <summary>The company's systems. A failure is an outcome, not an exception.</summary>
public interface IBackOffice
{
    /// <summary>Makes one call within its time budget.</summary>
    Task<BackOfficeAnswer> CallAsync(BackOfficeCall call, CancellationToken cancellationToken);
}
