using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// What is said where several people read along: what anybody may know, and nothing about anyone. A feeling, a complaint, an
/// order, a wish for a person are answered with the offer to go on alone.
/// </summary>
public static class SharedPlace
{
    /// <summary>True when a message is not one to be answered in front of others.</summary>
    /// <param name="reading">What was read for this question alone; it is kept nowhere.</param>
    /// <param name="signals">What the message asks for.</param>
    public static bool IsPersonal(EmotionReading? reading, MessageSignals signals) =>
        (signals ?? throw new ArgumentNullException(nameof(signals))).AtRisk || signals.WantsHuman || signals.Abusive || signals.Churn || signals.Repeat
        || reading is { IsSure: true, Primary: not Emotion.Confusion } felt && felt.Primary.IsNegative();

    /// <summary>The one step of a turn there.</summary>
    public static TurnDecision Decide(Conversation conversation, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Happened.Count > 0)
            return new(new Done(), "step-taken");
        // What is asked of the conversation itself (who am I to you, read my mood, call me back) is between two.
        var isGeneral = turn.Request is CustomerRequest.None or CustomerRequest.Greeting or CustomerRequest.Goodbye
            or CustomerRequest.Solved or CustomerRequest.Yes or CustomerRequest.No;
        if (turn.IsPersonal || turn.PersonRule is not null || !isGeneral)
            return new(new GoPrivate(turn.Signals.AtRisk), "not-in-front-of-others");

        var alone = SolvingPolicy.Decide(conversation, turn);
        return alone.Step switch
        {
            BeginWith { FirstStep: TellArticle article } => new(article, alone.Reason),
            TellArticle or AskWhich or AskToRephrase or ReturnGreeting or CloseMatter or SayCannotRead => alone,
            _ => new(new GoPrivate(false), "concerns-one-customer"),
        };
    }
}
