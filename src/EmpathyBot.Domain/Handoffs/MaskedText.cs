namespace EmpathyBot.Domain.Handoffs;

/// <summary>A text in which secrets were replaced by their kind in brackets.</summary>
/// <param name="Text">For example <c>my card is [card number]</c>.</param>
/// <param name="Kinds">What was masked, each kind once, in the order found; empty when nothing was.</param>
public sealed record MaskedText(string Text, IReadOnlyList<string> Kinds);

/// <summary>A secret that someone else found in a message, and <see cref="SecretMask"/> alone may not.</summary>
/// <param name="Text">As it stands in the message.</param>
/// <param name="Kind">What it is masked as.</param>
public sealed record KnownSecret(string Text, string Kind);
