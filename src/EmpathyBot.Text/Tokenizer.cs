using System.Globalization;

namespace EmpathyBot.Text;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Letters, with apostrophes inside: "don't" is one.</summary>
    Word = 0,
    /// <summary>Digits, with signs inside: "39.99", "10,023".</summary>
    Number,
    /// <summary>A picture sign or a face made of signs.</summary>
    Emoji,
    /// <summary>Any other sign, one at a time.</summary>
    Sign,
}

/// <summary>One token of a text.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units, at least 1.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind);

/// <summary>Cuts text into tokens, without allocating. Any text is valid, broken surrogates included.</summary>
public static class Tokenizer
{
    /// <summary>Longer words are cut when folded: no language has them, and text without spaces must not cost more.</summary>
    public const int LongestWord = 48;

    /// <summary>The tokens of a text, in order, for <c>foreach</c>.</summary>
    public static TokenEnumerator Tokens(ReadOnlySpan<char> text) => new(text);

    internal static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    internal static bool IsWordLetter(char letter) => char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Walks over the tokens of a text.</summary>
    public ref struct TokenEnumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        /// <summary>The token stood on.</summary>
        public Token Current { get; private set; }

        /// <summary>Itself, so that <c>foreach</c> takes it.</summary>
        public readonly TokenEnumerator GetEnumerator() => this;

        /// <summary>Goes to the next token; false when there is none.</summary>
        public bool MoveNext()
        {
            while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || char.IsControl(_text[_at])))
                _at++;
            if (_at >= _text.Length)
                return false;
            var start = _at;
            var kind = Read();
            Current = new(start, _at - start, kind);
            return true;
        }

        private TokenKind Read()
        {
            var first = _text[_at];
            if (IsWordLetter(first))
            {
                while (_at < _text.Length && (IsWordLetter(_text[_at]) || (IsApostrophe(_text[_at]) && LetterAt(_at + 1))))
                    _at++;
                return TokenKind.Word;
            }

            if (char.IsDigit(first))
            {
                while (_at < _text.Length && (char.IsDigit(_text[_at]) || (_text[_at] is '.' or ',' && DigitAt(_at + 1))))
                    _at++;
                return TokenKind.Number;
            }

            if (char.IsSurrogate(first))
            {
                _at += char.IsHighSurrogate(first) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]) ? 2 : 1;
                return TokenKind.Emoji;
            }

            if (first is ':' or ';' && FaceLength() is > 0 and var face)
            {
                _at += face;
                return TokenKind.Emoji;
            }

            _at++;
            return first is >= '\u2600' and <= '\u27BF' or '\u2B50' ? TokenKind.Emoji : TokenKind.Sign;
        }

        /// <summary>The length of ":)" or ":-(" here, or 0.</summary>
        private readonly int FaceLength()
        {
            var mouth = _at + 1 < _text.Length && _text[_at + 1] == '-' ? _at + 2 : _at + 1;
            var isFace = mouth < _text.Length && _text[mouth] is ')' or '(' or 'D' or 'P' or '/' or '|' && !LetterAt(mouth + 1);
            return isFace ? mouth - _at + 1 : 0;
        }

        private readonly bool LetterAt(int index) => index < _text.Length && IsWordLetter(_text[index]);

        private readonly bool DigitAt(int index) => index < _text.Length && char.IsDigit(_text[index]);
    }
}
