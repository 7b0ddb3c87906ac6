using EmpathyBot.Text.Messages;

namespace EmpathyBot.Text.Phrases;

/// <summary>What some words have in common with phrases, in a few bits: enough to refuse most phrases without trying them.</summary>
/// <param name="Bits">One bit for each word's hash; several words may share one.</param>
/// <param name="Marks">All marks of the words.</param>
internal readonly record struct WordSigns(ulong Bits, ulong Marks)
{
    /// <summary>How many of the words that follow are looked at together: few for phrases that must go on at once.</summary>
    public static ReadOnlySpan<int> Windows => [2, 5, 10];

    public static ulong BitOf(uint hash) => 1UL << (int)(hash >> 26);

    /// <summary>The smallest window that reaches so far, or -1.</summary>
    public static int WindowOf(int reach)
    {
        for (var window = 0; window < Windows.Length; window++)
        {
            if (reach <= Windows[window])
                return window;
        }

        return -1;
    }

    /// <summary>For each word the signs of those that follow it, one for each window.</summary>
    public static void LookAhead(ReadOnlySpan<MessageWord> words, ReadOnlySpan<ulong> marks, Span<WordSigns> ahead)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var (bits, all, next) = (0UL, 0UL, at + 1);
            for (var window = 0; window < Windows.Length; window++)
            {
                for (var last = Math.Min(words.Length, at + 1 + Windows[window]); next < last; next++)
                    (bits, all) = (bits | BitOf(words[next].Hash), all | marks[next]);
                ahead[at * Windows.Length + window] = new(bits, all);
            }
        }
    }
}
