using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Workbench.Privacy;

/// <summary>How masking did for one kind.</summary>
/// <param name="Kind">The kind, or <c>all</c>.</param>
/// <param name="Labelled">How many there were.</param>
/// <param name="Found">Of them, how many were masked as what they are.</param>
/// <param name="Masked">How many parts were masked as this kind.</param>
/// <param name="Right">Of them, how many are one.</param>
internal sealed record MaskingScore(string Kind, int Labelled, int Found, int Masked, int Right)
{
    public double Recall => Labelled == 0 ? 1 : (double)Found / Labelled;

    public double Precision => Masked == 0 ? 1 : (double)Right / Masked;
}

/// <summary>What went wrong in a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Wrong">What was missed, or masked and should not be.</param>
/// <param name="IsMiss">True for a miss.</param>
internal sealed record MaskingFault(MaskedLine Line, MaskedSpan Wrong, bool IsMiss);

/// <summary>Compares what is masked with labels.</summary>
internal sealed record MaskingScores(IReadOnlyList<MaskingScore> Kinds, IReadOnlyList<MaskingFault> Faults)
{
    /// <summary>
    /// One is found when at least four fifths of its letters and digits are masked as its kind; a masked part is right when
    /// four fifths of it are labelled as its kind. Where an address ends is a matter of taste, and a digit more or less is not.
    /// </summary>
    private const double Enough = 0.8;

    public MaskingScore All => new(
        "all", Kinds.Sum(kind => kind.Labelled), Kinds.Sum(kind => kind.Found), Kinds.Sum(kind => kind.Masked), Kinds.Sum(kind => kind.Right));

    public static MaskingScores Of(IReadOnlyList<MaskedLine> lines)
    {
        var labelled = new List<(string Kind, bool Good)>();
        var masked = new List<(string Kind, bool Good)>();
        var faults = new List<MaskingFault>();
        foreach (var line in lines)
        {
            var found = PersonalMask.Find(line.Text);
            foreach (var label in line.Labels)
                Judge(line, label, found, labelled, faults, isMiss: true);
            foreach (var span in found)
                Judge(line, span, line.Labels, masked, faults, isMiss: false);
        }

        var kinds = labelled.Concat(masked).Select(one => one.Kind).Distinct().Order(StringComparer.Ordinal);
        return new(
            [.. kinds.Select(kind => new MaskingScore(
                kind, labelled.Count(one => one.Kind == kind), labelled.Count(one => one.Kind == kind && one.Good),
                masked.Count(one => one.Kind == kind), masked.Count(one => one.Kind == kind && one.Good)))],
            faults);
    }

    private static void Judge(
        MaskedLine line, MaskedSpan span, IReadOnlyList<MaskedSpan> others, List<(string, bool)> judged, List<MaskingFault> faults, bool isMiss)
    {
        var places = Enumerable.Range(span.Start, span.Length).Where(place => char.IsLetterOrDigit(line.Text[place])).ToList();
        var covered = places.Count(place => others.Any(other => other.Kind == span.Kind && place >= other.Start && place < other.Start + other.Length));
        var good = covered >= Enough * places.Count;
        judged.Add((span.Kind, good));
        if (!good)
            faults.Add(new(line, span, isMiss));
    }
}
