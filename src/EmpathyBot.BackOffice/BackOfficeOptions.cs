using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.BackOffice;

/// <summary>Where and how the company's systems are called (section <c>BackOffice</c>).</summary>
public sealed class BackOfficeOptions
{
    /// <summary>
    /// Base address of the shop's operations; <c>POST {BaseUrl}/operations/{name}</c> is called. Empty: in Development
    /// the demo shop of this host is used; elsewhere procedures that need data say that it cannot be reached.
    /// </summary>
    /// <value>Default: empty.</value>
    public string BaseUrl { get; set; } = "";

    /// <summary>Sent as <c>Authorization: Bearer</c> with every call; empty sends none.</summary>
    /// <value>Default: empty.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>Seconds one call may take, retries included. Higher: the customer waits longer before a person is offered.</summary>
    /// <value>Default: 8.</value>
    [Range(1, 25)]
    public int TimeoutSeconds { get; set; } = 8;
}
