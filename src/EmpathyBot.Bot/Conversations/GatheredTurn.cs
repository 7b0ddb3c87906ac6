using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Bot.Conversations;

/// <summary>What the policies decide upon, and the event that records what the customer said.</summary>
internal sealed record GatheredTurn(Turn Turn, CustomerSaid Said);
