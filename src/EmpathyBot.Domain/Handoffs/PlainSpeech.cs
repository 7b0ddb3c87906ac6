using System.Globalization;
using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Clears a message of what says nothing of the matter: handles, links, greetings, sighs, shouting, signatures.</summary>
internal static partial class PlainSpeech
{
    /// <summary>Openings and sighs; the longer ones first, since one may begin another.</summary>
    private static readonly string[] Openings =
    [
        "to whom it may concern", "dear sir or madam", "dear team", "good morning", "good evening", "good afternoon", "oh no", "oh wait", "oh dear", "thank you", "thanks a lot", "many thanks", "no worries",
        "hi there", "hello there", "hey there", "hi all", "hi team", "hi guys", "hey guys", "i'm sorry but", "sorry but", "i said", "i mean",
        "you know", "to be honest", "by the way", "in fact", "of course", "as i said", "i'm afraid", "i am afraid", "unfortunately", "thanks", "hi",
        "hiya", "hello", "hey", "heyyy", "and", "but", "so", "then", "well", "ok", "okay", "also", "listen", "yes", "yeah", "yep", "no", "nope",
        "oh", "ah", "ahh", "hmm", "haha", "lol", "omg", "wow", "ugh", "sorry", "seriously", "honestly", "actually", "basically", "btw",
        "because", "cool", "super", "lovely", "perfect", "exactly", "fine", "brilliant", "great", "guys", "right", "sure", "cheers", "understood", "certainly", "absolutely", "precisely", "done",
    ];

    /// <summary>The sentences of a message that are left when all that is taken away, each beginning with a capital.</summary>
    /// <param name="message">What was said.</param>
    /// <param name="speaker">Who said it: only of customers, who write in bits, is what hangs on a sentence joined to it.</param>
    public static IReadOnlyList<string> Sentences(string message, Speaker speaker = Speaker.Customer)
    {
        var text = Ornament().Replace(Link().Replace(Handle().Replace(message, " "), " "), " . ");
        text = Numbering().Replace(Signature().Replace(text, ""), "");
        // "Well look into it" is "we'll"; "Well, look" is not.
        text = Greeting().Replace(WeAre().Replace(IWould().Replace(WeWill().Replace(text, "We'll "), "I'd "), "$1We're "), ". ");
        text = Wishing().Replace(text, ". ");
        if (IsShouted(text))
            text = text.ToLowerInvariant();
        text = Laugh().Replace(Break().Replace(text, ". "), "");
        return Clauses.Of(
        [
            .. Handoffs.Sentences.Of(text)
                .Select(sentence => (Text: WithoutOpening(IsShouted(sentence) ? sentence.ToLowerInvariant() : sentence), Adds: sentence.StartsWith("and ", StringComparison.OrdinalIgnoreCase)))
                .Where(sentence => sentence.Text.Any(char.IsLetterOrDigit)),
        ], speaker);
    }

    /// <summary>True when most of its words are in capitals.</summary>
    private static bool IsShouted(string text)
    {
        var (words, shouted) = (0, 0);
        var (letters, capitals, digits) = (0, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                letters += char.IsLetter(text[at]) ? 1 : 0;
                capitals += char.IsUpper(text[at]) ? 1 : 0;
                digits += char.IsDigit(text[at]) ? 1 : 0;
                continue;
            }

            if (letters > 1 && digits == 0)
                (words, shouted) = (words + 1, shouted + (capitals == letters ? 1 : 0));
            (letters, capitals, digits) = (0, 0, 0);
        }

        return words >= 3 && shouted > 0.6 * words;
    }

    private static string WithoutOpening(string sentence)
    {
        var cut = sentence.TrimStart('.', ',', '!', '-', '–', '…', ' ', '?');
        for (var more = true; more;)
        {
            more = false;
            foreach (var opening in Openings)
            {
                if (!cut.StartsWith(opening, StringComparison.OrdinalIgnoreCase) || cut.Length > opening.Length && (char.IsLetterOrDigit(cut[opening.Length]) || cut[opening.Length] is '\'' or '’' or '-'))
                    continue;
                var rest = cut[opening.Length..].TrimStart(' ', ',', '!', '-', '.', '…', ':', '–');
                // "No track" and "so late" are no openings; only before a pause or a clause are they.
                if (opening is "cool" or "super" or "lovely" or "perfect" or "exactly" or "fine" or "brilliant" or "no" or "so" or "i said" or "i mean" or "you know" or "right" or "great" or "sure" or "done" or "sorry" && cut.Length > opening.Length && cut[opening.Length] is ' ' && !BeginsClause(rest))
                    continue;
                (cut, more) = (rest, rest.Length > 0);
                break;
            }
        }

        cut = Tag().Replace(cut.Replace(" .", ".", StringComparison.Ordinal), "");
        return cut.Length == 0 ? "" : char.ToUpper(cut[0], CultureInfo.InvariantCulture) + cut[1..];
    }

    private static bool BeginsClause(string text)
    {
        var first = EnglishWords.Bare(text.Split(' ', 2)[0]);
        return EnglishWords.Askers.Contains(first) || EnglishWords.Auxiliaries.Contains(first)
            || first is "i" or "i'm" or "i've" or "im" or "ive" or "we" or "you" or "my" or "the" or "it" or "they" or "this" or "that" or "now" or "please" or "there";
    }

    [GeneratedRegex(@"(?<!\w)@\w+:?")]
    private static partial Regex Handle();

    [GeneratedRegex(@"<?https?://\S+|<link>|<LINK>|www\.\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>Emoji and rows of signs end a sentence as a full stop does.</summary>
    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u2600-\u27BF]\uFE0F?|(?<!\S)[:;]-?[()DPp](?!\S)")]
    private static partial Regex Ornament();

    /// <summary>"Delete it again, would you?"</summary>
    [GeneratedRegex(@",?\s*\b(?:(?:ha){2,}h?|hehe|lol|lmao|by the way|btw)\b(?=[\s,.!?]|$)(?: ?(?=[.!?]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Laugh();

    [GeneratedRegex(@"(?<=\w{3}), (?:then|(?:would|will|can|could|won['’]t) (?:you|u)(?: please)?)[?.]?$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<!\S)\(?[1-9]\)\s+")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\b[Ww]ell (?=(?:help|look|get|send|speak|be|do|need|have|give|pass|let|make|check|see|keep|take|try|work|contact|call|continue|sort|report|investigate|share|forward|review)\b)")]
    private static partial Regex WeWill();

    [GeneratedRegex(@"\bId (?=(?:like|love|rather|be|have|say|appreciate|prefer)\b)|\bid (?=(?:like|love|rather)\b)")]
    private static partial Regex IWould();

    [GeneratedRegex(@"(^|[.!?,] )[Ww]ere (?=(?:not|sorry|on|here|aware|unable|happy|always|so|\w+ing)\b)")]
    private static partial Regex WeAre();

    /// <summary>A greeting or thanks with the name behind it.</summary>
    [GeneratedRegex(@"\b(?:Hi|HI|Hey|Hello|Thanks|Thank you|Sorry|Apologies|Afraid so|Cheers|Good (?:morning|evening|afternoon)|Dear)(?: there)?,? (?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,.!]| (?:we|I|you|the|it|this|that|if|can|could|please|for|thats|its|Im|Ive|we're|weve|there|your)\b|\s*$)[,.!]?")]
    private static partial Regex Greeting();

    /// <summary>A wish behind "and" is a sentence of its own: what is wrong and what is wanted are told apart.</summary>
    [GeneratedRegex(@"(?:,? (?:and|but|so)(?: also| now| then)?|,) (?=(?:(?:i|we) (?:also |just |only |really |still |now )?(?:want|need|wish|would like|would prefer)|(?:i|we)['’]d (?:like|prefer|love)|can you|could you|please can|please could|can i|could i) )|,? (?=please (?:get|send|call|help|can|could|do|let|connect|cancel|refund|put|give|make|fix|tell|change) )|, (?=(?:want|need|would like) (?:to|a|my|the) )", RegexOptions.IgnoreCase)]
    private static partial Regex Wishing();

    [GeneratedRegex(@"\s+[\^*/-]\s?[A-Z]\w{0,10}\.?\s*$|(?<=[a-z.?!,)] ?)\s(?!DM|US|UK|TV|PC|OK|ID|AM|PM|EU)[A-Z]{2,3}(?: [0-9]{2})?\s*$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"\s+[–—-]\s+|\s*;\s+|(?<=[a-z)])\s*\.\.\.+\s*")]
    private static partial Regex Break();
}
