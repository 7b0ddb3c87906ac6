using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What the customer is called, as far as the conversation tells.</summary>
internal static partial class BriefName
{
    /// <summary>The name on record, else the one they gave, else the one the company addressed them by; with the turn. Null when there is none.</summary>
    public static (string Name, string TurnId)? Of(BriefMaterial material) => OfOwn(material) ?? Found(material.Answers, Addressed());

    /// <summary>The name on record or the one they gave themselves; null when there is none.</summary>
    public static (string Name, string TurnId)? OfOwn(BriefMaterial material) =>
        material.Events.OfType<FactCollected>().LastOrDefault(fact => fact.Name is "name" or "customer_name") is { } recorded
            ? (recorded.Value, recorded.TurnId)
            : Found(material.Messages, Given());

    private static (string Name, string TurnId)? Found(IEnumerable<ConversationEvent> said, Regex name)
    {
        var (match, turn) = said.Select(happened => (Match: name.Match(BriefMaterial.WordsOf(happened)), happened.TurnId)).LastOrDefault(found => found.Match.Success);
        return match is null ? null : (match.Groups["name"].Value, turn);
    }

    [GeneratedRegex(@"\b(?:[Mm]y name is|[Mm]y name['’]s|[Nn]ame['’]?s|[Nn]ame is|[Mm]e again,|I am called)[:,]? (?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}[\p{Ll}'’-]+(?: (?:(?:van|de|der|von|di|da|al) )*\p{Lu}[\p{L}'’-]+){0,2})(?=[,.!?]|$| here| and| speaking)|\b[Tt]his is (?<name>\p{Lu}[\p{Ll}'’-]+(?: (?:(?:van|de|der|von|di|da|al) )*\p{Lu}[\p{L}'’-]+){0,2})(?= here| speaking)")]
    private static partial Regex Given();

    [GeneratedRegex(@"\b(?:[Tt]hank you|[Tt]hanks|Hi|Hello|[Ff]ound it|[Ss]orry|Dear|Good (?:morning|evening|afternoon)),? (?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}\p{Ll}+)(?=[,.!:])")]
    private static partial Regex Addressed();
}
