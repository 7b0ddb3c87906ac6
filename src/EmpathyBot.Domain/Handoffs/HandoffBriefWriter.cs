using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Writes the brief from what happened, and from nothing else: the customer's own words, quoted or turned into the third
/// person, and the recorded events. Every sentence names its turns; secrets are masked; at most
/// <see cref="BriefBudget.Words"/> words. With reading switched off there is no mood anywhere in it.
/// </summary>
public static class HandoffBriefWriter
{
    /// <summary>Writes the brief. Never throws for what a conversation contains, not even for an empty one.</summary>
    /// <param name="conversation">The conversation with everything that happened.</param>
    /// <param name="events">All its events, oldest first, this turn's included.</param>
    /// <param name="reason">Why it is handed over.</param>
    /// <param name="now">As of when it speaks.</param>
    /// <param name="memory">What is kept of the customer; null when that is not known.</param>
    public static HandoffBrief Write(
        Conversation conversation, IReadOnlyList<ConversationEvent> events, HandoffReason reason, DateTimeOffset now,
        CustomerMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(events);
        var material = new BriefMaterial(conversation, events, reason);
        var readingOff = conversation.ReadingOff;
        var before = (memory ?? CustomerMemory.Empty).Before(conversation.Id, now);

        return BriefBudget.Fit(new HandoffBrief
        {
            WrittenAt = now,
            Headline = Headline(material),
            Summary = [BriefWanted.Sentence(material), BriefTried.Summed(material)],
            Customer = new(BriefName.Of(material)?.Name ?? before.Preferences.Name, conversation.Channel, conversation.Locale, before.Contacts.Count),
            Earlier = BriefEarlier.Of(before),
            EmotionNow = readingOff ? null : Felt(conversation.Journey.Current, material),
            EmotionPeak = readingOff ? null : Felt(conversation.Journey.Peak, material),
            Trend = readingOff ? EmotionTrend.Steady : conversation.Journey.Trend,
            Details = BriefDetails.Of(material),
            Tried = BriefTried.Of(material),
            DoNotAskAgain = Facts(material),
            Acknowledged = Acknowledgements(material),
            Promised = BriefPromises.Of(material),
            OpenQuestion = OpenQuestion(material),
            Reason = material.Handed,
            SuggestedReply = BriefReply.Suggest(material),
            Tone = BriefReply.Tone(material),
            Masked = material.Masked,
        });
    }

    /// <summary>How many words of a brief stand above the transcript.</summary>
    public static int CountWords(HandoffBrief brief) => BriefBudget.Count(brief);

    /// <summary>What they want and what stands in the way, with the numbers of the matter.</summary>
    private static BriefSentence Headline(BriefMaterial material)
    {
        var turns = new List<string>();
        var want = "a matter they have not named yet";
        if (BriefWanted.Headline(material) is { } wanted)
        {
            want = wanted.Text;
            turns.AddRange(wanted.TurnIds);
        }

        var numbers = Facts(material).Where(BriefReferences.NamesMatter).Where(fact => !want.Contains(fact.Value, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        turns.AddRange(numbers.Select(fact => fact.TurnId));
        var named = numbers.Count > 0 ? $" ({Sentences.Join([.. numbers.Select(fact => $"{fact.Name.Replace(" number", "", StringComparison.OrdinalIgnoreCase)} {fact.Value}")])})" : "";
        var (obstacle, rests) = BriefObstacle.Of(material);
        turns.AddRange(rests);
        var text = $"{want}{named} – {obstacle}.";
        return new(char.ToUpperInvariant(text[0]) + text[1..], [.. turns.Distinct()]);
    }

    /// <summary>What was recorded, the latest of each name, and then what else the customer's words hold.</summary>
    private static IReadOnlyList<BriefFact> Facts(BriefMaterial material)
    {
        var recorded = material.Events.OfType<FactCollected>()
            .GroupBy(fact => fact.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Last())
            .Select(fact => new BriefFact(fact.Name.Replace('_', ' '), Sentences.Shorten(fact.Value, 12), fact.TurnId)).ToList();
        var given = material.Events.OfType<FactCollected>().Select(fact => fact.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. recorded, .. material.References.Where(fact => !given.Contains(fact.Value))];
    }

    private static IReadOnlyList<BriefSentence> Acknowledgements(BriefMaterial material) =>
    [
        .. material.Events.OfType<Acknowledged>()
            .Where(acknowledged => acknowledged.Act != AcknowledgementAct.None && !string.IsNullOrWhiteSpace(acknowledged.Text))
            .Select(acknowledged => new BriefSentence(
                $"{(acknowledged.Act == AcknowledgementAct.Apologise ? "Apologised" : "Said")}: {Sentences.Quote(acknowledged.Text!, 14)}",
                [acknowledged.TurnId])),
    ];

    /// <summary>The last question of the customer's that was not followed by an answer.</summary>
    private static BriefSentence? OpenQuestion(BriefMaterial material)
    {
        var answered = material.Events.LastOrDefault(happened => happened is MatterSolved)?.TurnId;
        var open = material.Messages.Reverse().TakeWhile(said => said.TurnId != answered);
        foreach (var said in open)
        {
            if (Sentences.Of(said.Text).LastOrDefault(sentence => sentence.EndsWith('?') && Salience.AsksSomething(sentence)) is { } question)
                return new(Sentences.Quote(question, 20), [said.TurnId]);
        }

        return null;
    }

    private static BriefEmotion? Felt(JourneyPoint? point, BriefMaterial material)
    {
        if (point is null || material.Messages.FirstOrDefault(said => said.TurnId == point.TurnId) is not { } said)
            return null;
        // A cue that was masked away is not quoted.
        var cue = said.Reading?.Cues is [var first, ..] && said.Text.Contains(first.Text, StringComparison.Ordinal) ? first.Text : null;
        return new(point.Emotion, point.Intensity, Sentences.Shorten(cue ?? said.Text, 8), point.TurnId);
    }
}
