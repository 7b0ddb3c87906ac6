using System.Collections.Frozen;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Brings a word as written to the form or forms it is looked up by: "can't" is "can", "not".</summary>
internal sealed class WordForms(FrozenDictionary<string, string[]> spellings)
{
    private static readonly FrozenSet<string> NumberWords = new[]
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
        "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "thousand", "several", "many", "few", "couple", "dozen",
    }.ToFrozenSet();

    public static WordForms Read(IEnumerable<string> lines)
    {
        var spellings = new Dictionary<string, string[]>();
        foreach (var line in lines)
        {
            var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
            spellings[sides[0]] = sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        return new(spellings.ToFrozenDictionary());
    }

    public static bool IsNumber(string form) => char.IsAsciiDigit(form[0]) ? form.All(char.IsAsciiDigit) : NumberWords.Contains(form);

    /// <summary>The forms of a word, at least one.</summary>
    /// <param name="written">Lower case, with plain apostrophes inside only.</param>
    public string[] Of(string written)
    {
        if (spellings.TryGetValue(written, out var known))
            return known;
        var apostrophe = written.LastIndexOf('\'');
        if (apostrophe <= 0)
            return [written];
        if (written.Length > 3 && written.EndsWith("n't", StringComparison.Ordinal))
            return [written[..^3], "not"];
        var stem = written[..apostrophe];
        return written[apostrophe..] switch
        {
            "'m" => [stem, "am"],
            "'re" => [stem, "are"],
            "'ve" => [stem, "have"],
            "'ll" => [stem, "will"],
            "'d" => [stem, "would"],
            "'s" => [stem],
            _ => [written],
        };
    }
}
