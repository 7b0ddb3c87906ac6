using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Bot;

/// <summary>Settings of the bot itself (section <c>Bot</c>).</summary>
public sealed class BotOptions
{
    /// <summary>
    /// Help lines by language (ISO 639-1), said to someone who speaks of harm: name and number in one line. None is
    /// invented; outside Development an unset one for a shipped language stops the start.
    /// </summary>
    /// <value>Default: none.</value>
    public IDictionary<string, string> HelpLines { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Seconds one turn may take before it is given up and the conversation is opened to people.</summary>
    /// <value>Default: 30. Lower: a slow back end leads to a person sooner.</value>
    [Range(5, 300)]
    public int TurnSeconds { get; set; } = 30;

    /// <summary>Turns that run at the same time on this node, each of another conversation.</summary>
    /// <value>Default: 32. Higher: more customers wait on slow back ends at once; more memory.</value>
    [Range(1, 1024)]
    public int TurnsAtOnce { get; set; } = 32;

    /// <summary>The help line for a locale, or null when none is set.</summary>
    public string? HelpLineFor(string locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        var language = locale.Split('-', '_')[0];
        return HelpLines.TryGetValue(language, out var line) && !string.IsNullOrWhiteSpace(line) ? line : null;
    }
}
