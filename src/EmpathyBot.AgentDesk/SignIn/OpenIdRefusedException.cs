namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Someone could not be signed in with the identity provider.</summary>
/// <param name="code">A stable code; the sign-in page has a sentence for each.</param>
/// <param name="innerException">What lies behind it, for the log.</param>
internal sealed class OpenIdRefusedException(string code, Exception? innerException = null)
    : Exception($"Signing in with the identity provider was refused: {code}.", innerException)
{
    /// <summary>The provider cannot be reached, or does not answer as it should.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>It was cancelled there, or the provider said no.</summary>
    public const string Refused = "refused";

    /// <summary>What came back was begun elsewhere, too long ago, or is used up.</summary>
    public const string Expired = "expired";

    /// <summary>The token does not prove who it is.</summary>
    public const string BadToken = "bad-token";

    /// <summary>They are who they are, and have no role here.</summary>
    public const string NoRole = "no-role";

    /// <summary>They are who they are, and their access was switched off here.</summary>
    public const string Disabled = "disabled";

    public string Code { get; } = code;
}
