namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; }

    public string Normalized { get; set; }
}

/// <summary>Breaks a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>The tokenizer in use where none is given.</summary>
public class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    /// <summary>Breaks at spaces and punctuation; a character beyond the basic plane is a word of its own.</summary>
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text))
        {
            return tokens;
        }

        var wordStart = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF)
            {
                EndWord(position);
                var symbol = rune.ToString();
                tokens.Add(new Token { Start = position, End = position + rune.Utf16SequenceLength - 1, Text = symbol, Normalized = symbol });
            }
            else if (Breaks(rune.Value))
            {
                EndWord(position);
            }
            else if (wordStart < 0)
            {
                wordStart = position;
            }

            position += rune.Utf16SequenceLength;
        }

        EndWord(text.Length);
        return tokens;

        void EndWord(int end)
        {
            if (wordStart >= 0)
            {
                var word = text[wordStart..end];
                tokens.Add(new Token { Start = wordStart, End = end - 1, Text = word, Normalized = word.ToLowerInvariant() });
                wordStart = -1;
            }
        }
    }

    private static bool Breaks(int codePoint) => codePoint is
        <= 0x2F
        or (>= 0x3A and <= 0x40)
        or (>= 0x5B and <= 0x60)
        or (>= 0x7B and <= 0xBF)
        or (>= 0x2B9 and <= 0x36F)
        or (>= 0x2000 and <= 0x2BFF)
        or (>= 0x2E00 and <= 0x2E7F);
}
