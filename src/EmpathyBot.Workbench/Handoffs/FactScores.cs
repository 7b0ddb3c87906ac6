using System.Text.RegularExpressions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>How the facts of one dialogue and of its brief agree.</summary>
/// <param name="Id">The dialogue.</param>
/// <param name="Told">Facts that headline and summary tell.</param>
/// <param name="Grounded">Those that stand in the turns their sentence cites.</param>
/// <param name="Ungrounded">The others, as "sentence: what".</param>
/// <param name="Must">Facts that must be there.</param>
/// <param name="InSummary">Those found in headline and summary.</param>
/// <param name="InBrief">Those found there, in the details, in what was tried or in what was promised.</param>
/// <param name="Missing">Those found in none of these.</param>
/// <param name="Leaked">Secrets found anywhere in the brief.</param>
/// <param name="Words">How many words stand above the transcript.</param>
internal sealed record DialogueFacts(
    string Id, int Told, int Grounded, IReadOnlyList<string> Ungrounded, int Must, int InSummary, int InBrief, IReadOnlyList<string> Missing, IReadOnlyList<string> Leaked, int Words);

/// <summary>
/// Holds briefs to facts. <b>Precision</b>: of what headline and summary tell (every word with a digit, every name, and every
/// labelled number, product, date, amount and request they hold), the share that stands in the turns the sentence cites.
/// <b>Recall</b>: of the facts labelled "must", the share that is found. A fact is found when all its numbers and at least
/// <see cref="WordsFound"/> of its content words (stemmed; small words left out) are there.
/// </summary>
internal static partial class FactScores
{
    /// <summary>The share of a fact's content words that must be there.</summary>
    public const double WordsFound = 0.6;

    private static readonly HashSet<string> Small =
    [
        .. ("a an the and or but so if then than that this these those there here it its is are was were be been being am do does did done have has had having will would shall "
            + "should can could may might must not no yes of in on at to for from by with about as into over up out off again very just only also too now i me my mine we us our "
            + "ours you your yours he him his she her they them their theirs who whom which what when where why how all any some such own same other more most much many one please "
            + "m ve ll re s t d don didn im dont didnt thats").Split(' '),
    ];

    private static readonly string[] PreciseKinds = ["number", "product", "date", "amount", "request"];

    /// <summary>Scores one brief.</summary>
    public static DialogueFacts Of(LabelledDialogue dialogue, HandoffBrief brief)
    {
        List<string> ungrounded = [];
        var (told, grounded) = (0, 0);
        foreach (var sentence in brief.Summary.Prepend(brief.Headline))
        {
            var cited = Words(string.Join(' ', dialogue.Turns.Where(turn => sentence.TurnIds.Contains(WrittenBrief.TurnId(turn.Number))).Select(turn => turn.Text))).ToHashSet(StringComparer.Ordinal);
            var here = Words(sentence.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var item in Concrete(sentence.Text))
                Count(item, Words(item).All(cited.Contains));
            foreach (var fact in dialogue.Facts.Where(fact => PreciseKinds.Contains(fact.Kind) && IsFound(fact.Words, here)))
                Count(fact.Words, IsFound(fact.Words, cited));

            void Count(string item, bool found)
            {
                told++;
                if (found)
                    grounded++;
                else
                    ungrounded.Add($"{sentence.Text}: {item}");
            }
        }

        var must = dialogue.Facts.Where(fact => fact.Need == FactNeed.Must).ToList();
        var summary = Words(string.Join(' ', brief.Summary.Prepend(brief.Headline).Select(sentence => sentence.Text))).ToHashSet(StringComparer.Ordinal);
        var wider = Words(string.Join(' ', brief.Details.Concat(brief.Tried).Concat(brief.Promised).Select(sentence => sentence.Text))).Concat(summary).ToHashSet(StringComparer.Ordinal);
        var everything = Digits().Replace(BriefPage.Of(brief), "");
        return new(
            dialogue.Id, told, grounded, ungrounded, must.Count, must.Count(fact => IsFound(fact.Words, summary)), must.Count(fact => IsFound(fact.Words, wider)),
            [.. must.Where(fact => !IsFound(fact.Words, wider)).Select(fact => $"{fact.Kind} “{fact.Words}”")],
            [.. dialogue.Facts.Where(fact => fact.Need == FactNeed.Never && everything.Contains(Digits().Replace(fact.Words, ""), StringComparison.OrdinalIgnoreCase)).Select(fact => fact.Kind)],
            BriefPage.Words(brief));
    }

    /// <summary>True when all numbers of a fact and enough of its other words are among these.</summary>
    public static bool IsFound(string fact, IReadOnlySet<string> among)
    {
        var words = Words(fact).Where(word => !Small.Contains(word)).ToList();
        // "I need to talk" may have small words only; then all of them count.
        if (words.Count == 0)
            words = [.. Words(fact)];
        return words.Where(HasDigit).All(among.Contains) && words.Count(among.Contains) >= WordsFound * words.Count;
    }

    /// <summary>The words of a text as they are compared: small letters, stemmed, amounts and times as one.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text.Replace('’', '\'').ToLowerInvariant())
        .SelectMany(match => HasDigit(match.Value) ? [match.Value] : match.Value.Split('\'', '-').Where(part => part.Length > 0).Select(part => part.Length > 3 ? PorterStemmer.Stem(part) : part));

    /// <summary>Numbers, and names inside a sentence: what cannot be there by chance.</summary>
    private static IEnumerable<string> Concrete(string sentence)
    {
        var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place < words.Length; place++)
        {
            var word = words[place].Trim('.', ',', ';', ':', '!', '?', '“', '”', '(', ')', '"', '…', '[', ']');
            var begins = place == 0 || words[place - 1].EndsWith('.') || words[place - 1].EndsWith(';') || words[place].StartsWith('“');
            if (word.Any(char.IsAsciiDigit) || !begins && word.Length > 1 && char.IsUpper(word[0]))
                yield return word;
        }
    }

    private static bool HasDigit(string word) => word.Any(char.IsAsciiDigit);

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['.,:@-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[0-9])[ -](?=[0-9])")]
    private static partial Regex Digits();
}
