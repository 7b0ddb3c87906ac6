using System.Collections.Frozen;
using System.Globalization;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>A line of the lexicon found in a message, from one word up to another (exclusive).</summary>
/// <param name="Meaning">What the line means.</param>
/// <param name="From">The first word.</param>
/// <param name="To">The word after the last.</param>
/// <param name="Line">Tells lines apart: the same one found twice says little more than once.</param>
internal readonly record struct Hit(Meaning Meaning, int From, int To, int Line = 0);

/// <summary>All lines of the lexicon, read once from the files beside this one, indexed by the word they begin with.</summary>
internal sealed class Book
{
    private const string NumberKey = "#";
    private static readonly string[] Files = ["negative.txt", "positive.txt", "context.txt", "signals.txt", "targets.txt", "emphasis.txt"];

    private readonly FrozenDictionary<string, Pattern[]> _byWord;
    private readonly FrozenDictionary<string, Pattern[]> _byBeginning;
    private readonly int[] _beginningLengths;
    private readonly FrozenSet<string> _known;

    private Book(WordForms forms, IReadOnlyList<Pattern> patterns)
    {
        Forms = forms;
        var words = new Dictionary<string, List<Pattern>>();
        var beginnings = new Dictionary<string, List<Pattern>>();
        foreach (var pattern in patterns)
        {
            foreach (var first in pattern.Parts[0].Choices.Select(choice => choice[0]).Distinct())
            {
                foreach (var key in Keys(first))
                    Put(first is BeginningAtom ? beginnings : words, key, pattern);
            }
        }

        _byWord = words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _byBeginning = beginnings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _beginningLengths = [.. beginnings.Keys.Select(beginning => beginning.Length).Distinct()];
        _known = patterns.SelectMany(pattern => pattern.Parts).SelectMany(part => part.Choices).SelectMany(choice => choice)
            .SelectMany(Keys).ToFrozenSet();
    }

    /// <summary>The lexicon as shipped.</summary>
    public static Book Shipped { get; } = Open();

    public WordForms Forms { get; }

    /// <summary>Whether any line has this form.</summary>
    public bool Knows(string form) => _known.Contains(form);

    /// <summary>All lines found, in the order of the words they begin at.</summary>
    public List<Hit> Find(IReadOnlyList<Word> words)
    {
        var hits = new List<Hit>();
        for (var i = 0; i < words.Count; i++)
        {
            var form = words[i].Form;
            Try(_byWord.GetValueOrDefault(form), words, i, hits);
            if (words[i].IsNumber)
                Try(_byWord.GetValueOrDefault(NumberKey), words, i, hits);
            foreach (var length in _beginningLengths)
            {
                if (form.Length >= length)
                    Try(_byBeginning.GetValueOrDefault(form[..length]), words, i, hits);
            }
        }

        return hits;
    }

    private static void Try(Pattern[]? patterns, IReadOnlyList<Word> words, int at, List<Hit> hits)
    {
        foreach (var pattern in patterns ?? [])
        {
            if (pattern.Match(words, at) is var end and > 0)
                hits.Add(new(pattern.Meaning, at, end, pattern.Line));
        }
    }

    private static void Put(Dictionary<string, List<Pattern>> index, string key, Pattern pattern)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        if (!list.Contains(pattern))
            list.Add(pattern);
    }

    private static IEnumerable<string> Keys(Atom atom) => atom switch
    {
        ExactAtom exact => [exact.Form],
        BeginningAtom beginning => [beginning.Beginning],
        GroupAtom group => group.Forms,
        _ => [NumberKey],
    };

    private static Book Open()
    {
        var forms = WordForms.Read(LexiconFiles.Lines("spelling.txt"));
        var groups = LexiconFiles.Lines("classes.txt").Select(line => line.Split(':', 2)).ToDictionary(
            sides => sides[0].Trim(), sides => sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(forms.Of).ToFrozenSet());
        var reader = new PatternReader(forms, groups);
        var patterns = new List<Pattern>();
        var number = 0;
        foreach (var file in Files)
        {
            Meaning? meaning = null;
            foreach (var line in LexiconFiles.Lines(file))
            {
                if (line[0] == '[')
                    meaning = ReadHeader(line.Trim('[', ']'));
                else
                    patterns.AddRange(reader.Read(line, meaning ?? throw new FormatException($"{file}: \"{line}\" stands under no header."), ++number));
            }
        }

        return new(forms, patterns);
    }

    private static Meaning ReadHeader(string header)
    {
        var words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var settings = words.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=', 2))
            .ToDictionary(sides => sides[0], sides => sides[1]);
        var name = words[0].Contains('=', StringComparison.Ordinal) ? null : words[0];
        var signal = (settings.GetValueOrDefault("signal") ?? settings.GetValueOrDefault("not"))?.Replace("_", "", StringComparison.Ordinal);
        var role = name switch
        {
            null when settings.ContainsKey("not") => Role.NotSignal,
            null when settings.ContainsKey("signal") => Role.Signal,
            null => Role.Target,
            _ => Enum.TryParse<Role>(name, ignoreCase: true, out var named) ? named : Role.Feeling,
        };
        return new(
            role,
            role == Role.Feeling ? Enum.Parse<Emotion>(name!, ignoreCase: true) : Emotion.Neutral,
            double.Parse(settings.GetValueOrDefault("sure") ?? "0", CultureInfo.InvariantCulture),
            int.Parse(settings.GetValueOrDefault("level") ?? "0", CultureInfo.InvariantCulture),
            settings.TryGetValue("target", out var target) ? Enum.Parse<EmotionTarget>(target, ignoreCase: true) : EmotionTarget.Unknown,
            signal is null ? Signal.None : Enum.Parse<Signal>(signal, ignoreCase: true));
    }
}
