using EmpathyBot.Text.Messages;

namespace EmpathyBot.Text.Phrases;

/// <summary>
/// Reads lines of a phrase list. <c>~</c> skips up to three words of the same clause, <c>~5</c> up to five;
/// <c>(a|b c)</c> is a choice, <c>(a)?</c> may be missing, <c>word*</c> is the beginning of a word, <c>&lt;name&gt;</c> any word
/// of a group, <c>&lt;number&gt;</c> any number; <c>^</c> begins a clause, <c>$</c> ends the message.
/// </summary>
internal sealed class PhraseReader(WordForms forms, Func<string, ulong> markOfGroup, Func<string, ulong> markOfBeginning)
{
    private const int UsualGap = 3;

    /// <summary>The phrases a line stands for: more than one when its first word may be missing.</summary>
    /// <exception cref="FormatException">The line cannot be read.</exception>
    public IEnumerable<Phrase> Read(string line, int tag)
    {
        var rest = line.Trim();
        var beginsClause = rest.StartsWith('^');
        var endsMessage = rest.EndsWith('$');
        rest = rest.TrimStart('^').TrimEnd('$').Trim();

        var parts = new List<Part>();
        var gap = 0;
        foreach (var chunk in Chunks(rest))
        {
            if (chunk[0] == '~')
            {
                gap = chunk.Length > 1 ? chunk[1] - '0' : UsualGap;
                continue;
            }

            var optional = chunk.EndsWith('?') && chunk.Length > 1;
            var choices = Choices(optional ? chunk[..^1] : chunk).Distinct().ToList();
            if (choices.Exists(choice => choice.Trim().Length == 0))
                throw new FormatException($"The line \"{line}\" has an empty choice.");
            parts.Add(new([.. choices.Select(Atoms)], optional, gap));
            gap = 0;
        }

        // Lines are indexed by their first word: one that may be missing makes a second phrase without it.
        var phrases = new List<Phrase>();
        for (; parts.Count > 0; parts.RemoveAt(0))
        {
            phrases.Add(new(tag, TextHash.Of(line.Trim()), [parts[0] with { Optional = false, GapBefore = 0 }, .. parts[1..]], beginsClause, endsMessage));
            if (!parts[0].Optional)
                return phrases;
        }

        throw new FormatException($"The line \"{line}\" has no word that must be there.");
    }

    /// <summary>Cuts at the blanks outside brackets.</summary>
    private static List<string> Chunks(string line)
    {
        var chunks = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] is '(' or ')')
                depth += line[i] == '(' ? 1 : -1;
            if (i < line.Length && (depth > 0 || line[i] != ' '))
                continue;
            if (i > start)
                chunks.Add(line[start..i]);
            start = i + 1;
        }

        return depth == 0 ? chunks : throw new FormatException($"The line \"{line}\" does not close its brackets.");
    }

    /// <summary>All sequences of words that a bracket stands for, brackets inside it written out.</summary>
    private static IEnumerable<string> Choices(string chunk)
    {
        var open = chunk.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return [chunk];
        var (close, depth) = (open, 0);
        var cuts = new List<int> { open };
        for (; close < chunk.Length; close++)
        {
            depth += chunk[close] == '(' ? 1 : chunk[close] == ')' ? -1 : 0;
            if (depth == 0)
                break;
            if (depth == 1 && chunk[close] == '|')
                cuts.Add(close);
        }

        cuts.Add(close);
        var inside = cuts.Zip(cuts.Skip(1), (from, to) => chunk[(from + 1)..to]);
        var optional = close + 1 < chunk.Length && chunk[close + 1] == '?';
        var rest = chunk[(close + (optional ? 2 : 1))..];
        return (optional ? inside.Append("") : inside).SelectMany(choice => Choices($"{chunk[..open]}{choice}{rest}"));
    }

    private Atom[] Atoms(string choice)
    {
        var atoms = new List<Atom>();
        foreach (var word in choice.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '<')
                atoms.Add(new(0, markOfGroup(word)));
            else if (word.EndsWith('*'))
                atoms.Add(new(0, markOfBeginning(word[..^1])));
            else
                atoms.AddRange(FormsOf(word));
        }

        return [.. atoms];
    }

    private IEnumerable<Atom> FormsOf(string word)
    {
        var hash = WordForms.HashOf(word);
        var read = forms.Of(hash);
        if (!read.IsEmpty)
            return read.ToArray().Select(form => new Atom(form, 0));
        var ending = forms.EndingOf(word, out read);
        return [new(ending > 0 ? WordForms.HashOf(word[..^ending]) : hash, 0), .. read.ToArray().Select(form => new Atom(form, 0))];
    }
}
