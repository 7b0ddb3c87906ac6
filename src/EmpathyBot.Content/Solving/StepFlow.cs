using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Walks through all ways a procedure can go, and tells which steps none of them reaches. What is asked may be answered in
/// every way its kind allows, and what is called may end in every way the operation names.
/// </summary>
internal sealed class StepFlow
{
    /// <summary>Beyond so many ways side by side nothing is said: no procedure of sense has them.</summary>
    private const int MostWays = 4000;

    private readonly IReadOnlyList<ProcedureStep> _steps;
    private readonly IReadOnlyDictionary<string, Operation> _operations;
    private readonly ValueRanges _ranges;

    private StepFlow(IReadOnlyList<ProcedureStep> steps, IReadOnlyDictionary<string, Operation> operations)
    {
        (_steps, _operations) = (steps, operations);
        _ranges = new(steps);
    }

    /// <summary>The indexes of the steps that are never reached.</summary>
    public static IReadOnlyList<int> Unreached(IReadOnlyList<ProcedureStep> steps, IReadOnlyDictionary<string, Operation> operations) =>
        new StepFlow(steps, operations).Walk();

    private List<int> Walk()
    {
        var unreached = new List<int>();
        var ways = new List<Way> { Way.Begin(_ranges, _steps) };
        for (var index = 0; index < _steps.Count; index++)
        {
            var step = _steps[index];
            var next = new List<Way>();
            var reached = false;
            foreach (var way in ways)
            {
                var (taken, passed) = way.Split(step.When);
                reached |= taken is not null;
                // What is only said changes nothing: the way need not part for it.
                next.AddRange(step is TellStep ? [way] : passed.Concat(taken is null ? [] : After(step, index, taken)));
            }

            if (!reached)
                unreached.Add(index);
            ways = Way.Merge(next, _ranges.TestedFrom(index + 1));
            if (ways.Count > MostWays)
                return [];
        }

        return unreached;
    }

    private IEnumerable<Way> After(ProcedureStep step, int index, Way way)
    {
        switch (step)
        {
            case EndStep:
                return [];
            case AskStep ask:
                var isFirst = !_steps.Take(index).OfType<AskStep>().Any(earlier => earlier.SaveAs == ask.SaveAs);
                return [way.With(ask.SaveAs, isFirst ? _ranges.Answers(ask).Union(way.Known(ask.SaveAs)) : _ranges.Answers(ask))];
            case AmendsStep amends:
                // Each remedy there is, since the rules change with the shop and a block answers all of them.
                var remedies = amends.Rules.Select(rule => rule.Remedy).Append(AmendsStep.Nothing);
                return [way.With(amends.SaveAs + ".remedy", remedies)
                    .With(amends.SaveAs + ".worth", _ranges.Any(amends.SaveAs + ".worth")).With(amends.SaveAs + ".failure", [amends.Failure])];
            case CallStep call when _operations.TryGetValue(call.Operation, out var operation):
                return Ends(call.SaveAs, operation, way);
            default:
                return [way];
        }
    }

    /// <summary>A call that went well gives what it gives, one that was declined says why, the others say nothing.</summary>
    private IEnumerable<Way> Ends(string save, Operation operation, Way way)
    {
        foreach (var outcome in operation.Gives["outcome"]!)
        {
            // The whole and its groups have a value too: "search known" asks whether it was called.
            var ended = way.With(save, [ValueRanges.Other]);
            foreach (var group in operation.Gives.Keys.Where(path => path.Contains('.', StringComparison.Ordinal)).Select(path => path[..path.LastIndexOf('.')]))
                ended = ended.With($"{save}.{group}", outcome == "ok" ? [ValueRanges.Other, ValueRanges.Unset] : [ValueRanges.Unset]);
            foreach (var (path, values) in operation.Gives)
            {
                var name = $"{save}.{path}";
                ended = ended.With(name, path == "outcome" ? [outcome]
                    : outcome is "ok" or "refused" ? _ranges.Any(name, values).Append(ValueRanges.Unset) : [ValueRanges.Unset]);
            }

            yield return ended;
        }
    }
}
