namespace EmpathyBot.Domain.Audit;

/// <summary>What is written down, as codes. A code that was once written keeps its meaning.</summary>
public static class AuditActs
{
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";

    /// <summary>Detail: <c>wrong-password</c>, <c>unknown-name</c>, <c>disabled</c>, <c>no-role</c>. Tries during a wait are not looked at and not written down.</summary>
    public const string SignInFailed = "sign-in-failed";

    /// <summary>A conversation with its brief was opened.</summary>
    public const string Viewed = "viewed";

    /// <summary>Data left the desk as a file. Detail: which.</summary>
    public const string Exported = "exported";

    /// <summary>Everything that was kept of a customer was deleted.</summary>
    public const string CustomerErased = "customer-erased";

    public const string Took = "took";
    public const string TookOver = "took-over";

    /// <summary>Detail: the id of the colleague, the team (<c>team:…</c>), or <see cref="ToWords"/>.</summary>
    public const string Transferred = "transferred";

    /// <summary>Passed on to somebody who was named in words that mean nobody known.</summary>
    public const string ToWords = "in-words";

    /// <summary>Detail: the outcome.</summary>
    public const string Closed = "closed";

    public const string Returned = "returned";

    /// <summary>Detail: the role.</summary>
    public const string AccountAdded = "account-added";

    public const string AccountDisabled = "account-disabled";
    public const string AccountEnabled = "account-enabled";

    /// <summary>By its owner, who knew the old one.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>By someone else, who did not.</summary>
    public const string PasswordReset = "password-reset";

    /// <summary>Detail: the new role.</summary>
    public const string RoleChanged = "role-changed";

    /// <summary>The name customers see was changed.</summary>
    public const string NameChanged = "name-changed";
}
