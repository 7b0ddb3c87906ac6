using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Makes the handler's options from the desk's settings.</summary>
internal sealed class OpenIdSetup(
    IOptions<DeskOptions> desk, IHostEnvironment environment, IDataProtectionProvider protection, ILogger<OpenIdHandler> logger) : IConfigureNamedOptions<OpenIdOptions>
{
    /// <summary>Where a browser ends whose sign-in failed; the page has a sentence for each code.</summary>
    public static string FailedAddress(string code) => $"/desk?sign-in={code}";

    public void Configure(OpenIdOptions options) => Configure(OpenIdHandler.SchemeName, options);

    public void Configure(string? name, OpenIdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Provider = desk.Value.OpenId;
        options.PublicUrl = desk.Value.PublicUrl;
        options.CallbackPath = OpenIdOptions.Callback;
        options.SignInScheme = DeskSession.Scheme;
        options.Events = new RemoteAuthenticationEvents { OnRemoteFailure = TellAsync };
        if (!options.Provider.IsOn)
            return;
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.State = new PropertiesDataFormat(protection.CreateProtector("EmpathyBot.Desk.OpenId"));
        // The provider sends the browser here with a plain link: Lax cookies come along, and no other site can post with them.
        options.CorrelationCookie.Name = "desk-openid-";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Backchannel = OpenIdHandler.NewBackchannel(options.BackchannelHttpHandler);
        options.Discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.Provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = !environment.IsDevelopment() })
        {
            RefreshInterval = TimeSpan.FromSeconds(30),
        };
    }

    private Task TellAsync(RemoteFailureContext failed)
    {
        var code = failed.Failure is OpenIdRefusedException refused ? refused.Code : OpenIdRefusedException.Expired;
        OpenIdLog.Ended(logger, code, failed.Failure?.InnerException);
        failed.Response.Redirect(FailedAddress(code));
        failed.HandleResponse();
        return Task.CompletedTask;
    }
}
