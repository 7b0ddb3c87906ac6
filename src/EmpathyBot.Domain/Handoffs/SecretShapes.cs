namespace EmpathyBot.Domain.Handoffs;

/// <summary>The checks that tell a secret from a number that only looks like one.</summary>
internal static class SecretShapes
{
    /// <summary>What may follow "my password is" and is no password.</summary>
    private static readonly HashSet<string> NoPassword = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "wrong", "incorrect", "invalid", "expired", "forgotten", "lost", "gone", "being", "the", "still", "always", "never",
        "rejected", "refused", "reset", "blocked", "locked", "correct", "right", "working", "broken", "also", "now", "too", "that",
        "what", "this", "my", "one", "required", "needed", "asked", "changed", "old", "new", "fine", "okay", "very", "just", "only",
        "unknown", "missing", "weak", "safe", "secure", "stolen", "hacked", "compromised", "leaked", "important", "supposed", "because",
        "and", "but", "for", "from", "it", "really", "no", "longer", "same", "different", "unable", "apparently", "somehow", "again",
        "case", "too", "in", "on", "to", "so", "all", "up", "about", "accepted", "saved", "stored", "sent", "coming", "displayed", "shown",
        "incorrecta", "incorrecto", "errónea", "correcta", "correcto", "la", "el", "mi", "que", "muy", "demasiado", "inválida", "válida", "antigua",
        "nueva", "vieja", "débil", "segura", "necesaria", "obligatoria", "otra", "distinta", "diferente", "buena", "mala", "lo", "un", "una",
        "para", "por", "porque", "siempre", "nunca", "falsch", "nicht", "richtig", "das", "die", "der", "fout", "niet",
    };

    /// <summary>Behind a sign (":", "=" or a quote) anything is a password; behind a word, anything but the words above.</summary>
    public static bool LooksLikePassword(string text, bool behindSign) =>
        !text.StartsWith('[') && (behindSign || !NoPassword.Contains(text.Trim('.', ',', ';', '!', '?')));

    /// <summary>
    /// How much of a text passes a check, cutting what stands behind its last space or dash until it does: a number is
    /// often followed by another word or number that looks like more of it. 0 when nothing passes.
    /// </summary>
    public static int LengthThatPasses(string text, Func<string, bool> passes)
    {
        while (text.Length > 0 && !passes(text))
            text = text[..Math.Max(text.LastIndexOfAny([' ', '-']), 0)];
        return text.Length;
    }

    /// <summary>
    /// A number that card companies give out: its length goes with its beginning, and Luhn's check passes. Bar codes,
    /// serial numbers of phones and most tracking numbers begin otherwise or are of other lengths.
    /// </summary>
    public static bool IsCard(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            14 => digits[0] == '3' && digits[1] is '0' or '6' or '8' or '9',
            15 => digits[0] == '3' && digits[1] is '4' or '7',
            16 => digits[0] is >= '2' and <= '6',
            > 16 and <= 19 => digits[0] is '4' or '5' or '6',
            _ => false,
        } && PassesLuhn(digits);
    }

    private static bool PassesLuhn(string text)
    {
        var digits = text.Select(digit => digit - '0').ToArray();
        var sum = digits.Reverse().Select((digit, place) => place % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2).Sum();
        return sum % 10 == 0;
    }

    public static bool PassesMod97(string text)
    {
        var compact = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (compact.Length is < 15 or > 34)
            return false;
        var remainder = 0;
        foreach (var sign in compact[4..] + compact[..4])
        {
            var value = char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }

        return remainder == 1;
    }

    /// <summary>Area, group and serial as the Social Security Administration gives them out.</summary>
    public static bool IsUsSocialSecurity(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 9 && digits[..3] is not ("000" or "666") && digits[0] != '9'
            && digits[3..5] != "00" && digits[5..] != "0000";
    }

    public static bool PassesElevenTest(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length != 9 || digits.All(digit => digit == 0))
            return false;
        var sum = digits.Select((digit, place) => digit * (place == 8 ? -1 : 9 - place)).Sum();
        return sum % 11 == 0;
    }

    public static bool PassesSpanishLetter(string text)
    {
        const string letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        var compact = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var number = compact[..^1].Replace('X', '0').Replace('Y', '1').Replace('Z', '2').PadLeft(8, '0');
        return number.Length == 8 && letters[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 23] == compact[^1];
    }
}
