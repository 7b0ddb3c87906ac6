using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Names what an apology is for, so that one thing is apologised for once: the matter, what went wrong in it and, for a
/// product, which. "The parcel" and "the order" are the same thing under two names and tell no incidents apart.
/// </summary>
internal static class Incidents
{
    private const char Between = ':';

    /// <summary>For example <c>1:wait</c> or <c>2:product:jacket</c>.</summary>
    public static string Of(Episode episode, EmotionTarget target, ConcreteMention mention, ThingWords things)
    {
        var kind = $"{episode.Number}{Between}{target.ToString().ToLowerInvariant()}";
        var noun = target == EmotionTarget.Product ? things.HeadOf(mention.Thing) : null;
        return noun is null || things.IsGeneral(noun) ? kind : $"{kind}{Between}{noun}";
    }

    /// <summary>What it is in any episode: <c>wait</c> of <c>1:wait</c>.</summary>
    public static string WithoutEpisode(string incident) => incident[(incident.IndexOf(Between, StringComparison.Ordinal) + 1)..];

    /// <summary>What a failure of the bot's own is recorded under.</summary>
    public static string OfOwnFailure(Episode episode) => $"{episode.Number}{Between}own-failure";

    /// <summary>Whether this was apologised for. An incident with no product named may be any that was named before.</summary>
    public static bool IsSpent(string incident, IReadOnlyCollection<string> apologisedFor)
    {
        var kind = Kind(incident);
        return apologisedFor.Any(spent => spent == incident || Kind(spent) == kind && (incident == kind || spent == kind));
    }

    private static string Kind(string incident) => string.Join(Between, incident.Split(Between).Take(2));
}
