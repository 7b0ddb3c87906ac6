namespace EmpathyBot.Domain.Solving;

/// <summary>What the company gives after a failure of its own, and up to where; from <c>dialogs/solving/amends.yaml</c>.</summary>
/// <param name="Id">Unique; recorded with what was offered.</param>
/// <param name="Failure">The failure it answers, as procedures name it: <c>late</c>.</param>
/// <param name="From">How much of it at least (days of lateness); 0 when any will do.</param>
/// <param name="Remedy">What is given, as the shop's systems know it: <c>voucher</c>.</param>
/// <param name="Worth">Its worth in the shop's currency; 0 when it has none of its own.</param>
/// <param name="AtMostPercent">At most so much of the order's total, 1 to 100.</param>
/// <param name="What">Template of it in words, for the agents' brief: "a voucher of {{worth}}".</param>
public sealed record AmendsRule(string Id, string Failure, int From, string Remedy, decimal Worth, int AtMostPercent, string What);

/// <summary>What is to be offered.</summary>
/// <param name="Rule">The rule behind it; null when nothing is offered.</param>
/// <param name="Worth">What it is worth in this case, within the limits.</param>
/// <param name="Reason">A stable code that says why this.</param>
public sealed record AmendsDecision(AmendsRule? Rule, decimal Worth, string Reason);

/// <summary>How an offer of amends ended.</summary>
public enum AmendsOutcome { Given = 0, Declined, Failed }

/// <summary>Decides what is offered after a failure: by rule, within limits, once.</summary>
public static class AmendsPolicy
{
    /// <summary>What is worth less than this is no amends but an insult.</summary>
    public const decimal LeastWorth = 2m;

    /// <summary>Decides.</summary>
    /// <param name="rules">All rules.</param>
    /// <param name="failure">What failed.</param>
    /// <param name="extent">How much of it, in the rule's measure.</param>
    /// <param name="total">What the order cost; null when that is not known, and then only what has no worth of its own is offered.</param>
    /// <param name="offeredBefore">True when this incident was spoken of already, or the shop has made amends for the order.</param>
    public static AmendsDecision Decide(IReadOnlyList<AmendsRule> rules, string failure, int extent, decimal? total, bool offeredBefore)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (offeredBefore)
            return new(null, 0, "offered-before");
        var rule = rules.Where(rule => rule.Failure == failure && rule.From <= extent).MaxBy(rule => rule.From);
        if (rule is null)
            return new(null, 0, "no-rule");
        if (rule.Worth == 0)
            return new(rule, 0, "by-rule");
        if (total is not { } cost)
            return new(null, 0, "total-unknown");
        var worth = Math.Min(rule.Worth, RoundToHalf(cost * rule.AtMostPercent / 100));
        return worth < LeastWorth ? new(null, 0, "too-little") : new(rule, worth, worth < rule.Worth ? "by-share" : "by-rule");
    }

    private static decimal RoundToHalf(decimal amount) => Math.Floor(amount * 2) / 2;
}
