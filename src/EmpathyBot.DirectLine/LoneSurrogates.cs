using System.Globalization;

namespace EmpathyBot.DirectLine;

/// <summary>
/// Mends texts that were cut in the middle of an emoji. Browsers write such a half as a lone <c>\ud83d</c>, which is
/// JSON by its grammar but not a text any reader accepts; the customer's message must not be lost for it.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON with each half character replaced by U+FFFD.</summary>
    public static string Repair(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var mended = json.ToCharArray();
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\')
            {
                continue;
            }

            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, at + EscapeLength)))
            {
                at += (2 * EscapeLength) - 1;
            }
            else if (char.IsSurrogate(unit))
            {
                "\\ufffd".CopyTo(mended.AsSpan(at));
                at += EscapeLength - 1;
            }
            else
            {
                // The escaped character is no escape of its own: "\\ud83d" is a backslash and five letters.
                at++;
            }
        }

        return new string(mended);
    }

    private static char UnitAt(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
