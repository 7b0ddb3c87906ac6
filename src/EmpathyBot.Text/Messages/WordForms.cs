using System.Collections.Frozen;

namespace EmpathyBot.Text.Messages;

/// <summary>
/// What a language's word list says of written words: the forms that are read for a spelling ("dont" is "do", "not"),
/// which words deny, which divide clauses, which are numbers. Immutable; safe for several threads.
/// </summary>
public sealed class WordForms
{
    private readonly FrozenDictionary<uint, uint[]> _spellings;
    private readonly FrozenDictionary<uint, WordRole> _roles;
    private readonly FrozenSet<uint> _known;
    private readonly (string Ending, uint[] Forms)[] _endings;

    /// <summary>Word lists.</summary>
    /// <param name="spellings">Spelling → what is read for it, one or several words. A spelling that begins with "-" is an ending: what stands before it is a word of its own.</param>
    /// <param name="negators">Words that deny what follows.</param>
    /// <param name="dividers">Words a new clause begins with.</param>
    /// <param name="numbers">Number words.</param>
    /// <param name="known">Words known to be spelt so: they tell "goood" from "soooo".</param>
    public WordForms(
        IEnumerable<KeyValuePair<string, string>> spellings, IEnumerable<string> negators, IEnumerable<string> dividers,
        IEnumerable<string> numbers, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(spellings);
        _endings = [.. spellings.Where(pair => pair.Key[0] == '-').Select(pair => (pair.Key[1..], HashesOf(pair.Value)))];
        _spellings = spellings.ToFrozenDictionary(
            pair => HashOf(pair.Key), pair => HashesOf(pair.Value));
        var roles = new Dictionary<uint, WordRole>();
        Add(negators, WordRole.Negates);
        Add(dividers, WordRole.Divides);
        Add(numbers, WordRole.Counts);
        _roles = roles.ToFrozenDictionary();
        _known = known.Select(HashOf).ToFrozenSet();

        void Add(IEnumerable<string> words, WordRole role)
        {
            foreach (var word in words)
                roles[HashOf(word)] = role;
        }
    }

    /// <summary>No lists: every word is read as written.</summary>
    public static WordForms None { get; } = new([], [], [], [], []);

    /// <summary>The hash a word or emoji is known by, folded as words of messages are.</summary>
    public static uint HashOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var hash = TextHash.Basis;
        foreach (var letter in word)
        {
            if (!LetterFolding.IsInvisible(letter) && !LetterFolding.IsMark(letter))
                hash = TextHash.Next(hash, LetterFolding.IsApostrophe(letter) ? '\'' : LetterFolding.Fold(letter));
        }

        return hash;
    }

    /// <summary>What is read for a spelling, or nothing when it is read as written.</summary>
    public ReadOnlySpan<uint> Of(uint spelling) => _spellings.TryGetValue(spelling, out var forms) ? forms : [];

    /// <summary>The ending of a word with an apostrophe: how long it is and what is read for it; 0 when it has none.</summary>
    internal int EndingOf(ReadOnlySpan<char> folded, out ReadOnlySpan<uint> read)
    {
        read = [];
        if (!folded.Contains('\''))
            return 0;
        foreach (var (ending, forms) in _endings)
        {
            if (folded.Length <= ending.Length || !folded.EndsWith(ending))
                continue;
            read = forms;
            return ending.Length;
        }

        return 0;
    }

    private static uint[] HashesOf(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(HashOf)];

    internal WordRole RoleOf(uint form) => _roles.GetValueOrDefault(form);

    internal bool Knows(uint form) => _known.Contains(form);
}

/// <summary>What a word does in a sentence, as far as reading needs it.</summary>
internal enum WordRole : byte { None, Negates, Divides, Counts }
