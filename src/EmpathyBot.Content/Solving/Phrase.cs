using System.Text;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>A part of a phrase that authors write: a word, a gap, or a choice between phrases.</summary>
internal abstract record PhrasePart;

/// <summary>One word, folded.</summary>
internal sealed record PhraseWord(string Word) : PhrasePart;

/// <summary><c>...</c>: up to three words, whichever.</summary>
internal sealed record PhraseGap : PhrasePart;

/// <summary><c>(one|other)</c>, or <c>[one|other]</c>, which may be left out.</summary>
internal sealed record PhraseChoice(IReadOnlyList<Phrase> OneOf, bool MayBeLeftOut) : PhrasePart;

/// <summary>
/// A phrase as authors write it. <c>[please]</c> may be left out, <c>(stop|quit)</c> is one of these, <c>...</c> is up to
/// three words.
/// </summary>
internal sealed record Phrase(IReadOnlyList<PhrasePart> Parts)
{
    /// <summary>What authors are told when a phrase cannot be read.</summary>
    public const string HowToWrite =
        "Use plain words, [word] for one that may be left out, (one|other), and ... for up to three words.";

    private const string Signs = "[]()|";

    /// <summary>Reads a phrase; null when brackets do not match or nothing is left.</summary>
    public static Phrase? Parse(string text)
    {
        var pieces = new Queue<string>(Cut(text));
        var phrase = Read(pieces);
        return pieces.Count == 0 && phrase is { Parts.Count: > 0 } ? phrase : null;
    }

    /// <summary>The words of a text as phrases are compared with them: folded, and without the accents that are often left out.</summary>
    public static string[] WordsOf(ReadOnlySpan<char> text)
    {
        var folded = TextFolding.FoldWords(text);
        if (!Ascii.IsValid(folded))
            folded = TextFolding.FoldWords(folded.Normalize(NormalizationForm.FormD));
        return folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Cut(string text)
    {
        foreach (var sign in Signs)
            text = text.Replace(sign.ToString(), $" {sign} ", StringComparison.Ordinal);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Phrase? Read(Queue<string> pieces)
    {
        var parts = new List<PhrasePart>();
        while (pieces.TryPeek(out var piece) && piece is not ("|" or "]" or ")"))
        {
            pieces.Dequeue();
            if (piece is "[" or "(")
            {
                if (ReadChoice(pieces, piece == "[" ? "]" : ")") is not { } choice)
                    return null;
                parts.Add(choice);
            }
            else if (piece == "...")
            {
                parts.Add(new PhraseGap());
            }
            else
            {
                var words = WordsOf(piece);
                if (words.Length == 0)
                    return null;
                parts.AddRange(words.Select(word => new PhraseWord(word)));
            }
        }

        return new(parts);
    }

    private static PhraseChoice? ReadChoice(Queue<string> pieces, string end)
    {
        var choices = new List<Phrase>();
        while (Read(pieces) is { Parts.Count: > 0 } choice)
        {
            choices.Add(choice);
            if (!pieces.TryDequeue(out var sign) || (sign != "|" && sign != end))
                return null;
            if (sign == end)
                return new(choices, end == "]");
        }

        return null;
    }
}
