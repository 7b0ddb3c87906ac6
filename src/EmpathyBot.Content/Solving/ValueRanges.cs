using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// The values that make a difference to a procedure: those its conditions name, one that stands for all others, and none.
/// </summary>
internal sealed class ValueRanges
{
    /// <summary>There is no value.</summary>
    public const string Unset = "";

    /// <summary>Some value that no condition names.</summary>
    public const string Other = "\u0001";

    private static readonly string[] FromTheStart = ["order_number", "proof"];

    private readonly IReadOnlyList<ProcedureStep> _steps;
    private readonly ILookup<string, string> _named;

    public ValueRanges(IReadOnlyList<ProcedureStep> steps)
    {
        _steps = steps;
        _named = steps.SelectMany(Tests).Where(test => test.Literal is not null).ToLookup(test => test.Path, test => test.Literal!, StringComparer.Ordinal);
    }

    /// <summary>All values of a variable, or all that it may have.</summary>
    public IEnumerable<string> Any(string path, IReadOnlyList<string>? values = null) => values ?? [.. _named[path], Other];

    /// <summary>What may be kept of an answer.</summary>
    public IEnumerable<string> Answers(AskStep ask) => ask.Kind switch
    {
        AskKind.Confirm => ["yes", "no"],
        AskKind.Choice => ask.Choices,
        _ when ask.MayLack => Any(ask.SaveAs).Append(AskStep.Lacking),
        AskKind.Text => Any(ask.SaveAs),
        _ => Any(ask.SaveAs).Where(value => value != AskStep.Lacking),
    };

    /// <summary>Variables that may have a value before the first step: facts of the conversation, and what the first message says.</summary>
    public IEnumerable<string> KnownBefore() => FromTheStart.Concat(_steps.OfType<AskStep>()
        .Where(ask => ask.Fact || ask.Kind is AskKind.OrderNumber or AskKind.EmailOrPostcode or AskKind.Code).Select(ask => ask.SaveAs));

    /// <summary>Variables that this step or a later one looks at.</summary>
    public IReadOnlySet<string> TestedFrom(int index) =>
        _steps.Skip(index).SelectMany(Tests).Select(test => test.Path).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<ConditionTest> Tests(ProcedureStep step) => step.When?.Tests ?? [];
}
