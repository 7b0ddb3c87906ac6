namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>An identity provider agents sign in at with OpenID Connect, such as Microsoft Entra ID; section <c>Desk:OpenId</c>.</summary>
public sealed class OpenIdSettings
{
    /// <summary>
    /// The provider's address, to which <c>/.well-known/openid-configuration</c> is added; for Entra ID
    /// <c>https://login.microsoftonline.com/TENANT-ID/v2.0</c>. One tenant: an address for all of them is not taken.
    /// </summary>
    /// <value>None: agents sign in with accounts kept here.</value>
    public string Authority { get; set; } = "";

    /// <summary>The id under which the provider knows this desk.</summary>
    /// <value>None.</value>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that goes with it.</summary>
    /// <value>None: the desk is a public client there, and PKCE alone protects the code.</value>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says after "Sign in with".</summary>
    /// <value><c>Microsoft</c>.</value>
    public string Name { get; set; } = "Microsoft";

    /// <summary>What is asked for, separated by spaces; <c>openid</c> must be in it.</summary>
    /// <value><c>openid profile</c>.</value>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that tells what someone may do.</summary>
    /// <value><c>roles</c>, as Entra ID writes app roles; <c>groups</c> for groups.</value>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Values of that claim that make someone an agent, separated by commas. Who has none of either list is let in nowhere.</summary>
    /// <value><c>agent</c>.</value>
    public string AgentValues { get; set; } = "agent";

    /// <summary>Values of that claim that make someone a supervisor, separated by commas.</summary>
    /// <value><c>supervisor</c>.</value>
    public string SupervisorValues { get; set; } = "supervisor";

    /// <summary>True when a provider is set.</summary>
    internal bool IsOn => Authority.Length > 0;
}
