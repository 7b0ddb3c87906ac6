using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk;

/// <summary>What no attribute can say of the desk's settings: that they fit together, and that they are safe where they are used.</summary>
internal sealed class DeskOptionsCheck(IHostEnvironment environment) : IValidateOptions<DeskOptions>
{
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> problems = [];
        if (!environment.IsDevelopment() && !string.IsNullOrEmpty(options.DevelopmentKey))
        {
            problems.Add("Desk:DevelopmentKey is set, and this is not Development: whoever knows the key would read every conversation without an "
                + "account. Remove it.");
        }

        if (options.PublicUrl.Length > 0 && !IsAddress(options.PublicUrl))
            problems.Add($"Desk:PublicUrl is \"{options.PublicUrl}\". {Example("https://support.example.com")}");

        var provider = options.OpenId;
        if (provider.IsOn)
        {
            if (!IsAddress(provider.Authority))
                problems.Add($"Desk:OpenId:Authority is \"{provider.Authority}\". {Example("https://login.microsoftonline.com/TENANT-ID/v2.0")}");
            if (provider.ClientId.Length == 0)
                problems.Add("Desk:OpenId:ClientId is missing: the id under which the identity provider knows this desk.");
            if (provider.Name.Length is 0 or > 40)
                problems.Add("Desk:OpenId:Name must have 1 to 40 characters: what stands on the button.");
            if (!provider.Scopes.Split(' ').Contains("openid"))
                problems.Add("Desk:OpenId:Scopes must contain openid.");
            if (provider.RoleClaim.Length == 0)
                problems.Add("Desk:OpenId:RoleClaim is missing: the claim that tells agents and supervisors.");
            if (provider.AgentValues.Trim(' ', ',').Length == 0 && provider.SupervisorValues.Trim(' ', ',').Length == 0)
                problems.Add("Desk:OpenId:AgentValues and SupervisorValues are both empty, so nobody could sign in.");
        }
        else if (provider.ClientId.Length > 0 || provider.ClientSecret.Length > 0)
        {
            problems.Add("Desk:OpenId:Authority is missing, though the rest of Desk:OpenId is set.");
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>Codes and cookies must not travel in the open, except on a developer's own machine.</summary>
    private bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp));

    private string Example(string address) =>
        environment.IsDevelopment() ? $"Give an address such as {address}." : $"Give an address with https, such as {address}.";
}
