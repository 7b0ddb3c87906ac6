namespace EmpathyBot.Domain.Privacy;

/// <summary>A part of a text that is to be masked.</summary>
/// <param name="Start">Where it begins, in characters.</param>
/// <param name="Length">How long it is; more than 0.</param>
/// <param name="Kind">What it is masked as, such as <c>card number</c>.</param>
public readonly record struct MaskedSpan(int Start, int Length, string Kind);
