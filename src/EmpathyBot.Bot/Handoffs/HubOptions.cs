using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Another engagement hub whose people take handoffs (section <c>Handoffs:Hub</c>).</summary>
public sealed class HubOptions
{
    /// <summary>Where <c>handoff.initiate</c> is posted: an https address. Set: every new handoff goes there; our own desk is what is left when it fails.</summary>
    /// <value>Empty: handoffs wait at our own desk.</value>
    public string Url { get; set; } = "";

    /// <summary>Sent to the hub as <c>Authorization: Bearer</c>, at least 16 characters.</summary>
    /// <value>Empty. Required with <see cref="Url"/>.</value>
    public string Key { get; set; } = "";

    /// <summary>What the hub sends as <c>Authorization: Bearer</c> with its answers to <c>/api/hub</c>, at least 32 characters and another than <see cref="Key"/>.</summary>
    /// <value>Empty. Required with <see cref="Url"/>.</value>
    public string ReplyKey { get; set; } = "";

    /// <summary>The address of this host as the hub and its people see it; told to the hub for its answers and for a link to the desk.</summary>
    /// <value>Empty: the hub must know it.</value>
    public string PublicUrl { get; set; } = "";

    /// <summary>Bytes of one <c>handoff.initiate</c>; the oldest messages of the transcript are left out until it fits.</summary>
    /// <value>Default: 28000, since some hubs cut off at 28 KB. From 8000 to 1000000.</value>
    [Range(8000, 1_000_000)]
    public int MaxBytes { get; set; } = 28_000;

    /// <summary>True when a hub is set.</summary>
    internal bool IsOn => Url.Length > 0;
}
