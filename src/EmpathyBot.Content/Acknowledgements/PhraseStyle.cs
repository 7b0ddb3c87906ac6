using System.Text.RegularExpressions;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>The rules of style every acknowledgement keeps. Each broken rule is one sentence.</summary>
internal static partial class PhraseStyle
{
    /// <summary>What the variables may look like, for counting words: on the long side of what customers name.</summary>
    private static readonly (string Name, string Sample)[] Samples =
    [
        ("{{thing}}", "the blue linen jacket"), ("{{span}}", "nearly three weeks"), ("{{count}}", "the third time"), ("{{helpLine}}", "112 or 113"),
    ];

    public static IEnumerable<string> Check(AcknowledgementAct act, string text)
    {
        var spoken = Spoken(text);
        var words = Words().Count(spoken);
        if (words > AcknowledgementChooser.MostWords)
        {
            yield return $"It has {words} words once its variables are filled; "
                + $"an acknowledgement has at most {AcknowledgementChooser.MostWords}.";
        }

        if (act is not (AcknowledgementAct.Celebrate or AcknowledgementAct.Thank))
        {
            if (spoken.Contains('!', StringComparison.Ordinal))
            {
                yield return "It has an exclamation mark. Only thank and celebrate may have one: "
                    + "to someone upset it sounds like shouting or cheer.";
            }

            if (Emoji().IsMatch(spoken))
                yield return "It has an emoji. Only thank and celebrate may have one.";
        }

        if (act != AcknowledgementAct.Apologise && Apology().IsMatch(spoken))
            yield return "It apologises. Only apologise may: an apology has a budget, one an incident.";

        foreach (var broken in BannedWording.In(spoken))
            yield return broken;
    }

    /// <summary>The text with samples for its variables, as it would be read aloud.</summary>
    public static string Spoken(string template)
    {
        foreach (var (name, sample) in Samples)
        {
            template = template
                .Replace(name, sample, StringComparison.Ordinal)
                .Replace(UpperAt(name, 2), UpperAt(sample, 0), StringComparison.Ordinal);
        }

        return template;
    }

    private static string UpperAt(string text, int at) => text[..at] + char.ToUpperInvariant(text[at]) + text[(at + 1)..];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(sorry|apolog\w+|lo siento|lo lamento|disculp\w+|perd[oó]n)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Apology();

    [GeneratedRegex(@"[\u2600-\u27BF\u2B50]|[\uD83C-\uD83E][\uDC00-\uDFFF]|[:;]-?[)(DP](?!\w)")]
    private static partial Regex Emoji();
}
