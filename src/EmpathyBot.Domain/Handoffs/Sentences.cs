using System.Text;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Cuts what people wrote into sentences and words.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a text with their closing sign, on one line each; empty ones left out.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var current = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            var sign = text[place];
            current.Append(sign is '\r' or '\n' or '\t' ? ' ' : sign);
            var next = place + 1 < text.Length ? text[place + 1] : ' ';
            // "3.50" and "?!" go on; a full stop or a line break before a space ends.
            if (sign is '\n' || (sign is '.' or '!' or '?' or '…' && char.IsWhiteSpace(next)) && !(sign is '.' && Abbreviates(current)))
                Take(current, sentences);
        }

        Take(current, sentences);
        return sentences;
    }

    /// <summary>How many words a text has.</summary>
    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The text with at most so many words and 40 characters for each; "…" stands for what was left out.</summary>
    public static string Shorten(string text, int words)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', all.Take(words).Select(ShortenWord));
        return all.Length <= words ? kept : kept.TrimEnd(',', ';', ':', '-', '.') + "…";
    }

    /// <summary>The words in quotation marks; quotation marks inside become single ones.</summary>
    public static string Quote(string text, int words)
    {
        var inner = Shorten(text, words).Replace('“', '‘').Replace('”', '’').Replace('"', '\'');
        return $"“{inner}”";
    }

    /// <summary>"a, b and c".</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };

    private static string ShortenWord(string word) => word.Length <= 40 ? word : string.Concat(word.AsSpan(0, CutAt(word, 39)), "…");

    /// <summary>Never between the halves of one sign.</summary>
    private static int CutAt(string word, int length) => char.IsHighSurrogate(word[length - 1]) ? length - 1 : length;

    /// <summary>"For P. Nakamura", "Mr. Okafor" and "incl. postage" go on; "at gate B." does not.</summary>
    private static bool Abbreviates(StringBuilder current)
    {
        if (current.Length > 1 && current[^2] is not (>= 'A' and <= 'Z') && !char.IsLower(current[^2]))
            return false;
        var words = current.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var before = words.Length > 1 ? words[^2] : "";
        return words[^1] is [>= 'A' and <= 'Z' and not 'I', '.'] && (before == "called" || before.Length > 0 && EnglishWords.Small.Contains(EnglishWords.Bare(before)))
            || Abbreviations.Contains(words[^1].ToLowerInvariant());
    }

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal) { "mr.", "mrs.", "ms.", "dr.", "st.", "incl.", "excl.", "approx.", "e.g.", "i.e.", "vs.", "art." };

    private static void Take(StringBuilder current, List<string> sentences)
    {
        var sentence = string.Join(' ', current.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        current.Clear();
        if (sentence.Length > 0)
            sentences.Add(sentence);
    }
}
