using System.ComponentModel.DataAnnotations;
using EmpathyBot.AgentDesk.SignIn;

namespace EmpathyBot.AgentDesk;

/// <summary>Settings of the agents' desk, section <c>Desk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>
    /// In Development, a program that sends <c>Authorization: Bearer</c> with this key works at the desk as an agent. Outside
    /// Development the host refuses to start with it.
    /// </summary>
    /// <value>None: then only the sign-in page lets anyone in.</value>
    public string? DevelopmentKey { get; set; }

    /// <summary>
    /// How long an agent who does nothing stays signed in. Longer spares signing in; shorter closes a forgotten screen sooner.
    /// </summary>
    /// <value>12 hours. From 5 minutes to 7 days.</value>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// How long a session lasts at most, however busy its agent is; then they sign in anew. Shorter: someone who left the company
    /// and is still known here by a cookie is out sooner.
    /// </summary>
    /// <value>24 hours. From 1 hour to 30 days.</value>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan SessionAtMost { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The address of this host as agents' browsers see it, to which the identity provider sends them back.</summary>
    /// <value>Empty: that of each request. Set it behind a proxy that changes host or scheme.</value>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// Whether the desk may be shown as a tab inside Teams. Then pages of Teams may frame it, the session's cookie is sent inside
    /// frames too, apart for each site that frames it, and where <see cref="OpenId"/> is Microsoft Entra ID Teams signs agents in.
    /// </summary>
    /// <value>False: no page of another site can show the desk.</value>
    public bool InTeams { get; set; }

    /// <summary>An identity provider agents sign in at.</summary>
    /// <value>None: agents sign in with accounts kept here.</value>
    public OpenIdSettings OpenId { get; set; } = new();

    /// <summary>
    /// Longest message of an agent, in characters; a longer one is refused with a sentence. Some channels cut what is longer
    /// than theirs.
    /// </summary>
    /// <value>4000. From 100 to 30000.</value>
    [Range(100, 30_000)]
    public int MaxMessageChars { get; set; } = 4000;

    /// <summary>Largest file that an agent can send to a customer, in bytes; a larger one is refused with a sentence.</summary>
    /// <value>4 MiB. From 1 KiB to 25 MiB.</value>
    [Range(1024, 25 * 1024 * 1024)]
    public int MaxFileBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Handoffs that the queue shows at most, most needed first. More cost time in every desk at every change.</summary>
    /// <value>500. From 10 to 5000.</value>
    [Range(10, 5000)]
    public int MaxQueueItems { get; set; } = 500;

    /// <summary>
    /// How often a live stream says that it lives when nothing happens. Proxies cut streams that are silent, mostly after a
    /// minute.
    /// </summary>
    /// <value>15 seconds. From 1 second to 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Teams that a conversation can be passed to; each agent says which of them they work in. Without any, conversations
    /// are passed to colleagues only.
    /// </summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Teams { get; set; } = [];
}
