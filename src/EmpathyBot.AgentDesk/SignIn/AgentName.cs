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

    /// <summary>The id that goes with a name while there are no accounts: the same name is the same agent.</summary>
    public static string ToId(string name) => $"dev-{name.ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>Marks are parts of letters in many scripts.</summary>
    private static bool IsOfName(Rune sign) => Rune.IsLetterOrDigit(sign)
        || sign.Value is ' ' or '.' or '\'' or '’' or '-'
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
