using System.Collections.Frozen;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Domain.Solving;

/// <summary>The words of one language in answers to what a procedure asks. Keys as of <see cref="NamingWords.Key"/>.</summary>
/// <param name="Yes">Whole answers that agree; the requests know more of them.</param>
/// <param name="YesBegins">How a longer answer begins that agrees whatever follows: "yes please".</param>
/// <param name="No">Whole answers that decline, or all that stands before their first comma: "no, leave it".</param>
/// <param name="Refusing">Words that turn what stands beside them down or ask about it: "not the voucher".</param>
/// <param name="Postcode">Words that may stand before a postcode: "my postcode is".</param>
public sealed record AnswerWords(
    IReadOnlySet<string> Yes, IReadOnlySet<string> YesBegins, IReadOnlySet<string> No, IReadOnlySet<string> Refusing, IReadOnlySet<string> Postcode)
{
    /// <summary>Longer ones say more than no.</summary>
    private const int LongestAfterNo = 60;

    /// <summary>A language nothing is known of.</summary>
    public static AnswerWords None { get; } =
        new(FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    /// <summary>True for a yes, false for a no, null when the text is neither.</summary>
    public bool? Confirms(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = NamingWords.Key(text);
        if (Yes.Contains(whole) || YesBegins.Any(begin => whole.StartsWith(begin, StringComparison.Ordinal) && (whole.Length == begin.Length || whole[begin.Length] == ' ')))
            return true;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return No.Contains(whole) || (comma > 0 && text.Length - comma <= LongestAfterNo && No.Contains(NamingWords.Key(text[..comma]))) ? false : null;
    }

    /// <summary>True when a word of the text turns something down or asks about it.</summary>
    public bool Refuses(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NamingWords.Key(text).Split(' ').Any(Refusing.Contains);
    }

    /// <summary>The text without the words that only announce a postcode.</summary>
    public string WithoutPostcodeLabel(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile(word => Postcode.Contains(NamingWords.Key(word))));
    }
}
