using System.Text;
using System.Text.RegularExpressions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>What one kind of thing to mask looks like.</summary>
/// <param name="Kind">What it is masked as.</param>
/// <param name="Pattern">What looks like one; its group <c>secret</c> is the thing itself.</param>
/// <param name="Length">Given the text and a match, how much of the group is one; 0 when it is none.</param>
internal sealed record MaskShape(string Kind, Regex Pattern, Func<string, Match, int> Length)
{
    /// <summary>Stands for each character of what was found, so that places stay and no later shape takes part of it.</summary>
    private const char Taken = '[';

    /// <summary>Everything that matches is one.</summary>
    public MaskShape(string kind, Regex pattern)
        : this(kind, pattern, static (_, match) => match.Groups["secret"].Length)
    {
    }

    /// <summary>What matches is one when it passes a check.</summary>
    public static MaskShape Checked(string kind, Regex pattern, Func<string, bool> passes) =>
        new(kind, pattern, (_, match) => passes(match.Groups["secret"].Value) ? match.Groups["secret"].Length : 0);

    /// <summary>What the shapes find, the first shape first; nothing overlaps. Bounded in time for any text.</summary>
    public static List<MaskedSpan> Find(string text, IReadOnlyList<MaskShape> shapes)
    {
        var found = new List<MaskedSpan>();
        var left = text;
        foreach (var shape in shapes)
        {
            // Most texts hold nothing of the kind, and asking allocates nothing.
            if (!shape.Pattern.IsMatch(left))
                continue;
            var before = found.Count;
            foreach (Match match in shape.Pattern.Matches(left))
            {
                if (shape.Length(left, match) is > 0 and var length)
                    found.Add(new(match.Groups["secret"].Index, length, shape.Kind));
            }

            if (found.Count > before)
                left = Without(left, found, before);
        }

        return found;
    }

    /// <summary>The text with each part replaced by its kind in brackets.</summary>
    public static MaskedText Replace(string text, List<MaskedSpan> found)
    {
        if (found.Count == 0)
            return new(text, []);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in found.OrderBy(span => span.Start))
        {
            masked.Append(text, at, span.Start - at).Append('[').Append(span.Kind).Append(']');
            at = span.Start + span.Length;
        }

        return new(masked.Append(text, at, text.Length - at).ToString(), [.. found.Select(span => span.Kind).Distinct()]);
    }

    private static string Without(string text, List<MaskedSpan> found, int from)
    {
        var left = text.ToCharArray();
        foreach (var span in found.Skip(from))
            Array.Fill(left, Taken, span.Start, span.Length);
        return new(left);
    }
}
