namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>Finds the words for a plan among the phrases of the content, within the budget of repetition.</summary>
public static class AcknowledgementChooser
{
    /// <summary>The longest an acknowledgement may be, in words.</summary>
    public const int MostWords = 25;

    /// <summary>
    /// A phrase that fits and was not used yet; act none with reason <c>no-unused-phrase</c> when there is none.
    /// </summary>
    /// <param name="plan">The act and what can be named.</param>
    /// <param name="reading">The reading the phrase must fit; null when only signals led here.</param>
    /// <param name="phrases">All phrases of the locale.</param>
    /// <param name="history">What was said before.</param>
    /// <param name="render">Renders a template with the plan's mention.</param>
    /// <param name="seed">Makes the choice vary between conversations and repeatable in one.</param>
    public static AcknowledgementDecision Choose(
        AcknowledgementPlan plan,
        Emotions.EmotionReading? reading,
        IReadOnlyList<AcknowledgementPhrase> phrases,
        AcknowledgementHistory history,
        Func<string, string> render,
        int seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(render);
        var fitting = phrases.Where(phrase => phrase.Act == plan.Act && !history.PhraseIds.Contains(phrase.Id)).ToList();
        if (plan.Act == AcknowledgementAct.None || fitting.Count == 0)
            return AcknowledgementDecision.Nothing(plan.Act == AcknowledgementAct.None ? plan.Reason : "no-unused-phrase");
        var chosen = fitting[Math.Abs(seed % fitting.Count)];
        return new(plan.Act, plan.Reason, chosen.Id, render(chosen.Template));
    }
}
