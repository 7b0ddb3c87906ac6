using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text.Messages;
using EmpathyBot.Text.Phrases;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>The word lists and phrases of one language, read from the text files of its folder. Immutable.</summary>
internal sealed class LanguageLexicon
{
    private static readonly string[] PhraseFiles = ["negative.txt", "positive.txt", "context.txt", "signals.txt", "targets.txt", "emphasis.txt"];

    private LanguageLexicon(WordForms forms, PhraseBook book, IReadOnlyList<Meaning> meanings, ulong fingerprint) =>
        (Forms, Book, Meanings, Fingerprint) = (forms, book, meanings, fingerprint);

    public WordForms Forms { get; }

    public PhraseBook Book { get; }

    /// <summary>What the tags of the book's phrases mean.</summary>
    public IReadOnlyList<Meaning> Meanings { get; }

    /// <summary>Tells whether a model was trained with these very lists.</summary>
    public ulong Fingerprint { get; }

    /// <summary>The lists of a language; a file that is not there is empty.</summary>
    public static LanguageLexicon Open(string locale)
    {
        var spellings = Lines("spelling.txt").Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(sides => sides[0], sides => sides[1]);
        var groups = Lines("classes.txt").Select(line => line.Split(':', 2))
            .ToDictionary(sides => sides[0].Trim(), sides => sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var meanings = new List<Meaning>();
        var lines = new List<(string Line, int Tag)>();
        foreach (var file in PhraseFiles)
        {
            foreach (var line in Lines(file))
            {
                if (line[0] == '[')
                    meanings.Add(ReadHeader(line.Trim('[', ']')));
                else
                    lines.Add((line, meanings.Count - 1));
            }
        }

        var known = lines.SelectMany(line => line.Line.Split([' ', '(', ')', '|', '?', '^', '$', '*'], StringSplitOptions.RemoveEmptyEntries));
        var forms = new WordForms(spellings, Group("<not>"), Group("<but>"), Group("<number>"), known);
        return new(forms, new PhraseBook(forms, groups, lines), meanings, FingerprintOf(locale));

        IEnumerable<string> Lines(string file) => LexiconFiles.Lines($"{locale}/{file}");

        string[] Group(string name) => groups.GetValueOrDefault(name, []);
    }

    private static ulong FingerprintOf(string locale)
    {
        string[] files = ["spelling.txt", "classes.txt", .. PhraseFiles];
        var all = string.Join('\n', files.SelectMany(file => LexiconFiles.Lines($"{locale}/{file}").Prepend(file)));
        return BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
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
