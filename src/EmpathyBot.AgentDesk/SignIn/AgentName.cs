using System.Globalization;
using System.Text;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>The name a customer sees: letters of any script, digits, spaces and . ' - only, so that it is never read as markup.</summary>
internal static class AgentName
{
    public const int CharsAtMost = 60;

    /// <summary>The name without spaces around it, when it is one.</summary>
    public static bool TryRead(string? text, out string name)
    {
        name = (text ?? "").Trim();
        return name.Length is > 0 and <= CharsAtMost && name.EnumerateRunes().All(IsOfName) && name.EnumerateRunes().Any(Rune.IsLetter);
    }

    /// <summary>A name out of what an identity provider says ("Lind, Mira (Contractor)"): without what customers must not see.</summary>
    public static string From(string? text)
    {
        var kept = string.Concat((text ?? "").EnumerateRunes().Select(sign => IsOfName(sign) ? sign.ToString() : " "));
        var name = new StringBuilder();
        foreach (var sign in string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EnumerateRunes())
        {
            if (name.Length + sign.Utf16SequenceLength > CharsAtMost)
                break;
            name.Append(sign.ToString());
        }

        return TryRead(name.ToString(), out var found) ? found : "Agent";
    }

    /// <summary>The id that goes with a name while there are no accounts: the same name is the same agent.</summary>
    public static string ToId(string name) => $"dev-{name.ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>Marks are parts of letters in many scripts.</summary>
    private static bool IsOfName(Rune sign) => Rune.IsLetterOrDigit(sign)
        || sign.Value is ' ' or '.' or '\'' or '’' or '-'
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
