using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads where a procedure weighs amends, and where it says what became of them.</summary>
internal sealed class AmendsReader(AmendsRules amends, ProcedureVariables variables)
{
    private static readonly string[] OfTheOrder = ["order.number", "order.total", "order.amends"];

    public AmendsStep? Read(string id, Condition? when, YamlMap entry, string? extent)
    {
        var failure = entry.Required("amends");
        var save = entry.Required("save");
        if (failure is { } named && !amends.Failures.Contains(named.Text))
            entry.Report(named.Line, $"{AmendsRules.FileName} has no rule for \"{named.Text}\". It has: {string.Join(", ", amends.Failures)}.");
        foreach (var needed in OfTheOrder.Where(path => !variables.Knows(path)))
            entry.Report(entry.Line, $"Amends are weighed for an order: \"{needed}\" must be known at this step.");
        if (failure is not { } on || save is not { } saved)
            return null;
        variables.Save(saved.Text + ".remedy", amends.Remedies);
        variables.Save(saved.Text + ".worth", values: null);
        variables.Save(saved.Text + ".failure", values: null);
        return new(id, when, on.Text, extent, saved.Text, amends.Rules, amends.Currency);
    }

    /// <summary>How the offer ended that was made before; "given" stands only where it was carried out.</summary>
    public static AmendsOutcome? ReadSettled(Condition? when, YamlMap entry, YamlText written, IReadOnlyList<ProcedureStep> before)
    {
        var outcome = Names.Find<AmendsOutcome>(written.Text);
        if (outcome is null)
            entry.Report(written.Line, $"\"{written.Text}\" is no end of amends. Known are: {string.Join(", ", Names.Of<AmendsOutcome>())}.");
        if (!before.OfType<AmendsStep>().Any())
            entry.Report(written.Line, "\"settles\" needs an \"amends\" step before it.");
        if (outcome == AmendsOutcome.Given && when?.Tests.Any(test => IsCallThatWentWell(test, before)) != true)
            entry.Report(written.Line, "\"settles: given\" stands only under a \"when\" that a call went well: \"gift.outcome == ok\".");
        return outcome;
    }

    private static bool IsCallThatWentWell(ConditionTest test, IReadOnlyList<ProcedureStep> before) =>
        test is { Comparison: Comparison.Equal, Literal: "ok" }
        && before.OfType<CallStep>().Any(call => test.Path == call.SaveAs + ".outcome");
}
