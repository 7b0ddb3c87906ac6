using System.Text.RegularExpressions;

namespace StandIn.Bot.Builder.Dialogs;

/// <summary>Yes and no in English and Spanish, and the thumbs that everybody reads.</summary>
internal static partial class YesNoWords
{
    /// <summary>What the text says, or null when it says neither. Of both, the earlier counts, and "not ok" is one word.</summary>
    public static bool? Recognize(string text, string culture)
    {
        var spanish = culture.StartsWith("es", StringComparison.OrdinalIgnoreCase);
        var no = (spanish ? SpanishNo() : EnglishNo()).Match(text);
        var yes = (spanish ? SpanishYes() : EnglishYes()).Match(text);
        if (!no.Success && !yes.Success)
        {
            return null;
        }

        return yes.Success && (!no.Success || yes.Index < no.Index);
    }

    [GeneratedRegex(@"\b(true|yes|yep|yup|yeah|y|sure|ok|okay|agree)\b|👍|👌", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishYes();

    [GeneratedRegex(@"\b(false|nope|nop|no|not\s+ok|disagree|n)\b|👎|✋|🖐", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishNo();

    [GeneratedRegex(@"\b(verdad|verdadero|sí|si|sip|s|cierto|por\s+supuesto|ok|okay)\b|👍|👌", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishYes();

    [GeneratedRegex(@"\b(falso|nop|no|n|no\s+estoy\s+de\s+acuerdo)\b|👎|✋|🖐", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishNo();
}
