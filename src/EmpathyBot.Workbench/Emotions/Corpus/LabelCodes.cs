using System.Text.RegularExpressions;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>The short words in which authors write labels: <c>fru2+anx wait u2 repeat</c>.</summary>
internal static partial class LabelCodes
{
    private static readonly Dictionary<string, Emotion> Emotions = Enum.GetValues<Emotion>().ToDictionary(emotion => emotion.ToString()[..3].ToLowerInvariant());

    private static readonly Dictionary<string, EmotionTarget> Targets = Enum.GetValues<EmotionTarget>().ToDictionary(target => target.Code());

    /// <summary>What a target is called in files: <c>own_loss</c>.</summary>
    public static string Code(this EmotionTarget target) => target switch
    {
        EmotionTarget.OwnLoss => "own_loss",
        EmotionTarget.ThirdParty => "third_party",
        _ => target.ToString().ToLowerInvariant(),
    };

    /// <summary>What an emotion is called in files: <c>frustration</c>.</summary>
    public static string Code(this Emotion emotion) => emotion.ToString().ToLowerInvariant();

    /// <summary>Reads an emotion and perhaps a second one, without strength: <c>fru+anx</c>. Null when it is none.</summary>
    public static EmotionVote? ReadEmotions(string word)
    {
        if (word.Split('+') is not [var first, .. { Length: <= 1 } more] || !Emotions.TryGetValue(first, out var primary))
            return null;
        if (more is not [var other])
            return new(primary, null);
        return Emotions.TryGetValue(other, out var second) && second != primary ? new(primary, second) : null;
    }

    /// <summary>Reads the label words of one turn.</summary>
    /// <param name="words">The words, parted by spaces; the first is the emotion.</param>
    /// <param name="mistake">A plain sentence when null is returned.</param>
    public static TurnLabels? Read(string words, out string mistake)
    {
        mistake = "";
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var match = EmotionWord().Match(parts.Length > 0 ? parts[0] : "");
        if (!match.Success)
            return Refuse("A customer's turn begins with an emotion and its strength, such as fru2 or neu0.", out mistake);
        if (!Emotions.TryGetValue(match.Groups["first"].Value, out var primary))
            return Refuse($"There is no emotion '{match.Groups["first"].Value}'.", out mistake);

        Emotion? secondary = null;
        if (match.Groups["second"] is { Success: true, Value: var second })
        {
            if (!Emotions.TryGetValue(second, out var found))
                return Refuse($"There is no emotion '{second}'.", out mistake);
            if (found == primary)
                return Refuse("The second emotion is the same as the first.", out mistake);
            secondary = found;
        }

        var intensity = match.Groups["strength"].Value[0] - '0';
        if (primary == Emotion.Neutral != (intensity == 0))
            return Refuse("Strength 0 belongs to neutral and to nothing else.", out mistake);

        var labels = new TurnLabels(primary, secondary, intensity, 0, EmotionTarget.Unknown, MessageSignals.None);
        foreach (var word in parts.AsSpan(1))
        {
            if (WithWord(labels, word) is not { } more)
                return Refuse($"The word '{word}' is not a target, u1, u2 or a signal.", out mistake);
            labels = more;
        }

        return labels;
    }

    private static TurnLabels? WithWord(TurnLabels labels, string word)
    {
        if (Targets.TryGetValue(word, out var target))
            return labels with { Target = target };
        return word switch
        {
            "-" => labels,
            "u1" => labels with { Urgency = 1, Signals = labels.Signals with { Urgent = true } },
            "u2" => labels with { Urgency = 2, Signals = labels.Signals with { Urgent = true } },
            "sarcasm" => labels with { Signals = labels.Signals with { Sarcasm = true } },
            "repeat" => labels with { Signals = labels.Signals with { Repeat = true } },
            "wants_human" => labels with { Signals = labels.Signals with { WantsHuman = true } },
            "abusive" => labels with { Signals = labels.Signals with { Abusive = true } },
            "churn" => labels with { Signals = labels.Signals with { Churn = true } },
            "at_risk" => labels with { Signals = labels.Signals with { AtRisk = true } },
            _ => null,
        };
    }

    private static TurnLabels? Refuse(string because, out string mistake)
    {
        mistake = because;
        return null;
    }

    [GeneratedRegex(@"^(?<first>[a-z]{3})(?<strength>[0-3])(\+(?<second>[a-z]{3})[0-3]?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmotionWord();
}
