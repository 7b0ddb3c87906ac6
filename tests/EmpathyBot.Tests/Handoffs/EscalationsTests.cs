using EmpathyBot.Simulator.Replay;

namespace EmpathyBot.Tests.Handoffs;

public sealed class EscalationsTests
{
    [Fact]
    public void When_and_why_the_policy_acted_is_told_for_each_dialogue_and_counted_by_code()
    {
        PlayedDialogue[] played =
        [
            Played("one", Turn("TellArticle", "asked-for"), Turn("TellArticle", "asked-for", offered: "rising-anger"), Turn("HandOver", "asked-for-person")),
            Played("two", Turn("OfferPerson", "going-in-circles", offered: "not-understood")),
            Played("three", Turn("TellArticle", "asked-for")),
        ];

        Assert.Equal(["message 2: offered a person (rising-anger)", "message 3: handed over (asked-for-person)"], Escalations.Of(played[0]).Select(one => one.ToString()));
        Assert.Equal(["message 1: offered a person (going-in-circles)"], Escalations.Of(played[1]).Select(one => one.ToString()));
        Assert.Equal(
            """
            ## When a person was offered or called, and why

            | what | code | times | at message (median) |
            |---|---|---|---|
            | handed over | asked-for-person | 1 | 3 |
            | offered | going-in-circles | 1 | 1 |
            | offered | rising-anger | 1 | 2 |

            Nothing of either in 1 of 3 dialogues.

            """,
            Escalations.Describe(played), ignoreLineEndingDifferences: true);
        Assert.Contains("→ message 2: offered a person (rising-anger); message 3: handed over (asked-for-person)", ReplayReport.Write(played), StringComparison.Ordinal);
    }

    private static PlayedDialogue Played(string id, params PlayedTurn[] turns) => new(id, id, turns, false, null);

    private static PlayedTurn Turn(string step, string reason, string? offered = null) =>
        new("t", "…", null, 0, 0, [], null, null, null, step, reason, ["…"], 1) { OfferedFor = offered };
}
