using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>A channel of Teams in which agents are told of handoffs, section <c>TeamsDesk</c>. All four settings, or none.</summary>
public sealed class TeamsDeskOptions
{
    /// <summary>The channel's id, such as <c>19:…@thread.tacv2</c>: in Teams, "Get link to channel" holds it.</summary>
    /// <value>Empty: nobody is told in Teams.</value>
    public string ChannelId { get; set; } = "";

    /// <summary>The tenant of the team.</summary>
    /// <value>None.</value>
    public string TenantId { get; set; } = "";

    /// <summary>Where Teams is called for this tenant, such as <c>https://smba.trafficmanager.net/emea/</c>.</summary>
    /// <value>None.</value>
    public Uri? ServiceUrl { get; set => field = NotEmpty(value); }

    /// <summary>The desk as agents' browsers see it, such as <c>https://bot.example/desk</c>: what "take it" opens.</summary>
    /// <value>None.</value>
    public Uri? DeskUrl { get; set => field = NotEmpty(value); }

    /// <summary>True when agents are told in Teams.</summary>
    internal bool IsOn => ChannelId.Length > 0;

    private static Uri? NotEmpty(Uri? address) => address is { OriginalString.Length: > 0 } ? address : null;

    /// <summary>What is missing or wrong, a sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!IsOn)
        {
            if (TenantId.Length > 0 || ServiceUrl is not null || DeskUrl is not null)
                yield return "TeamsDesk:ChannelId is not set, and other settings of TeamsDesk are. Give the id of the channel, or remove the others.";
            yield break;
        }

        if (!ChannelId.StartsWith("19:", StringComparison.Ordinal))
            yield return "TeamsDesk:ChannelId is no channel of Teams. It begins with \"19:\"; \"Get link to channel\" in Teams holds it, percent-encoded.";
        if (TenantId.Length == 0)
            yield return "TeamsDesk:TenantId is not set. Give the tenant of the team.";
        if (ServiceUrl is not { IsAbsoluteUri: true } || !Identity.ChannelAddresses.IsTrustworthy(ServiceUrl))
            yield return "TeamsDesk:ServiceUrl must be an https address such as \"https://smba.trafficmanager.net/emea/\".";
        if (DeskUrl is not { IsAbsoluteUri: true } || !Identity.ChannelAddresses.IsTrustworthy(DeskUrl))
            yield return "TeamsDesk:DeskUrl must be the https address of the desk, such as \"https://bot.example/desk\".";
    }
}

/// <summary>Stops the start with all that is wrong.</summary>
internal sealed class TeamsDeskOptionsCheck : IValidateOptions<TeamsDeskOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsDeskOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
