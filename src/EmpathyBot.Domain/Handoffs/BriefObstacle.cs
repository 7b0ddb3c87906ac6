using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What stands between the customer and what they want, said from the reason code and the events behind it.</summary>
internal static class BriefObstacle
{
    /// <summary>Half a sentence ("the shop's system gave no answer") and the turns it rests on.</summary>
    public static (string Text, IReadOnlyList<string> TurnIds) Of(BriefMaterial material) => material.Reason switch
    {
        HandoffReason.AtRisk => ("what they wrote may mean harm to someone", Last(material)),
        HandoffReason.AskedForPerson => Hindered(material, ("they want a person", Last(material))),
        HandoffReason.NotUnderstood when material.Events.OfType<ArticleTold>().Any() =>
            ("what the assistant told them did not settle it", Where<ArticleTold>(material)),
        HandoffReason.NotUnderstood => ("the assistant did not understand", Where<NotUnderstood>(material)),
        HandoffReason.RisingAnger => Hindered(material, ("they are getting more upset", Last(material))),
        HandoffReason.RepeatedContact => Hindered(material, ("they have had to come back about it", Last(material))),
        HandoffReason.ProcedureNeedsPerson => NeedsPerson(material),
        HandoffReason.BotFailed => ("the assistant broke down on it", Where<BotFailed>(material)),
        HandoffReason.BackOfficeDown => ("the shop's system gave no answer", Where<BackOfficeCalled>(material)),
        HandoffReason.OtherLanguage => ("they write in a language the assistant does not speak", Last(material)),
        HandoffReason.TopicNeedsPerson => ("it is a matter that always goes to a person", Last(material)),
        _ => Hindered(material, ("they took up the offer of a person", Last(material))),
    };

    /// <summary>What the company last said cannot be done; without such words why it is handed over.</summary>
    private static (string, IReadOnlyList<string>) Hindered(BriefMaterial material, (string Text, IReadOnlyList<string> TurnIds) why)
    {
        if (Hindrance(material) is not { } hindrance)
            return why;
        var words = hindrance.Told.Verb == "said" ? hindrance.Told.Words : $"the assistant {hindrance.Told.Text}";
        if (hindrance.By is { } name && hindrance.Told.Verb != "said")
            words = $"{name} {hindrance.Told.Text}";
        // "I tried to send new ones, but they are sold out": what stands in the way is told behind "but".
        if (Sentences.WordCount(words) > HindranceWords && words.LastIndexOf(", but ", StringComparison.Ordinal) is > 0 and var but)
            words = words[(but + ", but ".Length)..];
        return (BriefChoice.Cut(words, HindranceWords), [hindrance.TurnId]);
    }

    /// <summary>What the company last said cannot be done, when that is what stands in the way; else null.</summary>
    public static SaidClause? Hindrance(BriefMaterial material)
    {
        if (material.Reason is not (HandoffReason.AskedForPerson or HandoffReason.RisingAnger or HandoffReason.RepeatedContact or HandoffReason.AcceptedOffer or HandoffReason.ProcedureNeedsPerson))
            return null;
        if (material.Reason == HandoffReason.ProcedureNeedsPerson && material.Events.OfType<BackOfficeCalled>().LastOrDefault() is { Outcome: not BackOfficeOutcome.Ok })
            return null;
        return material.Answered.LastOrDefault(clause => clause.Told.Kind == SpeechKind.Statement && clause.Weight > 1 && Salience.IsHindrance(clause.Sentence) && Salience.ContentWords(clause.Told.Words).Count > 1);
    }

    private const int HindranceWords = 12;

    private static (string, IReadOnlyList<string>) NeedsPerson(BriefMaterial material)
    {
        if (material.Events.OfType<BackOfficeCalled>().LastOrDefault() is { } call)
        {
            var answer = call.Outcome switch
            {
                BackOfficeOutcome.NotFound => "no order matched what they gave",
                BackOfficeOutcome.Refused => "the shop's system declined it",
                BackOfficeOutcome.Unavailable => "the shop's system gave no answer",
                _ => null,
            };
            if (answer is not null)
                return (answer, [call.TurnId]);
        }

        return Hindered(material, ("it needs a person to finish it", Where<ProcedureEnded>(material)));
    }

    private static IReadOnlyList<string> Last(BriefMaterial material) => [material.LastTurn];

    private static IReadOnlyList<string> Where<T>(BriefMaterial material)
        where T : ConversationEvent
    {
        var turns = material.Events.OfType<T>().Select(happened => happened.TurnId).Distinct().ToList();
        return turns.Count > 0 ? turns : Last(material);
    }
}
