using System.Buffers;
using System.Globalization;

namespace EmpathyBot.Text;

/// <summary>Makes spellings of the same word alike.</summary>
public static class TextFolding
{
    /// <summary>Folds one word: lower case, no apostrophes, a letter repeated three times or more kept twice ("soooo" becomes "soo").</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="into">Receives the folded word; what does not fit is left out.</param>
    /// <returns>The length of the folded word.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into) => Fold(word, into, repeats: 2);

    /// <summary>
    /// The words of a text in lower case, parted by single spaces; signs and emoji are gone, "nooo!" is "no". For comparing with phrases.
    /// </summary>
    public static string FoldWords(ReadOnlySpan<char> text)
    {
        // A word may touch a number without a space between them: the result can be longer than the text, but not twice.
        var rented = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length * 2));
        var folded = 0;
        Span<char> word = stackalloc char[Tokenizer.LongestWord];
        foreach (var token in Tokenizer.Tokens(text))
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            if (folded > 0)
                rented[folded++] = ' ';
            var length = Fold(text.Slice(token.Start, token.Length), word, repeats: token.Kind == TokenKind.Word ? 1 : int.MaxValue);
            word[..length].CopyTo(rented.AsSpan(folded));
            folded += length;
        }

        var words = new string(rented, 0, folded);
        ArrayPool<char>.Shared.Return(rented);
        return words;
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> into, int repeats)
    {
        var length = 0;
        var run = 0;
        for (var at = 0; at < word.Length && length < into.Length; at++)
        {
            var letter = char.ToLowerInvariant(word[at]);
            if (Tokenizer.IsApostrophe(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            run = length > 0 && into[length - 1] == letter ? run + 1 : 1;
            // The third of a kind tells that the word is drawn out: only then are doubled letters ("good") touched.
            if (run > 2 && run > repeats)
            {
                if (run == 3 && repeats == 1)
                    length--;
                continue;
            }

            into[length++] = letter;
        }

        return length;
    }
}
