using System.Globalization;
using System.Text;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>Finds the words for a plan among the phrases of the content, within the budget of repetition.</summary>
public static class AcknowledgementChooser
{
    /// <summary>The longest an acknowledgement may be, in words.</summary>
    public const int MostWords = 25;

    /// <summary>
    /// A phrase that fits and was not used yet, preferably one that names most of what the message names; act none with
    /// reason <c>no-unused-phrase</c> when there is none. Safety is exempt from the budget: it is always said.
    /// </summary>
    /// <param name="plan">The act and what can be named.</param>
    /// <param name="reading">The reading the phrase must fit; null when only signals led here, then conditions on a reading do not count.</param>
    /// <param name="phrases">All phrases of the locale.</param>
    /// <param name="history">What was said before.</param>
    /// <param name="render">Renders a template with the plan's mention.</param>
    /// <param name="seed">Makes the choice vary between conversations and repeatable in one.</param>
    /// <param name="heardBefore">Phrases of earlier conversations: taken only when no other fits.</param>
    public static AcknowledgementDecision Choose(
        AcknowledgementPlan plan,
        EmotionReading? reading,
        IReadOnlyList<AcknowledgementPhrase> phrases,
        AcknowledgementHistory history,
        Func<string, string> render,
        int seed,
        IReadOnlySet<string>? heardBefore = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(render);
        if (plan.Act == AcknowledgementAct.None)
            return AcknowledgementDecision.Nothing(plan.Reason);

        var unheard = heardBefore is { Count: > 0 } ? phrases.Where(phrase => !heardBefore.Contains(phrase.Id)).ToList() : phrases;
        var chosen = ChooseAmong(unheard, plan, reading, history, render, seed);
        return chosen ?? (unheard.Count < phrases.Count ? ChooseAmong(phrases, plan, reading, history, render, seed) : null)
            ?? AcknowledgementDecision.Nothing("no-unused-phrase");
    }

    private static AcknowledgementDecision? ChooseAmong(
        IReadOnlyList<AcknowledgementPhrase> phrases, AcknowledgementPlan plan, EmotionReading? reading,
        AcknowledgementHistory history, Func<string, string> render, int seed)
    {
        var exempt = plan.Act == AcknowledgementAct.Safety;
        var fitting = phrases.Where(phrase => phrase.Act == plan.Act && phrase.Names.All(plan.Mention.Has)
            && (exempt || Fits(phrase, reading) && !history.HasSaid(phrase.Id)));
        // The more of the customer's own things it names, the better: each group is tried before the next.
        foreach (var naming in fitting.GroupBy(phrase => phrase.Telling).OrderByDescending(group => group.Key))
        {
            var sayable = naming.OrderBy(phrase => phrase.Id, StringComparer.Ordinal)
                .Select(phrase => (phrase.Id, Text: render(phrase.Template).Trim()))
                .Where(said => exempt || IsSayable(said.Text, reading, history)).ToList();
            if (sayable.Count > 0)
            {
                var (id, text) = sayable[(int)((uint)seed % (uint)sayable.Count)];
                return new(plan.Act, plan.Reason, id, text);
            }
        }

        return null;
    }

    private static bool Fits(AcknowledgementPhrase phrase, EmotionReading? reading) => reading is null
        || (phrase.Emotions.Count == 0 || phrase.Emotions.Contains(reading.Primary))
            && (phrase.Targets.Count == 0 || phrase.Targets.Contains(reading.Target))
            && reading.Intensity >= phrase.MinIntensity && reading.Intensity <= phrase.MaxIntensity;

    private static bool IsSayable(string text, EmotionReading? reading, AcknowledgementHistory history)
    {
        var upset = reading is { Primary: Emotion.Anger or Emotion.Frustration };
        return text.Length > 0
            && CountWords(text) <= MostWords
            && (history.LastOpening is not { } last || AcknowledgementHistory.Opening(text) != last)
            && !(upset && (text.Contains('!', StringComparison.Ordinal) || HasEmoji(text)));
    }

    private static int CountWords(string text)
    {
        var words = 0;
        for (var at = 0; at < text.Length; at++)
            words += !char.IsWhiteSpace(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1])) ? 1 : 0;
        return words;
    }

    private static bool HasEmoji(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
}
