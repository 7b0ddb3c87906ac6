using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Which steps of one language are reached. A step of a block counts as reached when any procedure that uses it reaches it.
/// </summary>
internal sealed class StepReach(IReadOnlyDictionary<string, Operation> operations)
{
    private readonly HashSet<(string File, int Line)> _reached = [];
    private readonly Dictionary<(string File, int Line), ProcedureStep> _unreached = [];

    public void Add(IReadOnlyList<ProcedureStep> steps, IReadOnlyList<(string File, int Line)> places)
    {
        var unreached = StepFlow.Unreached(steps, operations);
        for (var index = 0; index < steps.Count; index++)
        {
            if (unreached.Contains(index))
                _unreached[places[index]] = steps[index];
            else
                _reached.Add(places[index]);
        }
    }

    public void Report(Problems problems)
    {
        foreach (var (place, step) in _unreached.Where(one => !_reached.Contains(one.Key)))
        {
            problems.Add(place.File, place.Line, step.When is null
                ? $"The step \"{step.Id}\" is never reached: every way ends before it."
                : $"The step \"{step.Id}\" is never reached: whichever way is taken, its \"when\" cannot hold here.");
        }
    }
}
