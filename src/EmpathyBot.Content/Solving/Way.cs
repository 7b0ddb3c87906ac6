using System.Collections.Immutable;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Ways through a procedure that are alike: for each variable the values it may have. One that is not there has none yet.</summary>
internal sealed class Way
{
    private static readonly ImmutableSortedSet<string> NoValue = Set([ValueRanges.Unset]);
    private readonly ImmutableSortedDictionary<string, ImmutableSortedSet<string>> _values;

    private Way(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> values) => _values = values;

    public static Way Begin(ValueRanges ranges, IReadOnlyList<ProcedureStep> steps) => new(ranges.KnownBefore().Distinct().ToImmutableSortedDictionary(
        name => name,
        name => Set(steps.OfType<AskStep>().Where(ask => ask.SaveAs == name).SelectMany(ranges.Answers).Concat(ranges.Any(name))
            .Where(value => value != AskStep.Lacking).Append(ValueRanges.Unset)),
        StringComparer.Ordinal));

    public Way With(string path, IEnumerable<string> values) => new(_values.SetItem(path, Set(values)));

    /// <summary>The values a variable has when it has one.</summary>
    public IEnumerable<string> Known(string path) => Values(path).Remove(ValueRanges.Unset);

    /// <summary>The ways on which a condition holds, null for none, and those on which it does not.</summary>
    public (Way? Taken, IReadOnlyList<Way> Passed) Split(Condition? when)
    {
        var taken = this;
        var passed = new List<Way>();
        foreach (var test in when?.Tests ?? [])
        {
            var all = taken.Values(test.Path);
            var holds = Set(all.Where(value => Holds(test, value)));
            if (holds.Count < all.Count)
                passed.Add(taken.With(test.Path, all.Except(holds)));
            if (holds.IsEmpty)
                return (null, passed);
            taken = taken.With(test.Path, holds);
        }

        return (taken, passed);
    }

    /// <summary>The ways without what no later step looks at, each once.</summary>
    public static List<Way> Merge(IEnumerable<Way> ways, IReadOnlySet<string> tested) =>
        [.. ways.Select(way => new Way(way._values.RemoveRange(way._values.Keys.Where(path => !tested.Contains(path)))))
            .DistinctBy(way => string.Join('\n', way._values.Select(entry => $"{entry.Key}={string.Join('|', entry.Value)}")))];

    private ImmutableSortedSet<string> Values(string path) => _values.GetValueOrDefault(path, NoValue);

    private static bool Holds(ConditionTest test, string value) => test.Comparison switch
    {
        Comparison.Known => value != ValueRanges.Unset,
        Comparison.Unknown => value == ValueRanges.Unset,
        Comparison.Equal => string.Equals(value, test.Literal, StringComparison.OrdinalIgnoreCase),
        _ => !string.Equals(value, test.Literal, StringComparison.OrdinalIgnoreCase),
    };

    private static ImmutableSortedSet<string> Set(IEnumerable<string> values) => values.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);
}
