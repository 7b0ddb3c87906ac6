namespace EmpathyBot.Tests.Detection;

/// <summary>Words of harm said outright are found; what only sounds like them is none. What is only hinted at: docs/evaluation.md.</summary>
public class AtRiskTests
{
    [Fact]
    public void Harm_said_outright_is_found() =>
        Assert.DoesNotContain(AtRiskMessages.Positives, text => !Reading.Of(text).Signals.AtRisk);

    [Fact]
    public void Everyday_words_that_sound_like_harm_are_none() =>
        Assert.DoesNotContain(AtRiskMessages.Lookalikes, text => Reading.Of(text).Signals.AtRisk);

    [Fact]
    public void The_tables_are_of_the_promised_size() =>
        Assert.True(AtRiskMessages.Positives.Count >= 30 && AtRiskMessages.Lookalikes.Count >= 60);
}
