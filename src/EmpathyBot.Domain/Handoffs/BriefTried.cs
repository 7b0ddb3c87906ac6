using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What was tried, with what result: one sentence for each thing, the same thing said once.</summary>
internal static partial class BriefTried
{
    /// <summary>Full sentences, oldest first: what the record says, then what the words say of turns without a record.</summary>
    public static IReadOnlyList<BriefSentence> Of(BriefMaterial material)
    {
        // An offer that came to its end is told by its end.
        var settled = material.Events.OfType<AmendsSettled>().Select(amends => amends.Incident).ToHashSet(StringComparer.Ordinal);
        var recorded = material.Events.Where(happened => happened is not AmendsOffered offered || !settled.Contains(offered.Incident))
            .Select(happened => (Text: Sentence(happened), happened.TurnId)).Where(item => item.Text is not null).ToList();
        var turns = recorded.Select(item => item.TurnId).ToHashSet(StringComparer.Ordinal);
        var spoken = material.Answered.Where(clause => (clause.By is not null || !turns.Contains(clause.TurnId)) && IsStep(clause))
            .Select(clause => (Text: (string?)Capital($"{(clause.By is { } by ? by + " " : "")}{Step(clause)}"), clause.TurnId));
        var own = material.Said.Where(IsOwn)
            .Select(clause => (Text: (string?)Capital(BriefChoice.Cut(clause.Told.Words)), clause.TurnId));
        return
        [
            .. recorded.Concat(spoken).Concat(own).GroupBy(item => item.Text!, StringComparer.Ordinal)
                .Select(group => new BriefSentence(group.Key, [.. group.Select(item => item.TurnId).Distinct()])),
        ];
    }

    /// <summary>True for what the customer tells of a step of their own.</summary>
    public static bool IsOwn(SaidClause clause) => clause.Told is { Kind: SpeechKind.Statement, Verb: "says" } && clause.Message > 0 && OwnAttempt().IsMatch(clause.Told.Words);

    private static bool IsStep(SaidClause clause) => clause.Told.Kind is SpeechKind.Statement or SpeechKind.Request && clause.Weight > 1.5 && !Salience.IsHandover(clause.Sentence);

    private static string Step(SaidClause clause) => BriefChoice.Cut(clause.Told.Verb == "said" ? clause.Told.Words : clause.Told.Text);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '…' or '”' ? "" : ".");

    [GeneratedRegex(@"^they (?:have |already |have already |also )*(?:tried|restarted|reinstalled|reset|called|asked|changed|checked|emailed|e-mailed|wrote|written|rang|phoned|updated|deleted|uninstalled|cleared|unplugged|sent|signed|went|switched|filled|uploaded|opened|did (?:that|it|this|the)|replied|posted|returned|spoke|reported|sent|paid|cancelled|rebooted|replaced|cleaned)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnAttempt();

    /// <summary>The second sentence of the summary: what was said or done. Where the record says what was done in a turn, it counts
    /// more than the words; else the words that tell most are told.</summary>
    public static BriefSentence Summed(BriefMaterial material)
    {
        if (material.Events.All(happened => Clause(happened) is null) && material.Answers.Count == 0)
            return new("Nothing has been tried yet.", [material.LastTurn]);

        var done = material.Events.Select(happened => (Text: Clause(happened), happened.TurnId)).Where(item => item.Text is not null)
            .GroupBy(item => item.Text!, StringComparer.Ordinal).TakeLast(3).ToList();
        var recorded = done.SelectMany(clause => clause.Select(item => item.TurnId)).ToHashSet(StringComparer.Ordinal);
        var parts = new List<(string? By, string Verb, string Words, IReadOnlyList<string> Turns)>();
        parts.AddRange(done.Select(clause => ((string?)null, clause.Key, "", (IReadOnlyList<string>)[.. clause.Select(item => item.TurnId).Distinct()])));
        var left = SummaryWords - done.Sum(clause => Sentences.WordCount(clause.Key));
        // What an agent said stands for itself; of the assistant only what the record does not tell already.
        var said = material.Answered.Where(clause => Salience.ContentWords(clause.Told.Words).Count > 0).Where(clause => clause.By is not null || !recorded.Contains(clause.TurnId)).ToList();
        // What stands in the way is told by the headline; there is mostly more to tell.
        if (BriefObstacle.Hindrance(material) is { } hindrance && said.Any(clause => clause != hindrance && clause.Weight >= BriefChoice.WorthTelling))
            said.Remove(hindrance);
        if (left > 6 && said.Count > 0)
            parts.AddRange(BriefChoice.Of(said.Where(clause => done.Count == 0 || clause.Weight >= BriefChoice.WorthTelling), left)
                .Select(clause => (clause.By, clause.Told.Verb, BriefChoice.Cut(clause.Told.Words), (IReadOnlyList<string>)[clause.TurnId])));
        if (parts.Count == 0)
            return new("The assistant answered.", [material.Answers[^1].TurnId]);
        var text = string.Join("; ", parts.Aggregate(new List<List<(string? By, string Verb, string Words, IReadOnlyList<string> Turns)>>(), Group)
            .Select((group, place) => $"{group[0].By ?? (place == 0 ? "The assistant" : "the assistant")} {BriefWanted.Joined([.. group.Select(part => (part.Verb, part.Words))])}"));
        return new(text + ".", [.. parts.SelectMany(part => part.Turns).Distinct()]);
    }

    private static List<List<(string? By, string Verb, string Words, IReadOnlyList<string> Turns)>> Group(
        List<List<(string? By, string Verb, string Words, IReadOnlyList<string> Turns)>> groups, (string? By, string Verb, string Words, IReadOnlyList<string> Turns) part)
    {
        if (groups.Count == 0 || groups[^1][0].By != part.By)
            groups.Add([]);
        groups[^1].Add(part);
        return groups;
    }

    /// <summary>At most so many words stand behind "The assistant".</summary>
    private const int SummaryWords = 28;

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
