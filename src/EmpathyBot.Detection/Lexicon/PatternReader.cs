using System.Collections.Frozen;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>
/// Reads a line of the lexicon. <c>word</c>, <c>beginning*</c>, <c>&lt;group&gt;</c>, <c>(a|b c)</c>, <c>(a)?</c>,
/// <c>~</c> up to three words between, <c>~5</c> up to five, <c>^</c> at the beginning of a clause, <c>$</c> at the
/// end of the message.
/// </summary>
internal sealed class PatternReader(WordForms forms, IReadOnlyDictionary<string, FrozenSet<string>> groups)
{
    private const int UsualGap = 3;

    /// <summary>The patterns a line stands for: more than one when its first word may be missing.</summary>
    /// <exception cref="FormatException">The line cannot be read.</exception>
    public IEnumerable<Pattern> Read(string line, Meaning meaning, int number)
    {
        var rest = line.Trim();
        var beginsClause = rest.StartsWith('^');
        var endsMessage = rest.EndsWith('$');
        rest = rest.TrimStart('^').TrimEnd('$').Trim();

        var parts = new List<Part>();
        var gap = 0;
        foreach (var chunk in Chunks(rest).ToList())
        {
            if (chunk[0] == '~')
            {
                gap = chunk.Length > 1 ? chunk[1] - '0' : UsualGap;
                continue;
            }

            var optional = chunk.EndsWith('?') && chunk.Length > 1;
            var choices = Choices(optional ? chunk[..^1] : chunk).Distinct().ToList();
            if (choices.Any(choice => choice.Trim().Length == 0))
                throw new FormatException($"The lexicon line \"{line}\" has an empty choice.");
            parts.Add(new([.. choices.Select(Atoms)], optional, gap));
            gap = 0;
        }

        // Lines are indexed by their first word: one that may be missing makes a second pattern without it.
        var patterns = new List<Pattern>();
        for (; parts.Count > 0; parts.RemoveAt(0))
        {
            patterns.Add(new(meaning, [parts[0] with { Optional = false, GapBefore = 0 }, .. parts[1..]], beginsClause, endsMessage, number));
            if (!parts[0].Optional)
                return patterns;
        }

        throw new FormatException($"The lexicon line \"{line}\" has no word that must be there.");
    }

    /// <summary>Cuts at the blanks outside brackets.</summary>
    private static IEnumerable<string> Chunks(string line)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] is '(' or ')')
                depth += line[i] == '(' ? 1 : -1;
            if (i < line.Length && (depth > 0 || line[i] != ' '))
                continue;
            if (i > start)
                yield return line[start..i];
            start = i + 1;
        }

        if (depth != 0)
            throw new FormatException($"The lexicon line \"{line}\" does not close its brackets.");
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

    private IReadOnlyList<Atom> Atoms(string choice)
    {
        var atoms = new List<Atom>();
        foreach (var word in choice.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "<number>")
                atoms.Add(new NumberAtom());
            else if (word[0] == '<')
                atoms.Add(new GroupAtom(groups.TryGetValue(word, out var group) ? group : throw new FormatException($"The lexicon has no group {word}.")));
            else if (word.EndsWith('*'))
                atoms.Add(new BeginningAtom(word[..^1]));
            else
                atoms.AddRange(forms.Of(word).Select(form => new ExactAtom(form)));
        }

        return atoms;
    }
}
