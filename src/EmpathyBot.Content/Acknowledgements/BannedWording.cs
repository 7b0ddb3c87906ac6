using System.Text.RegularExpressions;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>Wordings that are known to fail with customers, and why. They are refused in everything the bot says.</summary>
internal static partial class BannedWording
{
    private static readonly (Regex Wording, string Why)[] Banned =
    [
        (ClaimedUnderstanding(), "a bot that claims to understand or share a feeling is not believed. Name the fact instead"),
        (SorryYouFeel(), "it makes the feeling the problem. Name what went wrong instead"),
        (Inconvenience(), "it is the phrase nobody believes any more. Name what went wrong instead"),
        (CalmDown(), "nobody ever calmed down because of it. Say what happens next"),
        (ImportantToUs(), "it is heard as the opposite. Say what happens next"),
        (Transferring(), "it promises a transfer. Say what is really done, and only when it is done"),
        (GuessedLabel(), "it tells customers what they feel and may be wrong. Name the fact that they named"),
        (ClaimedFeeling(), "the bot has no feelings. Name the fact instead"),
        (Rest(), "it is a promise without an action. Say what is done and by when"),
        (Valued(), "it is a stock phrase. Leave it out"),
    ];

    /// <summary>A sentence for each banned wording in the text.</summary>
    public static IEnumerable<string> In(string text)
    {
        var plain = text.Replace('’', '\'');
        foreach (var (wording, why) in Banned)
        {
            if (wording.Match(plain) is { Success: true } found)
                yield return $"\"{found.Value.Trim()}\" may not be said: {why}.";
        }
    }

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(i|we)( can| do)?( completely| totally| fully| truly| really| certainly)? (understand|know|feel|imagine|appreciate|hear) (exactly )?(how|your (pain|frustration|anger|feelings?|disappointment|concern)|you feel|that you feel|you're (feeling|upset|angry))|\bi (completely|totally|fully) understand\b|\bfeel your pain\b", Loose)]
    private static partial Regex ClaimedUnderstanding();

    [GeneratedRegex(@"\bsorry (that )?(you|if you)('re| are)?( may)?( have)? (feel|felt|feeling|upset|angry|think)|\bsorry if\b|\bsorry for any\b", Loose)]
    private static partial Regex SorryYouFeel();

    [GeneratedRegex(@"\b(apologi[sz]e|sorry|apologies) for (any|the|this)( possible)? inconvenience|\bany inconvenience\b", Loose)]
    private static partial Regex Inconvenience();

    [GeneratedRegex(@"\bcalm(ing)? down\b|\bplease relax\b|\bno need to (be|get) (upset|angry|worked up)\b", Loose)]
    private static partial Regex CalmDown();

    [GeneratedRegex(@"\b(call|business|message|time|satisfaction|feedback|concern) is (very |so |extremely )?(important|valuable)\b|\bvery important to us\b", Loose)]
    private static partial Regex ImportantToUs();

    [GeneratedRegex(@"\btransferring you\b|\btransfer you now\b|\bplease hold\b|\bbear with (me|us)\b", Loose)]
    private static partial Regex Transferring();

    [GeneratedRegex(@"\byou('re| are| seem| sound| look| must be| must feel| appear)( to be| to feel| clearly| very| so| quite| really)? (angry|frustrated|upset|annoyed|mad|furious|anxious|worried|sad|disappointed|confused|stressed)\b|\bhow (frustrating|upsetting|annoying)\b", Loose)]
    private static partial Regex GuessedLabel();

    [GeneratedRegex(@"\b(i|we)('m|'re| am| are| feel)( so| very| truly| really| deeply)? (sad|upset|heartbroken|devastated|saddened|distressed|thrilled|delighted|excited|happy|glad)\b|\bmy heart\b|\b(makes|made) (me|us) (sad|happy)\b", Loose)]
    private static partial Regex ClaimedFeeling();

    [GeneratedRegex(@"\brest assured\b|\bwe('ll| will) do (our|everything)\b|\bdo (our|my) (very )?best\b|\bas soon as possible\b|\basap\b", Loose)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\bvalued customer\b|\bthank you for your patience\b|\bthanks for your patience\b|\bwe value you\b|\bunfortunately,? due to\b|\bhigh (call )?volumes?\b", Loose)]
    private static partial Regex Valued();
}
