using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Cuts what was said into pieces that can be told on their own: what hangs on a sentence stays with it, long sentences come apart.</summary>
internal static partial class Clauses
{
    /// <summary>A sentence of more words comes apart where a clause of its own begins.</summary>
    private const int Long = 14;

    /// <summary>So many words may hang on the sentence before.</summary>
    private const int Hanging = 7;

    /// <summary>The pieces, in order; each still a sentence.</summary>
    /// <param name="sentences">The sentences without openings, and whether such an opening was "and".</param>
    /// <param name="speaker">Who said them.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string Text, bool Adds)> sentences, Speaker speaker)
    {
        var pieces = new List<string>();
        foreach (var (sentence, adds) in sentences)
        {
            if (speaker == Speaker.Customer && pieces.Count > 0 && Hangs(sentence, pieces[^1], adds))
                pieces[^1] = Joined(pieces[^1], sentence, adds ? " and " : ", ");
            else
                pieces.AddRange(Apart(sentence));
        }

        return pieces;
    }

    /// <summary>"I did the form. Twice.", "Make it a pick-up point instead? The one at the station."</summary>
    private static bool Hangs(string sentence, string before, bool adds)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= Hanging && !sentence.EndsWith('?') && Sentences.WordCount(before) + words.Length <= 24
            && (adds && words.Length > 1 || HangingStarts.Contains(EnglishWords.Bare(words[0])) || char.IsDigit(words[0][0]) && words.Length <= 3)
            && !ReportedSpeech.HasVerb(words) && !words.Any(word => EnglishWords.Bare(word) is "please" or "thanks" or "way" or "problem" or "worries" or "kidding");
    }

    private static string Joined(string before, string hanging, string by)
    {
        var sign = before.EndsWith('?') ? "?" : ".";
        return $"{before.TrimEnd('.', '!', '?', '…', ' ')}{by}{char.ToLowerInvariant(hanging[0])}{hanging[1..].TrimEnd('.', '!', '?')}{sign}";
    }

    private static IEnumerable<string> Apart(string sentence)
    {
        if (Sentences.WordCount(sentence) <= Long)
            return [sentence];
        foreach (Match match in Between().Matches(sentence))
        {
            var (left, right) = (sentence[..match.Index], sentence[(match.Index + match.Length)..]);
            if (Sentences.WordCount(left) < 5 || Sentences.WordCount(right) < 4 || left.Count(sign => sign is '"' or '“' or '”') % 2 != 0 || left.Count(sign => sign == '(') != left.Count(sign => sign == ')')
                || Condition().IsMatch(left) || !ReportedSpeech.HasVerb(left.Split(' ')) || !ReportedSpeech.HasVerb(right.Split(' ')))
                continue;
            return [left + ".", .. Apart(char.ToUpperInvariant(right[0]) + right[1..])];
        }

        return [sentence];
    }

    private static readonly HashSet<string> HangingStarts = new(StringComparer.Ordinal)
    {
        "twice", "once", "again", "every", "each", "in", "on", "at", "with", "without", "for", "since", "by", "before", "after", "until", "till", "from", "near", "under", "never", "not", "always", "still", "only",
        "the", "a", "an", "my", "our", "both", "left", "right", "all", "same", "size", "box", "row", "flat", "room", "evenings", "mornings", "weekends", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "tomorrow", "today", "tonight", "yesterday", "two", "three", "four", "five", "ten", "any", "or", "either", "day",
    };

    /// <summary>What depends on a condition is told with it.</summary>
    [GeneratedRegex(@"\b(?:if|unless|whether|when|although|though)\b[^,]*$|\b(?:said|told (?:me|us)|says|think|hope|know) (?:that )?[^,]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@",? (?:and|but|so) (?:now |then |today |yesterday |also )?(?=(?:i|we|he|she|it|they|you|there|nobody|no one|i['’]m|i['’]ve|we['’]re|we['’]ve|it['’]s|they['’]ve|you['’]ve) \w)|, (?:and|but|so) (?=(?:now |then |today |yesterday )?(?:my|our|your|the|this|that|his|her|their|nothing) \w)|, (?=(?:i|we|you|nobody|i['’]m|i['’]ve|we['’]re|you['’]ve) \w)", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
