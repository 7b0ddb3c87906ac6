using System.Globalization;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>Plays a dialogue as the events it would be and writes its brief.</summary>
internal static class WrittenBrief
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Writes the brief.</summary>
    /// <param name="turns">What was said.</param>
    /// <param name="reason">Why it is handed over.</param>
    /// <param name="detector">Reads the customer's mood; null to go without.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<HandoffBrief> OfAsync(
        IReadOnlyList<DialogueTurn> turns, HandoffReason reason, IEmotionDetector? detector, CancellationToken cancellationToken)
    {
        var conversation = Conversation.Begin("dialogue", "directline", "en");
        List<ConversationEvent> events = [];
        List<EarlierTurn> earlier = [];
        foreach (var turn in turns)
        {
            var (id, at) = (TurnId(turn.Number), Start.AddMinutes(turn.Number));
            ConversationEvent happened = turn.Role switch
            {
                "customer" => await SaidAsync(id, at, turn.Text, earlier, detector, cancellationToken),
                "agent" => new AgentSaid(id, at, "agent", "The agent", turn.Text),
                _ => new BotSaid(id, at, turn.Text),
            };
            events.Add(happened);
            conversation = conversation.Apply(happened);
            earlier.Add(new(turn.Role, turn.Text));
            if (earlier.Count > Conversation.EarlierTurnsKept)
                earlier.RemoveAt(0);
        }

        return HandoffBriefWriter.Write(conversation, events, reason, Start.AddMinutes(turns.Count));
    }

    /// <summary>The id that the turn of this number has in the brief.</summary>
    public static string TurnId(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<CustomerSaid> SaidAsync(
        string id, DateTimeOffset at, string text, List<EarlierTurn> earlier, IEmotionDetector? detector, CancellationToken cancellationToken)
    {
        if (detector is null)
            return new(id, at, text, null, []);
        var read = await detector.ReadAsync(new(text, [.. earlier]), cancellationToken);
        // What the detector found to be secret never gets as far as the events, as in the bot itself.
        return new(id, at, SecretMask.Mask(text, read.Secrets).Text, read.Emotion, read.Signals.Names());
    }
}
