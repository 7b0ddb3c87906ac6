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
            Summary = [Wanted(material), BriefTried.Summed(material)],
            Customer = new(Name(material) ?? before.Preferences.Name, conversation.Channel, conversation.Locale, before.Contacts.Count),
            Earlier = BriefEarlier.Of(before),
            EmotionNow = readingOff ? null : Felt(conversation.Journey.Current, material),
            EmotionPeak = readingOff ? null : Felt(conversation.Journey.Peak, material),
            Trend = readingOff ? EmotionTrend.Steady : conversation.Journey.Trend,
            Tried = BriefTried.Of(material),
            DoNotAskAgain = Facts(material),
            Acknowledged = Acknowledgements(material),
            Promised = Promises(material),
            OpenQuestion = OpenQuestion(material),
            Reason = material.Handed,
            SuggestedReply = BriefReply.Suggest(material),
            Tone = BriefReply.Tone(material),
            Masked = material.Masked,
        });
    }

    /// <summary>What they want, in their words, and what stands in the way.</summary>
    private static BriefSentence Headline(BriefMaterial material)
    {
        var turns = new List<string>();
        var about = "";
        if (material.Matter is { } matter)
        {
            about = $"About {matter.Title}";
            turns.Add(matter.TurnId);
            if (material.Order is { } order)
            {
                about += $" (order {Sentences.Shorten(order.Value, 2)})";
                turns.Add(order.TurnId);
            }

            about += ": ";
        }

        var want = "a matter they have not named yet";
        if (material.Asked is [var ask, ..])
        {
            want = ThirdPerson.Rephrase(ask.Text) is { } said ? $"they say {Sentences.Shorten(said, 18)}" : Sentences.Quote(ask.Text, 18);
            turns.Add(ask.TurnId);
        }

        var (obstacle, rests) = BriefObstacle.Of(material);
        turns.AddRange(rests);
        var text = $"{about}{want} – {obstacle}.";
        return new(char.ToUpperInvariant(text[0]) + text[1..], [.. turns.Distinct()]);
    }

    /// <summary>The first sentence of the summary: what the customer wants, with the circumstance that tells most.</summary>
    private static BriefSentence Wanted(BriefMaterial material)
    {
        if (material.Asked is not [var ask, ..])
            return new("The customer has not said yet what it is about.", [material.LastTurn]);

        var circumstance = material.Asked.Skip(1).FirstOrDefault(sentence => sentence.Weight > 0 && sentence.Text != ask.Text);
        var (verb, asked) = Reported(ask);
        if (circumstance is null)
            return new($"The customer {verb} {asked}.", [ask.TurnId]);

        var (nextVerb, next) = Reported(circumstance);
        var also = nextVerb == verb && verb != "says" ? next : $"{nextVerb} {next}";
        return new($"The customer {verb} {asked} and {also}.", [.. new[] { ask.TurnId, circumstance.TurnId }.Distinct()]);
    }

    private static (string Verb, string Words) Reported(KeySentence sentence) => ThirdPerson.Rephrase(sentence.Text) is { } said
        ? ("says", Sentences.Shorten(said, 20))
        : (sentence.IsQuestion ? "asks" : "writes", Sentences.Quote(sentence.Text, 20));

    private static string? Name(BriefMaterial material) =>
        material.Events.OfType<FactCollected>().LastOrDefault(fact => fact.Name is "name" or "customer_name")?.Value;

    private static IReadOnlyList<BriefFact> Facts(BriefMaterial material) =>
    [
        .. material.Events.OfType<FactCollected>()
            .GroupBy(fact => fact.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Last())
            .Select(fact => new BriefFact(fact.Name.Replace('_', ' '), Sentences.Shorten(fact.Value, 12), fact.TurnId)),
    ];

    private static IReadOnlyList<BriefSentence> Promises(BriefMaterial material) =>
    [
        .. material.Events.OfType<PromiseMade>().DistinctBy(promise => promise.Text)
            .Select(promise => new BriefSentence(Sentences.Shorten(promise.Text, 20), [promise.TurnId])),
    ];

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
            if (Sentences.Of(said.Text).LastOrDefault(sentence => sentence.EndsWith('?')) is { } question)
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
