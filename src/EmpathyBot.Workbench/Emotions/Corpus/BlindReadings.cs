using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>One reading of a turn: the emotion and perhaps a second one.</summary>
internal sealed record EmotionVote(Emotion Primary, Emotion? Secondary);

/// <summary>What the author and the blind readers read in each turn before the labels were mended: <c>readings/&lt;locale&gt;.tsv</c>.</summary>
internal static class BlindReadings
{
    private const string Unread = "-";

    /// <summary>The readings by turn; empty when the corpus has none in this language.</summary>
    /// <exception cref="InputException">A line cannot be read: with file and line.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<EmotionVote>> Read(string root, string locale)
    {
        var file = new FileInfo(Path.Combine(root, "readings", locale + ".tsv"));
        Dictionary<string, IReadOnlyList<EmotionVote>> readings = [];
        if (!file.Exists)
            return readings;
        foreach (var (number, line) in TextLines.Read(file).Skip(1))
        {
            if (line.Split('\t') is not [var turn, .. var words] || words.Length == 0)
                throw new InputException($"{file}:{number}: A line is a turn and what each reader read, parted by tabs.");
            var votes = words.Where(word => word != Unread).Select(word => LabelCodes.ReadEmotions(word)
                ?? throw new InputException($"{file}:{number}: '{word}' is not an emotion such as fru or fru+anx.")).ToList();
            if (!readings.TryAdd(turn, votes))
                throw new InputException($"{file}:{number}: {turn} stands here twice.");
        }

        return readings;
    }
}
