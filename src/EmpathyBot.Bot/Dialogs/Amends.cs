using System.Globalization;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>Weighs amends within a procedure and records what became of them.</summary>
internal static class Amends
{
    /// <summary>What the procedure's next steps go by: <c>remedy</c>, <c>worth</c>, <c>failure</c>.</summary>
    public static Dictionary<string, object?> Weigh(AmendsStep step, IReadOnlyDictionary<string, object?> values, TurnUnitOfWork work)
    {
        var extent = step.Extent is { } template ? Number(work.Content.Render(template, values)) : 0;
        var incident = Incident(step, values);
        var before = work.Conversation.AmendsOfferedFor.Contains(incident) || Variables.Find(values, "order.amends") == "given";
        var decision = AmendsPolicy.Decide(step.Rules, step.Failure, extent, Money(Variables.Find(values, "order.total")), before);
        var worth = decision.Worth == 0 ? "" : step.Currency + decision.Worth.ToString("0.00", CultureInfo.InvariantCulture);
        var weighed = new Dictionary<string, object?>
        {
            ["remedy"] = decision.Rule?.Remedy ?? AmendsStep.Nothing,
            ["worth"] = worth,
            ["failure"] = step.Failure,
            ["rule"] = decision.Rule?.Id,
        };
        if (decision.Rule is { } rule)
            work.Happened(new AmendsOffered(work.TurnId, work.At, incident, What(rule, weighed, work), rule.Id));
        return weighed;
    }

    /// <summary>Records how the offer ended.</summary>
    public static void Settle(AmendsStep step, AmendsOutcome outcome, IReadOnlyDictionary<string, object?> values, TurnUnitOfWork work)
    {
        if (step.Rules.FirstOrDefault(rule => rule.Id == Variables.Find(values, step.SaveAs + ".rule")) is { } rule)
            work.Happened(new AmendsSettled(work.TurnId, work.At, Incident(step, values), What(rule, values[step.SaveAs], work), outcome));
    }

    private static string Incident(AmendsStep step, IReadOnlyDictionary<string, object?> values) =>
        $"order {Variables.Find(values, "order.number")}, {step.Failure}";

    private static string What(AmendsRule rule, object? weighed, TurnUnitOfWork work) => work.Content.Render(
        rule.What, new Dictionary<string, object?> { ["worth"] = Variables.Find(new Dictionary<string, object?> { ["amends"] = weighed }, "amends.worth") });

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // The shop writes amounts with a point before the cents and its sign around them.
    private static decimal? Money(string? text) =>
        decimal.TryParse(string.Concat((text ?? "").Where(sign => char.IsAsciiDigit(sign) || sign == '.')), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
}
