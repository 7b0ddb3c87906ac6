using System.Buffers;
using System.Text;

namespace EmpathyBot.Text.Messages;

/// <summary>
/// A message taken apart in one pass, whatever it holds. Made to be kept and filled again: after the first messages it
/// allocates nothing. Of a very long message only the beginning and the end are read, where people say what they want and
/// how they feel, so that the time is bounded. Not safe for several threads at once.
/// </summary>
public sealed class MessageWords
{
    private const int LongestWord = 40;
    private const int LongestNegation = 3;

    private static readonly uint NumberHash = WordForms.HashOf("#number");
    private static readonly uint CodeHash = WordForms.HashOf("#code");
    private static readonly uint NameHash = WordForms.HashOf("#name");
    private static readonly uint LinkHash = WordForms.HashOf("#link");

    private MessageWord[] _words = new MessageWord[256];
    private char[] _letters = new char[2048];
    private int _lettersUsed;
    private MessageShape _shape;
    private int _clause;
    private int _sentence;
    private int _negatedUntil;
    private int _clauseOfNegation;

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many clauses have been begun.</summary>
    public int Clauses => _clause + 1;

    /// <summary>The words, in order.</summary>
    public ReadOnlySpan<MessageWord> Words => _words.AsSpan(0, Count);

    /// <summary>How the message is written.</summary>
    public MessageShape Shape => _shape;

    /// <summary>The folded letters of all words; each stands between <c>^</c> and <c>$</c>.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, _lettersUsed);

    /// <summary>The folded letters of one word, between <c>^</c> and <c>$</c>; empty when it has none.</summary>
    public ReadOnlySpan<char> LettersOf(in MessageWord word) => _letters.AsSpan(word.LettersFrom, word.LettersLength);

    /// <summary>Takes a message apart; what was here before is gone.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="forms">The language's word lists.</param>
    /// <param name="head">Characters read from the beginning.</param>
    /// <param name="tail">Characters read from the end of a longer message.</param>
    public void Read(ReadOnlySpan<char> text, WordForms forms, int head = 2_000, int tail = 1_000)
    {
        ArgumentNullException.ThrowIfNull(forms);
        (Count, _lettersUsed, _shape, _clause, _sentence, _negatedUntil, _clauseOfNegation) = (0, 0, default, 0, 0, -1, 0);
        if (text.Length <= head + tail)
        {
            ReadPart(text, 0, text.Length, forms);
        }
        else
        {
            ReadPart(text, 0, head, forms);
            EndSentence();
            ReadPart(text, text.Length - tail, text.Length, forms);
        }
    }

    private void ReadPart(ReadOnlySpan<char> text, int from, int to, WordForms forms)
    {
        var at = from;
        text = text[..to];
        while (at < to)
            at = Math.Max(ReadOne(text, at, forms), at + 1);
    }

    private int ReadOne(ReadOnlySpan<char> text, int at, WordForms forms)
    {
        var c = text[at];
        if (c == ' ' || LetterFolding.IsInvisible(c))
            return at + 1;
        if (LetterFolding.IsOfWord(c))
        {
            _shape.Ending = '\0';
            return Addresses.LinkLength(text[at..]) is > 0 and var link ? AddPlain(LinkHash, WordKind.Code, at, link) : ReadWord(text, at, forms);
        }

        if (!char.IsWhiteSpace(c))
            _shape.Ending = c;
        if (c is '!' or '?')
            return ReadMarks(text, at);
        if (Faces.At(text, at) is { Length: > 0 } face)
            return AddPlain(face.Hash, WordKind.Face, at, face.Length);
        if (c == '@' && Addresses.NameLength(text[at..]) is > 1 and var name)
            return AddPlain(NameHash, WordKind.Code, at, name);
        if (c == '<' && Addresses.TagLength(text[at..]) is > 0 and var tag)
        {
            _clause++;
            return at + tag;
        }

        if (c is '.' or '\n' or ';' or '。' or '…')
            return ReadStops(text, at);
        if (c is ',' or '(' or ')' or '"' or '–' or '—' or ':' or '“' or '”')
            _clause++;
        else if (char.IsSurrogate(c) || c >= 0x2190)
            return ReadSymbol(text, at);
        return at + 1;
    }

    private int ReadWord(ReadOnlySpan<char> text, int at, WordForms forms)
    {
        if (_lettersUsed + LongestWord + 2 > _letters.Length)
            Array.Resize(ref _letters, _letters.Length * 2);
        var startsWithDigit = char.IsAsciiDigit(text[at]);
        var from = _lettersUsed;
        _letters[_lettersUsed++] = '^';
        var (letters, capitals, digits, run, stretched, last, end) = (0, 0, 0, 0, false, '\0', at);
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (LetterFolding.IsInvisible(c))
                continue;
            var isApostrophe = LetterFolding.IsApostrophe(c);
            if (isApostrophe ? end + 1 >= text.Length || !char.IsLetter(text[end + 1]) : !LetterFolding.IsOfWord(c))
            {
                // "39.99" and "10:30" are one number.
                if (!(startsWithDigit && letters == 0 && c is '.' or ',' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
                    break;
                continue;
            }

            if (LetterFolding.IsMark(c))
                continue;
            var isLetter = char.IsLetter(c);
            // "45min" is a number and a word; "3rd" and "2day" stay whole.
            if (startsWithDigit && letters == 0 && isLetter && !IsOrdinal(text[end..]))
                break;
            letters += isLetter ? 1 : 0;
            capitals += isLetter && char.IsUpper(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            var folded = isApostrophe ? '\'' : LetterFolding.Fold(c);
            run = folded == last ? run + 1 : 1;
            last = folded;
            stretched |= run > 2 && isLetter;
            if (_lettersUsed - from <= LongestWord && run <= 2)
                _letters[_lettersUsed++] = folded;
        }

        if (_shape.Letters == 0 && letters > 0)
            _shape.BeginsSmall = char.IsLower(text[at]);
        _shape.Letters += letters;
        _shape.Capitals += capitals;
        _shape.ShoutedWords += letters >= 3 && capitals == letters ? 1 : 0;
        _shape.Stretched += stretched ? 1 : 0;
        if (digits > 0 && (letters == 0 || letters > 2 && digits > 1 || digits > 3))
        {
            _lettersUsed = from;
            return AddPlain(letters == 0 ? NumberHash : CodeHash, letters == 0 ? WordKind.Number : WordKind.Code, at, end - at);
        }

        if (stretched && !forms.Knows(TextHash.Of(_letters.AsSpan(from + 1, _lettersUsed - from - 1))))
            Unstretch(from + 1);
        if (_lettersUsed == from + 1)
        {
            // Nothing but accents.
            _lettersUsed = from;
            return end;
        }

        _letters[_lettersUsed++] = '$';
        AddForms(from, at, end - at, forms);
        return end;
    }

    private void AddForms(int from, int start, int length, WordForms forms)
    {
        var folded = _letters.AsSpan(from + 1, _lettersUsed - from - 2);
        var spelling = TextHash.Of(folded);
        var read = forms.Of(spelling);
        if (read.IsEmpty)
        {
            var hash = forms.EndingOf(folded, out read) is > 0 and var ending ? TextHash.Of(folded[..^ending]) : spelling;
            AddForm(hash, spelling, start, length, from, _lettersUsed - from, forms);
            foreach (var form in read)
                AddForm(form, 0, start, length, from, 0, forms);
            return;
        }

        for (var at = 0; at < read.Length; at++)
            AddForm(read[at], at == 0 ? spelling : 0, start, length, from, at == 0 ? _lettersUsed - from : 0, forms);
    }

    private void AddForm(uint hash, uint spelling, int start, int length, int lettersFrom, int lettersLength, WordForms forms)
    {
        var role = forms.RoleOf(hash);
        if (role == WordRole.Divides)
            _clause++;
        var isNegated = Count <= _negatedUntil && _clause == _clauseOfNegation;
        Add(new(hash, start, length, _clause, _sentence, role == WordRole.Counts ? WordKind.Number : WordKind.Word, lettersFrom, lettersLength, isNegated, spelling));
        if (role == WordRole.Negates)
            (_negatedUntil, _clauseOfNegation) = (Count - 1 + LongestNegation, _clause);
    }

    private int AddPlain(uint hash, WordKind kind, int start, int length)
    {
        Add(new(hash, start, length, _clause, _sentence, kind, 0, 0, false));
        return start + length;
    }

    private void Add(in MessageWord word)
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, Count * 2);
        _words[Count++] = word;
    }

    private void Unstretch(int from)
    {
        var to = from;
        for (var at = from; at < _lettersUsed; at++)
        {
            if (at == from || _letters[at] != _letters[at - 1])
                _letters[to++] = _letters[at];
        }

        _lettersUsed = to;
    }

    private int ReadMarks(ReadOnlySpan<char> text, int at)
    {
        var (end, asks) = (at, false);
        for (; end < text.Length && text[end] is '!' or '?'; end++)
        {
            asks |= text[end] == '?';
            _shape.Bangs += text[end] == '!' ? 1 : 0;
        }

        if (asks)
            (_shape.LongestQuestion, _shape.Questions) = (Math.Max(_shape.LongestQuestion, end - at), _shape.Questions + 1);
        else
            _shape.LongestBang = Math.Max(_shape.LongestBang, end - at);
        EndSentence();
        return end;
    }

    private int ReadStops(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '.' or '…')
            end++;
        if (end - at > 1 || text[at] == '…')
            _shape.Dots++;
        EndSentence();
        return end;
    }

    private int ReadSymbol(ReadOnlySpan<char> text, int at)
    {
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out var length) != OperationStatus.Done)
            return at + 1;
        // Skin tones and the like change nothing of what an emoji says.
        return rune.Value is >= 0x1F3FB and <= 0x1F3FF ? at + length : AddPlain(TextHash.Of(text.Slice(at, length)), WordKind.Face, at, length);
    }

    private void EndSentence()
    {
        _clause++;
        _sentence++;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> afterDigits)
    {
        if (afterDigits.Length > 2 && char.IsLetter(afterDigits[2]))
            return false;
        return afterDigits.Length >= 2 && (char.ToLowerInvariant(afterDigits[0]), char.ToLowerInvariant(afterDigits[1]))
            is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h');
    }
}
