namespace EmpathyBot.Domain.SignIn;

/// <summary>How tries to sign in are slowed once too many failed.</summary>
/// <param name="Free">Failed tries that cost no wait.</param>
/// <param name="FirstWait">The wait after the first failed try beyond those; each further one doubles it.</param>
/// <param name="LongestWait">No wait is longer.</param>
public sealed record SignInLimit(int Free, TimeSpan FirstWait, TimeSpan LongestWait)
{
    /// <summary>So long after the last failed try all is forgotten.</summary>
    public static TimeSpan ForgottenAfter { get; } = TimeSpan.FromHours(24);

    /// <summary>For one name from one address: someone who mistypes, or guesses.</summary>
    public static SignInLimit NameFromAddress { get; } = new(5, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15));

    /// <summary>For one address, whatever the names. Wide, since a whole team may sit behind one.</summary>
    public static SignInLimit Address { get; } = new(40, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15));

    /// <summary>For one name, from wherever. Wide and short, so that strangers cannot keep someone out for long.</summary>
    public static SignInLimit Name { get; } = new(60, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2));

    /// <summary>How long nobody may try after so many failed tries in a row.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        if (failures <= Free)
            return TimeSpan.Zero;
        // Beyond thirty doublings every wait is the longest.
        var doubled = FirstWait * Math.Pow(2, Math.Min(failures - Free - 1, 30));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}

/// <summary>Something tries are counted by.</summary>
/// <param name="Key">A name, an address or both, so that nobody can read it: a hash.</param>
/// <param name="Limit">How it is slowed.</param>
public sealed record SignInCount(string Key, SignInLimit Limit);
