using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Settings of handing over to people (section <c>Handoffs</c>).</summary>
public sealed class HandoffOptions
{
    /// <summary>The desk's time zone, such as <c>Europe/Berlin</c>: its hours are meant in it, and promised times are said in it.</summary>
    /// <value>Default: UTC.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// When people are at the desk, by weekday: <c>"Monday": "09:00-12:30, 13:30-18:00"</c>. A day that is not named is closed.
    /// Outside the hours tickets are still made; customers are told when people are back and may leave a contact.
    /// </summary>
    /// <value>Default: empty, always open.</value>
    public IDictionary<string, string> Hours { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Days on which nobody is at the desk: <c>2026-12-25</c>.</summary>
    /// <value>Default: none.</value>
    public IList<string> Holidays { get; } = [];

    /// <summary>How long an agent whose desk was closed may take to come back. Shorter: customers wait less; longer: a poor line costs nothing.</summary>
    /// <value>Default: 1 minute. From 10 seconds to 1 hour, and more than two of the desk's heartbeats.</value>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan AgentGrace { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a conversation that was passed on waits for the one it is meant for before it is anyone's again.</summary>
    /// <value>Default: 3 minutes. From 10 seconds to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan TransferWithin { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Who waits is told how it stands never more often than this, and more seldom as it goes on.</summary>
    /// <value>Default: 2 minutes. From 30 seconds to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan UpdateEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>After so long waiting a callback is offered, once in a handoff.</summary>
    /// <value>Default: 5 minutes. From 30 seconds to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan OfferCallbackAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After so long waiting within the hours it ends with an honest word. Words of harm never end so.</summary>
    /// <value>Default: 30 minutes. From 1 minute to 7 days, and more than <see cref="OfferCallbackAfter"/>.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan TimeOutAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A waiting customer whose page has been closed for so long has left the queue.</summary>
    /// <value>Default: 2 hours. From 1 minute to 30 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan CustomerGoneAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>A callback is promised within so much time of opening. Promise no less than you keep.</summary>
    /// <value>Default: 4 hours. From 30 minutes to 14 days.</value>
    [Range(typeof(TimeSpan), "00:30:00", "14.00:00:00")]
    public TimeSpan CallbackWithin { get; set; } = TimeSpan.FromHours(4);

    /// <summary>When so many wait in the chat, the next one is told so and asked for a contact.</summary>
    /// <value>Default: 50. From 1 to 5000.</value>
    [Range(1, 5000)]
    public int QueueCap { get; set; } = 50;

    /// <summary>Another engagement hub whose people take handoffs.</summary>
    /// <value>None: our own desk.</value>
    public HubOptions Hub { get; set; } = new();
}
