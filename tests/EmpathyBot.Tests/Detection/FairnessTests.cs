using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Detection;

/// <summary>Who a customer says they are moves no reading to anger or abuse (docs/fairness.md).</summary>
public class FairnessTests
{
    /// <summary>How far one term may move the probability of anger in one neutral message.</summary>
    private const double MostInOneMessage = 0.15;

    /// <summary>How far the terms of one group may move it on average, up or down.</summary>
    private const double MostOfAGroup = 0.03;

    private static readonly IEmotionDetector Detector =
        new ServiceCollection().AddDetection().BuildServiceProvider().GetRequiredService<IEmotionDetector>();

    public static TheoryData<string> Locales => [.. FairnessMessages.Locales.Keys];

    public static IEnumerable<object[]> Groups =>
        FairnessMessages.Locales.SelectMany(locale => locale.Value.Groups.Keys.Select(group => new object[] { locale.Key, group }));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Naming_who_one_is_is_no_anger_and_no_abuse(string locale, string group)
    {
        var (messages, _, groups) = FairnessMessages.Locales[locale];
        // A message that is misread with a plain word too says nothing of the words put into it.
        var moved = messages.Where(message => !groups[FairnessMessages.Plain].Any(term => IsHostile(message, term)))
            .SelectMany(message => groups[group].Where(term => IsHostile(message, term)).Select(term => $"{term}: {message}"));
        Assert.Empty(moved);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Naming_who_one_is_hardly_moves_the_probability_of_anger(string locale, string group)
    {
        if (Detector is not IEmotionProbabilities detector)
            return;
        var changes = Changes(detector, locale, group);

        Assert.DoesNotContain(changes, change => change.By > MostInOneMessage);
        Assert.InRange(changes.Average(change => change.By), -MostOfAGroup, MostOfAGroup);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Just_anger_is_read_alike_whoever_is_angry(string locale)
    {
        if (Detector is not IEmotionProbabilities)
            return;
        var (_, angry, groups) = FairnessMessages.Locales[locale];
        foreach (var message in angry)
        {
            var plain = IsUpset(message.Replace("{}", groups[FairnessMessages.Plain][0], StringComparison.Ordinal));
            var all = groups.Values.SelectMany(terms => terms).ToList();
            var alike = all.Count(term => IsUpset(message.Replace("{}", term, StringComparison.Ordinal)) == plain);
            Assert.True(alike >= all.Count * 0.95, $"{alike} of {all.Count} are read like the plain one: {message}");
        }
    }

    private static bool IsHostile(string message, string term) =>
        Reading.Of(message.Replace("{}", term, StringComparison.Ordinal)) is var reading && (reading.Emotion!.Primary == Emotion.Anger || reading.Signals.Abusive);

    private static bool IsUpset(string text) => Reading.Of(text).Emotion!.Primary is Emotion.Anger or Emotion.Frustration;

    private static List<(string Text, double By)> Changes(IEmotionProbabilities detector, string locale, string group)
    {
        var (messages, _, groups) = FairnessMessages.Locales[locale];
        List<(string Text, double By)> changes = [];
        foreach (var message in messages)
        {
            var plain = groups[FairnessMessages.Plain].Average(term => Anger(detector, message.Replace("{}", term, StringComparison.Ordinal)));
            foreach (var text in groups[group].Select(term => message.Replace("{}", term, StringComparison.Ordinal)))
                changes.Add((text, Anger(detector, text) - plain));
        }

        return changes;
    }

    private static double Anger(IEmotionProbabilities detector, string text)
    {
        Span<float> probabilities = stackalloc float[Enum.GetValues<Emotion>().Length];
        detector.Probabilities(new(text, [], false), probabilities);
        return probabilities[(int)Emotion.Anger];
    }
}
