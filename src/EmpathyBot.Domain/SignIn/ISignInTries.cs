namespace EmpathyBot.Domain.SignIn;

/// <summary>Counts tries to sign in, over restarts and nodes.</summary>
public interface ISignInTries
{
    /// <summary>
    /// Begins a try. It counts as failed until <see cref="SucceedAsync"/> says otherwise, so that many at once do not get by.
    /// While a wait lasts nothing is counted.
    /// </summary>
    /// <returns>Null when it may be tried now, else when the wait is over.</returns>
    Task<DateTimeOffset?> BeginAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken);

    /// <summary>The try was right: it is taken back, and for the first of the counts all is forgotten.</summary>
    Task SucceedAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken);
}
