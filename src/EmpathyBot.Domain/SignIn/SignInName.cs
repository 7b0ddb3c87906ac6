using System.Globalization;
using System.Text;

namespace EmpathyBot.Domain.SignIn;

/// <summary>
/// What someone types to sign in. Two that look the same are the same: case, full-width forms and spaces around it do
/// not count.
/// </summary>
public sealed record SignInName
{
    /// <summary>Longest name, in characters.</summary>
    public const int CharsAtMost = 100;

    private SignInName(string text) => Text = text;

    /// <summary>The name in the one form in which it is compared and stored.</summary>
    public string Text { get; }

    /// <summary>
    /// The name when it is one: 1 to 100 characters of any script's letters and digits, spaces and <c>. ' - _ @ +</c>, so that
    /// an e-mail address will do; at least one letter or digit.
    /// </summary>
    public static SignInName? Read(string? text)
    {
        if (text is null || text.Length > CharsAtMost || !IsWellFormed(text))
            return null;
        var name = text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return name.Length is > 0 and <= CharsAtMost && name.EnumerateRunes().All(IsOfName) && name.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? new(name)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Half a surrogate pair cannot be brought into one form.</summary>
    private static bool IsWellFormed(string text)
    {
        foreach (var sign in text.EnumerateRunes())
        {
            if (sign == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private static bool IsOfName(Rune sign) => Rune.IsLetterOrDigit(sign)
        || sign.Value is ' ' or '.' or '\'' or '’' or '-' or '_' or '@' or '+'
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
