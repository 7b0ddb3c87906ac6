using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>What <see cref="OpenIdHandler"/> works with, made from the desk's settings.</summary>
internal sealed class OpenIdOptions : RemoteAuthenticationOptions
{
    /// <summary>Where the provider sends browsers back to; to be registered there.</summary>
    public const string Callback = "/desk/signed-in";

    public OpenIdSettings Provider { get; set; } = new();

    /// <summary>The address of this host as browsers see it; empty for that of each request.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>What was begun, sealed, on its way through the provider.</summary>
    public ISecureDataFormat<AuthenticationProperties> State { get; set; } = null!;

    /// <summary>The provider's addresses and keys; read anew now and then, and when a key is not known.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!;

    // The base class asks for values that only a configured provider has.
    public override void Validate()
    {
    }

    public override void Validate(string scheme)
    {
    }
}
