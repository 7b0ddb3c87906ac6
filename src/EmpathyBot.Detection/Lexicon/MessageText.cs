using System.Buffers;
using System.Text;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>
/// A message taken apart in one pass, whatever it holds. Of a very long one only the beginning and the end are read,
/// where people say what they want and how they feel, so that the time it takes is bounded.
/// </summary>
internal sealed class MessageText
{
    /// <summary>Characters read from the beginning.</summary>
    public const int HeadRead = 8_000;

    /// <summary>Characters read from the end of a longer message.</summary>
    public const int TailRead = 2_000;

    private const int LongestWord = 40;
    private const int LongestTag = 200;

    private readonly List<Word> _words = [];
    private readonly WordForms _forms;
    private readonly Func<string, bool> _isKnown;
    private readonly string _text;
    private int _clause;
    private int _sentence;
    private int _letters;
    private int _capitals;
    private int _shouted;
    private int _bang;
    private int _question;
    private int _stretched;

    private MessageText(string text, WordForms forms, Func<string, bool> isKnown) => (_text, _forms, _isKnown) = (text, forms, isKnown);

    public IReadOnlyList<Word> Words => _words;

    public Shape Shape => new(_letters, _capitals, _shouted, _bang, _question, _stretched);

    /// <summary>Takes a message apart.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="forms">Brings words to the forms of the lexicon.</param>
    /// <param name="isKnown">Whether the lexicon has a form; tells "soooo" apart from "too".</param>
    public static MessageText Read(string text, WordForms forms, Func<string, bool> isKnown)
    {
        var message = new MessageText(text, forms, isKnown);
        if (text.Length <= HeadRead + TailRead)
        {
            message.Read(0, text.Length);
        }
        else
        {
            message.Read(0, HeadRead);
            message.EndSentence();
            message.Read(text.Length - TailRead, text.Length);
        }

        return message;
    }

    private void Read(int from, int to)
    {
        var at = from;
        while (at < to)
        {
            var next = ReadOne(at, to);
            at = Math.Max(next, at + 1);
        }
    }

    private int ReadOne(int at, int to)
    {
        var c = _text[at];
        if (Letters.IsOfWord(c))
            return ReadWord(at, to);
        if (c is '!' or '?')
            return ReadMarks(at, to);
        if (Emoticons.At(_text, at, to) is { } emoticon)
        {
            Add(emoticon.Form, at, emoticon.Length);
            return at + emoticon.Length;
        }

        if (c == '<' && TagEnd(at, to) is { } tagEnd)
        {
            EndClause();
            return tagEnd;
        }

        if (c is '.' or '\n' or ';' or '。' or '…')
            EndSentence();
        else if (c is ',' or '(' or ')' or '"' or '–' or '—' or ':' or '“' or '”')
            EndClause();
        else if (char.IsSurrogate(c) || c >= 0x2190)
            return ReadSymbol(at, to);
        return at + 1;
    }

    private int ReadWord(int at, int to)
    {
        var written = new StringBuilder();
        var digits = char.IsAsciiDigit(_text[at]);
        var (letters, capitals, run, stretched) = (0, 0, 0, false);
        var last = '\0';
        var end = at;
        for (; end < to; end++)
        {
            var c = _text[end];
            if (Letters.IsInvisible(c))
                continue;
            var isApostrophe = c is '\'' or '’' or 'ʼ' or '`';
            if (isApostrophe && (end + 1 >= to || !char.IsLetter(_text[end + 1]) || written.Length == 0))
                break;
            if (!isApostrophe && !Letters.IsOfWord(c))
                break;
            // "45min" is a number and a word; "3rd" and "2day" stay whole.
            if (digits && char.IsLetter(c) && !Letters.IsOrdinalEnding(_text.AsSpan(end, to - end)))
                break;
            digits &= char.IsAsciiDigit(c);
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                    capitals++;
            }

            var lower = isApostrophe ? '\'' : char.ToLowerInvariant(c);
            run = lower == last ? run + 1 : 1;
            last = lower;
            stretched |= run > 2 && char.IsLetter(lower);
            if (written.Length < LongestWord)
                written.Append(lower);
        }

        _letters += letters;
        _capitals += capitals;
        if (letters >= 3 && capitals == letters)
            _shouted++;
        if (stretched)
            _stretched++;
        if (written.Length > 0)
            AddForms(stretched ? Letters.Unstretch(written.ToString(), _isKnown) : written.ToString(), at, end - at);
        return end;
    }

    private void AddForms(string written, int start, int length)
    {
        var bare = written.Trim('\'');
        foreach (var form in bare.Length > 0 ? _forms.Of(bare) : [])
        {
            if (form is "but" or "however" or "although" or "though")
                _clause++;
            Add(form, start, length);
        }
    }

    private int ReadMarks(int at, int to)
    {
        var (end, asks) = (at, false);
        for (; end < to && _text[end] is '!' or '?'; end++)
            asks |= _text[end] == '?';
        if (asks)
            _question = Math.Max(_question, end - at);
        else
            _bang = Math.Max(_bang, end - at);
        EndSentence();
        return end;
    }

    private int ReadSymbol(int at, int to)
    {
        if (Rune.DecodeFromUtf16(_text.AsSpan(at, to - at), out var rune, out var length) != OperationStatus.Done)
            return at + 1;
        // Skin tones and the like change nothing of what an emoji says.
        if (rune.Value is not (>= 0x1F3FB and <= 0x1F3FF))
            Add(rune.ToString(), at, length);
        return at + length;
    }

    private int? TagEnd(int at, int to)
    {
        if (at + 1 >= to || !(char.IsAsciiLetter(_text[at + 1]) || _text[at + 1] is '/' or '!'))
            return null;
        var end = _text.IndexOf('>', at, Math.Min(LongestTag, to - at));
        return end < 0 ? null : end + 1;
    }

    private void Add(string form, int start, int length) =>
        _words.Add(new(form, start, length, _clause, _sentence, WordForms.IsNumber(form)));

    private void EndClause() => _clause++;

    private void EndSentence()
    {
        _clause++;
        _sentence++;
    }
}
