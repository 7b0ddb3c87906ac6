using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Text.Phrases;

/// <summary>A phrase found in a message.</summary>
/// <param name="Tag">What the line means to its owner.</param>
/// <param name="Line">Tells lines apart, the same in every version.</param>
/// <param name="From">The first word.</param>
/// <param name="To">The word after the last.</param>
public readonly record struct PhraseHit(int Tag, uint Line, int From, int To);

/// <summary>What a <see cref="PhraseBook"/> found in one message. Made to be kept and filled again. Not safe for several threads at once.</summary>
public sealed class PhraseHits
{
    internal List<PhraseHit> Found { get; } = new(64);

    internal ulong[] Marks { get; set; } = new ulong[256];

    internal WordSigns[] Ahead { get; set; } = new WordSigns[256 * WordSigns.Windows.Length];

    /// <summary>The hits, in the order of the words they begin at.</summary>
    public ReadOnlySpan<PhraseHit> All => CollectionsMarshal.AsSpan(Found);

    internal void Clear(int words)
    {
        Found.Clear();
        if (Marks.Length < words + 1)
            (Marks, Ahead) = (new ulong[words * 2], new WordSigns[words * 2 * WordSigns.Windows.Length]);
    }
}

/// <summary>
/// Phrases with gaps, choices and groups of words, found in messages in time linear in their length. Immutable; safe for
/// several threads.
/// </summary>
public sealed class PhraseBook
{
    private const string NumberGroup = "<number>";
    private const int MostMarks = 64;

    private readonly FrozenDictionary<uint, Entry[]> _byWord;
    private readonly Entry[][] _byMark;
    private readonly FrozenDictionary<uint, ulong> _marksOfWords;
    private readonly FrozenDictionary<uint, ulong> _marksOfBeginnings;
    private readonly int _shortestBeginning;
    private readonly int _longestBeginning;

    /// <summary>Reads phrases.</summary>
    /// <param name="forms">Brings the words of the lines to the forms that messages are read in.</param>
    /// <param name="groups">Group name in angle brackets → its words.</param>
    /// <param name="lines">The lines, each with its owner's tag.</param>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public PhraseBook(WordForms forms, IReadOnlyDictionary<string, string[]> groups, IEnumerable<(string Line, int Tag)> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        // The first mark is the number's.
        var names = new List<string> { NumberGroup };
        var reader = new PhraseReader(forms, group => group == NumberGroup || groups.ContainsKey(group)
            ? MarkOf(group) : throw new FormatException($"There is no group {group}."), beginning => MarkOf(beginning + "*"));
        var phrases = lines.SelectMany(line => reader.Read(line.Line, line.Tag)).ToList();

        _marksOfWords = names.Where(groups.ContainsKey)
            .SelectMany(name => groups[name].SelectMany(word => HashesOf(word)).Select(hash => (Hash: hash, Mark: MarkOf(name))))
            .GroupBy(word => word.Hash).ToFrozenDictionary(word => word.Key, word => word.Aggregate(0UL, (all, one) => all | one.Mark));
        var beginnings = names.Where(name => name[^1] == '*').Select(name => (Word: name[..^1], Mark: MarkOf(name))).ToList();
        _marksOfBeginnings = beginnings.ToFrozenDictionary(beginning => WordForms.HashOf(beginning.Word), beginning => beginning.Mark);
        _shortestBeginning = beginnings.Select(beginning => beginning.Word.Length).DefaultIfEmpty(int.MaxValue).Min();
        _longestBeginning = beginnings.Select(beginning => beginning.Word.Length).DefaultIfEmpty(0).Max();

        var entries = phrases.SelectMany(phrase => phrase.Parts[0].Choices.GroupBy(choice => choice[0])
            .Select(group => (First: group.Key, Entry: new Entry(phrase, [.. group])))).ToList();
        _byWord = entries.Where(pair => pair.First.Marks == 0).GroupBy(pair => pair.First.Hash)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Select(one => one.Entry).ToArray());
        _byMark = [.. Enumerable.Range(0, MostMarks).Select(mark =>
            entries.Where(pair => pair.First.Marks == 1UL << mark).Select(pair => pair.Entry).ToArray())];
        return;

        ulong MarkOf(string name)
        {
            var at = names.IndexOf(name);
            if (at < 0)
            {
                at = names.Count;
                names.Add(name);
            }

            return at < MostMarks ? 1UL << at : throw new FormatException($"There are more than {MostMarks} groups and beginnings of words.");
        }

        IEnumerable<uint> HashesOf(string word)
        {
            var read = forms.Of(WordForms.HashOf(word));
            return read.IsEmpty ? [WordForms.HashOf(word)] : read.ToArray();
        }
    }

    /// <summary>Finds all phrases of a message.</summary>
    public void Find(MessageWords message, PhraseHits into)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(into);
        var words = message.Words;
        into.Clear(words.Length);
        var marks = into.Marks.AsSpan(0, words.Length);
        for (var at = 0; at < words.Length; at++)
            marks[at] = MarksOf(message, words[at]);
        WordSigns.LookAhead(words, marks, into.Ahead);

        for (var at = 0; at < words.Length; at++)
        {
            if (_byWord.TryGetValue(words[at].Hash, out var entries))
                Try(entries, words, marks, at, into);
            for (var left = marks[at]; left != 0; left &= left - 1)
                Try(_byMark[BitOperations.TrailingZeroCount(left)], words, marks, at, into);
        }
    }

    private static void Try(Entry[] entries, ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, int at, PhraseHits into)
    {
        var ahead = into.Ahead.AsSpan(at * WordSigns.Windows.Length, WordSigns.Windows.Length);
        foreach (var (phrase, firsts) in entries)
        {
            if (phrase.MayMatch(words, marks, at, ahead) && phrase.Match(words, marks, at, firsts) is var end and > 0)
                into.Found.Add(new(phrase.Tag, phrase.Line, at, end));
        }
    }

    private ulong MarksOf(MessageWords message, in MessageWord word)
    {
        if (word.Kind == WordKind.Number && word.LettersLength == 0)
            return 1;
        var marks = (word.Kind == WordKind.Number ? 1UL : 0) | (_marksOfWords.TryGetValue(word.Hash, out var own) ? own : 0);
        var letters = message.LettersOf(word);
        if (letters.Length - 2 < _shortestBeginning)
            return marks;
        var hash = TextHash.Basis;
        var longest = Math.Min(_longestBeginning, letters.Length - 2);
        for (var length = 1; length <= longest; length++)
        {
            hash = TextHash.Next(hash, letters[length]);
            if (length >= _shortestBeginning && _marksOfBeginnings.TryGetValue(hash, out var mark))
                marks |= mark;
        }

        return marks;
    }

    /// <summary>A phrase as it is found by a word: with those of its first choices that begin with the word.</summary>
    private readonly record struct Entry(Phrase Phrase, Atom[][] Firsts);
}
