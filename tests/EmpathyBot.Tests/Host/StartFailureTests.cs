using EmpathyBot.Host;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.Host;

public sealed class StartFailureTests
{
    [Fact]
    public void All_invalid_settings_are_told_in_one_message()
    {
        var failure = new AggregateException(
            new OptionsValidationException("", typeof(object), ["TurnSeconds must be between 5 and 300.", "TurnsAtOnce must be between 1 and 1024."]),
            new OptionsValidationException("", typeof(object), ["Path is empty."]));
        Assert.Equal(
            """
            The settings cannot be used:
            - TurnSeconds must be between 5 and 300.
            - TurnsAtOnce must be between 1 and 1024.
            The settings cannot be used:
            - Path is empty.
            """.ReplaceLineEndings(),
            StartFailure.Describe(failure));
    }

    [Fact]
    public void A_bug_keeps_its_trace() => Assert.Null(StartFailure.Describe(new InvalidOperationException("bug")));
}
