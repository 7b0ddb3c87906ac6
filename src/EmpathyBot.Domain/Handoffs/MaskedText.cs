namespace EmpathyBot.Domain.Handoffs;

/// <summary>A text in which secrets were replaced by their kind in brackets.</summary>
/// <param name="Text">For example <c>my card is [card number]</c>.</param>
/// <param name="Kinds">What was masked, each kind once, in the order found; empty when nothing was.</param>
public sealed record MaskedText(string Text, IReadOnlyList<string> Kinds);
