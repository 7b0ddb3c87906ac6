using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>Tells a conversation from its events, as an agent reads it.</summary>
internal static class Transcript
{
    /// <summary>Everything that was said, oldest first, secrets masked. With reading off no mood is in it, not even as a reason.</summary>
    public static IReadOnlyList<DeskTurn> Of(IReadOnlyList<ConversationEvent> events, bool readingOff)
    {
        var turns = new List<DeskTurn>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        // What was read before the customer switched reading off stays gone, also when they switch it on again.
        var moodless = events.ToList().FindLastIndex(happened => happened is ReadingSwitched { On: false });
        var decisions = Decisions(events, moodless);
        for (var place = 0; place < events.Count; place++)
        {
            if (Entry(events[place], decisions, readingOff || place <= moodless) is { } turn)
                turns.Add(turn with { Id = Unique(turn.Id, ids) });
        }

        return turns;
    }

    private static DeskTurn? Entry(ConversationEvent happened, Dictionary<string, DeskDecision> decisions, bool withoutMood)
    {
        switch (happened)
        {
            case CustomerSaid said:
                var text = SecretMask.Mask(said.Text).Text;
                return new(
                    said.TurnId, "customer", null, text, said.At,
                    withoutMood || said.Reading is null ? null : Reading(said.Reading, said.Text, text),
                    said.Signals, decisions.GetValueOrDefault(said.TurnId));
            case BotSaid said:
                // The turn's own id belongs to the customer's words.
                return new($"{said.TurnId}#bot", "bot", null, SecretMask.Mask(said.Text).Text, said.At);
            case AgentSaid said:
                return new(said.TurnId, "agent", said.AgentName, SecretMask.Mask(said.Text).Text, said.At);
            default:
                return null;
        }
    }

    private static DeskReading Reading(EmotionReading reading, string original, string shown) => new(
        reading.Primary.ToDeskCode(), reading.Secondary?.ToDeskCode(), reading.Intensity, reading.Urgency, reading.Confidence,
        reading.Target.ToDeskCode(), original == shown ? reading.Cues : [.. Moved(reading.Cues, shown)], reading.ReadBy, reading.IsSure);

    /// <summary>Masking moved the words: cues are looked up again, and one that was masked away is gone.</summary>
    private static IEnumerable<Cue> Moved(IEnumerable<Cue> cues, string shown) => cues
        .Select(cue => cue with { Start = shown.IndexOf(cue.Text, StringComparison.Ordinal) })
        .Where(cue => cue.Start >= 0);

    /// <summary>The first decision of a turn is the one on the message itself; what follows from a step comes after.</summary>
    private static Dictionary<string, DeskDecision> Decisions(IReadOnlyList<ConversationEvent> events, int moodless)
    {
        var acknowledged = new Dictionary<string, Acknowledged>(StringComparer.Ordinal);
        foreach (var act in events.OfType<Acknowledged>())
            acknowledged.TryAdd(act.TurnId, act);

        var offered = events.OfType<PersonOffered>().ToLookup(offer => offer.TurnId, offer => offer.Reason.ToCode(), StringComparer.Ordinal);
        var decisions = new Dictionary<string, DeskDecision>(StringComparer.Ordinal);
        for (var place = 0; place < events.Count; place++)
        {
            if (events[place] is not Decided decided)
                continue;
            var act = acknowledged.GetValueOrDefault(decided.TurnId);
            // What was decided while mood was read speaks of mood.
            decisions.TryAdd(decided.TurnId, place <= moodless
                ? new(AcknowledgementAct.None.ToDeskCode(), "reading-off", null, decided.Step, "reading-off")
                : new(
                    (act?.Act ?? AcknowledgementAct.None).ToDeskCode(), act?.Reason ?? "not-decided", act?.PhraseId,
                    decided.Step, decided.Reason, offered[decided.TurnId].FirstOrDefault()));
        }

        return decisions;
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var more = 2; !taken.Add(unique); more++)
            unique = $"{id}~{more}";
        return unique;
    }
}
