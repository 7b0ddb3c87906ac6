using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.DirectLine;

/// <summary>Settings of the embedded website channel, section <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>How long a token serves before it must be refreshed. Longer: a stolen token serves longer; shorter: a laptop that slept meets an ended chat sooner.</summary>
    /// <value>30 minutes, the Direct Line convention (clients refresh at half of it). From 1 minute to 24 hours.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Origins (<c>https://shop.example</c>) whose pages may use the channel besides our own. A page of any other origin is refused;
    /// a request without an Origin, as programs send it, is let in.
    /// </summary>
    /// <value>Empty: only pages of this host.</value>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>What another server sends as <c>Bearer</c> to <c>/tokens/generate</c>. Without it that address refuses everyone, and only <c>/api/token</c> gives tokens.</summary>
    /// <value>None. At least 32 characters.</value>
    [MinLength(32)]
    public string? Secret { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Longest activity, in characters of its JSON; a longer one is answered 413. Raising it lets customers send longer texts and costs memory in every turn.</summary>
    /// <value>262144, the Direct Line limit. From 4096 to 1048576.</value>
    [Range(4096, 1_048_576)]
    public int MaxActivityChars { get; set; } = 262_144;

    /// <summary>Bytes of all files of one upload together; more is answered 413.</summary>
    /// <value>4 MB, the Direct Line limit. From 1 KB to 25 MB.</value>
    [Range(1024, 26_214_400)]
    public int MaxUploadBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Files in one upload; more are answered 413.</summary>
    /// <value>10. From 1 to 100.</value>
    [Range(1, 100)]
    public int MaxUploadFiles { get; set; } = 10;

    /// <summary>How long the address of an uploaded file opens it. Addresses are made anew whenever the conversation is read; this is for those kept elsewhere.</summary>
    /// <value>7 days. From 1 minute to 30 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AttachmentUrlLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>POSTs that one conversation may make within ten seconds; more are answered 429. Clients do not repeat a refused POST, so this must be far above what a person can type.</summary>
    /// <value>100. From 10 to 100000.</value>
    [Range(10, 100_000)]
    public int MaxPostsPerTenSeconds { get; set; } = 100;

    /// <summary>Tokens that one address (of IPv6: one network) is given in a minute; more are answered 429. Behind a proxy that does not say whom it serves, all customers are one address.</summary>
    /// <value>120: a page asks for one when it is loaded, and an office may have one address. From 1 to 100000.</value>
    [Range(1, 100_000)]
    public int MaxTokensPerMinute { get; set; } = 120;

    /// <summary>How long sending to one stream may block before that stream is cut; its client reconnects and catches up.</summary>
    /// <value>15 seconds. From 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan StreamSendTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The address of this host as browsers see it (<c>https://bot.example</c>); it begins all addresses that are given out. Needed behind a proxy that changes host or scheme.</summary>
    /// <value>None: the address of each request.</value>
    public Uri? PublicUrl { get; set; }

    /// <summary>The key (HMAC-SHA256, as UTF-8 text) that the shop's server signs <c>customerToken</c> with. Without it a <c>customerToken</c> is refused and every customer is anonymous.</summary>
    /// <value>None. At least 32 characters.</value>
    [MinLength(32)]
    public string? CustomerTokenKey { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Azure's Direct Line instead of the embedded one.</summary>
    public AzureDirectLineOptions Azure { get; set; } = new();
}
