using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>What became of everything said in one conversation, on the customer's page and on the desk.</summary>
/// <param name="FromCustomer">Messages of the customer.</param>
/// <param name="FromAgents">Messages of agents.</param>
/// <param name="Lost">Messages that one side does not show.</param>
/// <param name="Doubled">Messages that one side shows more than once.</param>
/// <param name="OutOfOrder">Sides that show one speaker's messages in another order.</param>
/// <param name="SpokenOver">Messages of the bot while a person held the conversation.</param>
internal sealed record LoadFindings(int FromCustomer, int FromAgents, int Lost, int Doubled, int OutOfOrder, int SpokenOver)
{
    /// <summary>Compares what was accepted with what is shown.</summary>
    /// <param name="customer">What the customer said, in order.</param>
    /// <param name="agents">What each agent said here, in order.</param>
    /// <param name="stream">Activities of the customer's page.</param>
    /// <param name="turns">Turns of the desk's transcript.</param>
    public static LoadFindings Of(
        IReadOnlyList<string> customer, IReadOnlyList<IReadOnlyList<string>> agents, IReadOnlyList<JsonObject> stream, IReadOnlyList<JsonObject> turns)
    {
        List<string> onPage = [.. stream.Where(activity => (string?)activity["type"] == "message").Select(activity => (string?)activity["text"] ?? "")];
        List<string> onDesk = [.. turns.Select(turn => (string?)turn["text"] ?? "")];
        var (lost, doubled, disordered) = (0, 0, 0);
        foreach (var said in agents.Prepend(customer))
        {
            foreach (var side in new[] { onPage, onDesk })
            {
                var shown = side.Where(said.ToHashSet(StringComparer.Ordinal).Contains).ToList();
                var distinct = shown.Distinct(StringComparer.Ordinal).ToList();
                lost += said.Count - distinct.Count;
                doubled += shown.Count - distinct.Count;
                disordered += distinct.SequenceEqual(said.Where(distinct.Contains), StringComparer.Ordinal) ? 0 : 1;
            }
        }

        return new(customer.Count, agents.Sum(said => said.Count), lost, doubled, disordered, SpokenWhileHeld(stream));
    }

    /// <summary>While a person holds it, the bot may only say what a change of state brings with it, right after that change.</summary>
    private static int SpokenWhileHeld(IEnumerable<JsonObject> stream)
    {
        var (isHeld, isNotice, spoken) = (false, false, 0);
        foreach (var activity in stream)
        {
            if ((string?)activity["type"] == "event" && (string?)activity["name"] == "handoff")
            {
                isHeld = (string?)activity["value"]?["state"] is "accepted" or "transferred";
                isNotice = true;
            }
            else if ((string?)activity["type"] == "message")
            {
                if ((string?)activity["from"]?["id"] == "empathybot" && isHeld && !isNotice)
                    spoken++;
                isNotice = false;
            }
        }

        return spoken;
    }
}
