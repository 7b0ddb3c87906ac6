using System.Text.RegularExpressions;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>The rules of style every acknowledgement keeps. Each broken rule is one sentence.</summary>
internal static partial class PhraseStyle
{
    private const string HelpLine = "112 or 113";

    public static IEnumerable<string> Check(AcknowledgementAct act, string text, Wording wording) =>
        Spoken(text, wording).SelectMany(spoken => CheckSpoken(act, spoken, wording)).Distinct();

    private static IEnumerable<string> CheckSpoken(AcknowledgementAct act, string spoken, Wording wording)
    {
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

        if (act != AcknowledgementAct.Apologise && wording.Apologises(spoken))
            yield return "It apologises. Only apologise may: an apology has a budget, one an incident.";

        foreach (var broken in wording.BrokenIn(spoken))
            yield return broken;
    }

    /// <summary>The text with samples for its variables, as it would be read aloud: familiar, and polite where that differs.</summary>
    public static IReadOnlyList<string> Spoken(string template, Wording wording)
    {
        foreach (var (name, sample) in wording.Samples.Append(new("helpLine", HelpLine)))
        {
            template = template
                .Replace($"{{{{{name}}}}}", sample, StringComparison.Ordinal)
                .Replace($"{{{{{UpperFirst(name)}}}}}", UpperFirst(sample), StringComparison.Ordinal);
        }

        return TemplateText.Readings(template);
    }

    private static string UpperFirst(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\u2600-\u27BF\u2B50]|[\uD83C-\uD83E][\uDC00-\uDFFF]|[:;]-?[)(DP](?!\w)")]
    private static partial Regex Emoji();
}
