using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>One way to say an act, as written in <c>dialogs/acknowledgements/</c>, with the conditions it fits under.</summary>
/// <param name="Id">Unique in its locale; recorded with every decision.</param>
/// <param name="Act">The act it says.</param>
/// <param name="Emotions">Emotions it fits; empty means any.</param>
/// <param name="Targets">Targets it fits; empty means any.</param>
/// <param name="MinIntensity">From this intensity (inclusive), 0–1.</param>
/// <param name="MaxIntensity">Up to this intensity (inclusive), 0–1.</param>
/// <param name="Names">Which concrete things the template needs: of <c>thing</c>, <c>span</c>, <c>count</c>, <c>mishap</c>, <c>loss</c>.</param>
/// <param name="Template">A Handlebars template, at most 25 words when rendered.</param>
public sealed record AcknowledgementPhrase(
    string Id,
    AcknowledgementAct Act,
    IReadOnlyList<Emotion> Emotions,
    IReadOnlyList<EmotionTarget> Targets,
    double MinIntensity,
    double MaxIntensity,
    IReadOnlyList<string> Names,
    string Template)
{
    private const int Thing = 2;
    private const int TimeOrCount = 4;
    private const int Mishap = 5;

    /// <summary>
    /// How much of the customer's own words it says back. What went wrong says more than a thing or a time alone, and less than
    /// both: "two weeks for the blue jacket".
    /// </summary>
    public int Telling { get; } = Names.Sum(name => name switch { "mishap" => Mishap, "thing" => Thing, _ => TimeOrCount });
}
