using System.Text;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>What a password must be like. Long counts; signs of every kind do not.</summary>
internal static class PasswordRules
{
    public const int CharsAtLeast = 12;
    public const int CharsAtMost = 200;
    private const int DifferentSignsAtLeast = 5;

    /// <summary>What is wrong with a password as a sentence, or null.</summary>
    public static string? WhyNot(string? password, SignInName name)
    {
        if (password is null || password.Length < CharsAtLeast)
            return $"The password is too short: at least {CharsAtLeast} characters. Several words in a row are fine.";
        if (password.Length > CharsAtMost)
            return $"The password is too long: at most {CharsAtMost} characters.";
        if (Plain(password) is not { } plain)
            return "The password has signs that are not text.";
        if (plain.EnumerateRunes().Distinct().Count() < DifferentSignsAtLeast)
            return "The password repeats the same few signs. Anyone would try that.";
        return plain.Contains(name.Text, StringComparison.OrdinalIgnoreCase) ? "The password holds the sign-in name. Anyone would try that." : null;
    }

    /// <summary>The same however a keyboard wrote it; null for what is not text (half a surrogate pair).</summary>
    public static string? Plain(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
