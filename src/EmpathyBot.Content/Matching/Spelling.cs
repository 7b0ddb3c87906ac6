namespace EmpathyBot.Content.Matching;

/// <summary>
/// Finds the known word a slip of the finger was meant to be: one letter missing, doubled, added, swapped or replaced by
/// its neighbour on the keyboard. The first letter must be right, and short words are left alone: they become other words.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 4;

    /// <summary>A word seen so often is no slip, and slips are taken for words seen more often than this.</summary>
    private const int Established = 2;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shortened = new(StringComparer.Ordinal);

    /// <param name="words">Words as they were seen, each as often as it was: authors' examples hold slips too.</param>
    public Spelling(IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => word.Length >= Shortest))
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        // The most frequent first: a slip that may mean two words is taken for that one.
        var established = _counts.Where(pair => pair.Value > Established)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key);
        foreach (var word in established)
        {
            for (var at = 1; at < word.Length; at++)
                _shortened.TryAdd(word.Remove(at, 1), word);
        }
    }

    /// <summary>The known word that was meant, or null when the word is known or nothing is near enough.</summary>
    public string? Correct(string word)
    {
        if (word.Length < Shortest || _counts.GetValueOrDefault(word) >= Established)
            return null;
        if (_shortened.TryGetValue(word, out var missing))
            return missing;
        for (var at = 1; at < word.Length; at++)
        {
            var shorter = word.Remove(at, 1);
            if (_counts.GetValueOrDefault(shorter) > Established)
                return shorter;
            if (_shortened.TryGetValue(shorter, out var near) && near.Length == word.Length && IsSlip(word, near))
                return near;
        }

        return null;
    }

    private static bool IsSlip(string written, string meant)
    {
        var first = 0;
        while (first < meant.Length && written[first] == meant[first])
            first++;
        var last = meant.Length - 1;
        while (last > first && written[last] == meant[last])
            last--;
        return (last == first && AreNeighbours(written[first], meant[first]))
            || (last == first + 1 && written[first] == meant[last] && written[last] == meant[first]);
    }

    private static bool AreNeighbours(char one, char other)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            var at = Rows[row].IndexOf(one, StringComparison.Ordinal);
            if (at >= 0)
                return Rows[row].IndexOf(other, StringComparison.Ordinal) is var there && there >= 0 && Math.Abs(there - at) == 1;
        }

        return false;
    }
}
