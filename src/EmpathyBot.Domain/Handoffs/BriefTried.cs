using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What was tried, with what result: one sentence for each thing, the same thing said once.</summary>
internal static class BriefTried
{
    /// <summary>Full sentences, oldest first.</summary>
    public static IReadOnlyList<BriefSentence> Of(BriefMaterial material)
    {
        // An offer that came to its end is told by its end.
        var settled = material.Events.OfType<AmendsSettled>().Select(amends => amends.Incident).ToHashSet(StringComparer.Ordinal);
        var tried = material.Events.Where(happened => happened is not AmendsOffered offered || !settled.Contains(offered.Incident))
            .Select(happened => (Text: Sentence(happened), happened.TurnId)).Where(item => item.Text is not null);
        return
        [
            .. tried.GroupBy(item => item.Text!, StringComparer.Ordinal)
                .Select(group => new BriefSentence(group.Key, [.. group.Select(item => item.TurnId).Distinct()])),
        ];
    }

    /// <summary>The second sentence of the summary: what was said or done, from the same events.</summary>
    public static BriefSentence Summed(BriefMaterial material)
    {
        var done = material.Events.Select(happened => (Text: Clause(happened), happened.TurnId))
            .Where(item => item.Text is not null).ToList();
        if (done.Count > 0)
        {
            var clauses = done.GroupBy(item => item.Text!, StringComparer.Ordinal).TakeLast(3).ToList();
            var turns = clauses.SelectMany(clause => clause.Select(item => item.TurnId)).Distinct();
            return new($"The assistant {Sentences.Join([.. clauses.Select(clause => clause.Key)])}.", [.. turns]);
        }

        if (material.Answers.Count == 0)
            return new("Nothing has been tried yet.", [material.LastTurn]);

        var answers = material.Answers.Where(said => said is AgentSaid).ToList();
        if (answers.Count == 0)
            answers = [.. material.Answers];
        return Answered(material, answers);
    }

    /// <summary>Nothing but words came of it: the one that says most is quoted.</summary>
    private static BriefSentence Answered(BriefMaterial material, IReadOnlyList<ConversationEvent> answers)
    {
        var ranked = KeySentence.OfAnswers(
            [.. answers.Select(said => (said.TurnId, BriefMaterial.WordsOf(said)))], material.Messages.Select(said => said.Text));
        var who = answers[^1] is AgentSaid { AgentName: var name } ? name : "The assistant";
        return ranked is [var best, ..]
            ? new($"{who} answered {Sentences.Quote(best.Text, 22)}.", [best.TurnId])
            : new($"{who} answered.", [answers[^1].TurnId]);
    }

    private static string? Sentence(ConversationEvent happened) => happened switch
    {
        ArticleTold told => $"Told them about {told.Title}.",
        ProcedureEnded ended => $"Went through {ended.Title}: {Result(ended.Outcome)}.",
        BackOfficeCalled call => $"System call “{call.Operation.Replace('_', ' ')}”: {Result(call.Outcome)}.",
        OwnershipProven => "They proved that the order is theirs.",
        OwnershipRefused => "The proof they gave did not fit the order.",
        AmendsOffered offered => $"Offered {offered.What} ({offered.Incident}).",
        AmendsSettled { Outcome: AmendsOutcome.Given } settled => $"Gave {settled.What} ({settled.Incident}).",
        AmendsSettled { Outcome: AmendsOutcome.Declined } settled => $"They declined {settled.What} ({settled.Incident}).",
        AmendsSettled settled => $"Could not give {settled.What} ({settled.Incident}).",
        ClarificationAsked asked => $"Asked which they meant: {string.Join(", ", asked.Choices.Select(choice => choice.Title))}.",
        ResolutionRecorded { Outcome: Resolution.Failed, Reason: "said-no" } failed => $"They said that it did not help: {failed.Matter ?? "the answer"}.",
        NotUnderstood => "Could not make sense of a message.",
        PersonDeclined => "Offered a person; they declined.",
        BotFailed => "The assistant broke down.",
        _ => null,
    };

    private static string? Clause(ConversationEvent happened) => happened switch
    {
        ArticleTold told => $"told them about {told.Title}",
        ProcedureEnded { Outcome: ProcedureOutcome.Solved } ended => $"went through {ended.Title} to its end",
        ProcedureEnded ended => $"went through {ended.Title} without settling it",
        BackOfficeCalled { Outcome: BackOfficeOutcome.NotFound } => "found no order that matched",
        BackOfficeCalled { Outcome: BackOfficeOutcome.Refused } => "was declined by the shop's system",
        BackOfficeCalled { Outcome: BackOfficeOutcome.Unavailable } => "got no answer from the shop's system",
        BackOfficeCalled => null,
        AmendsSettled { Outcome: AmendsOutcome.Given } settled => $"gave them {settled.What}",
        ClarificationAsked => "asked which of several things they meant",
        NotUnderstood => "did not understand them",
        BotFailed => "broke down",
        _ => null,
    };

    private static string Result(ProcedureOutcome outcome) => outcome switch
    {
        ProcedureOutcome.Solved => "done",
        ProcedureOutcome.NeedsPerson => "needs a person",
        ProcedureOutcome.Left => "the customer left it",
        _ => "not solved",
    };

    private static string Result(BackOfficeOutcome outcome) => outcome switch
    {
        BackOfficeOutcome.Ok => "answered",
        BackOfficeOutcome.NotFound => "nothing matched",
        BackOfficeOutcome.Refused => "declined",
        _ => "no answer",
    };
}
