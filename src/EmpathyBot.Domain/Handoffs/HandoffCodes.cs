namespace EmpathyBot.Domain.Handoffs;

/// <summary>The codes that handoff words have on wires and in content: lower case, joined by dashes.</summary>
public static class HandoffCodes
{
    /// <summary>The code of a state, for example <c>timed-out</c>.</summary>
    public static string ToCode(this HandoffState state) => Dashed(state.ToString());

    /// <summary>The code of a reason, for example <c>asked-for-person</c>.</summary>
    public static string ToCode(this HandoffReason reason) => Dashed(reason.ToString());

    /// <summary>The code of an outcome, for example <c>callback</c>.</summary>
    public static string ToCode(this HandoffOutcome outcome) => Dashed(outcome.ToString());

    private static string Dashed(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
