using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>A sentence that agents find ready for a customer who feels so, to edit and send.</summary>
/// <param name="Id">Unique in its language.</param>
/// <param name="Emotion">What the customer feels.</param>
/// <param name="Template">The sentence; it may ask whether the customer is addressed politely.</param>
public sealed record AgentPhrase(string Id, Emotion Emotion, string Template);
