using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Solving;

/// <summary>What holds for "is it solved?" and feedback in every conversation, checked over thousands made by chance.</summary>
public class ClosingProperties
{
    [Fact]
    public void Whether_it_is_solved_is_asked_at_most_once_in_a_matter() => InEveryConversation(turns =>
        turns.Where(turn => turn.AsksResolution).GroupBy(turn => turn.After.Episode.Number).All(matter => matter.Count() == 1));

    [Fact]
    public void How_it_went_is_asked_at_most_once_in_a_conversation() => InEveryConversation(turns => turns.Count(turn => turn.AsksFeedback) <= 1);

    [Fact]
    public void Neither_is_asked_while_a_person_holds_it_or_is_awaited() => Always(turn =>
        !(turn.AsksResolution || turn.AsksFeedback) || turn.After.Handoff.TicketId is null);

    [Fact]
    public void Neither_is_asked_beside_another_question() => Always(turn => !(turn.AsksResolution || turn.AsksFeedback)
        || turn.After.Episode is { Procedure: null, OfferWaiting: false, Choices.IsEmpty: true } && !(turn.AsksResolution && turn.AsksFeedback));

    [Fact]
    public void Neither_is_asked_of_strong_anger() => Always(turn => turn.Felt is not { Primary: Emotion.Anger, Intensity: >= 0.6 }
        || turn.Ticket is not null || !(turn.AsksResolution || turn.AsksFeedback));

    [Fact]
    public void Who_is_upset_is_not_asked_after_the_bot_failed() => Always(turn =>
        !turn.AsksResolution || turn.Before.Episode.Ended || turn.Before.Episode.BotFailures == 0 || turn.Felt is not { } felt || !felt.Primary.IsNegative());

    [Fact]
    public void Who_said_thanks_or_goodbye_is_not_asked_whether_it_is_solved() => Always(turn =>
        !turn.AsksResolution || turn.Turn.Request is not (CustomerRequest.Goodbye or CustomerRequest.Solved) && turn.Felt?.Primary.IsPositive() != true);

    [Fact]
    public void What_is_promised_for_later_is_not_asked_about() => Always(turn =>
        !turn.AsksResolution || !turn.Happened.Any(happened => happened is PromiseMade));

    [Fact]
    public void It_is_not_asked_before_everything_that_was_asked_for_is_answered() => Always(turn =>
        !turn.AsksResolution || turn.After.Episode.PutOff.IsEmpty);

    [Fact]
    public void Who_wants_only_the_solution_is_not_asked_how_it_went() => Always(turn => !turn.AsksFeedback || !turn.After.SkipSympathy);

    [Fact]
    public void How_it_went_is_asked_only_of_what_was_confirmed_or_closed_by_a_person() => Always(turn => !turn.AsksFeedback
        || turn.Happened.Any(happened => happened is ResolutionRecorded { Outcome: Resolution.Confirmed })
        || turn.Ticket is { State: HandoffState.Closed, Outcome: HandoffOutcome.Solved or HandoffOutcome.Partly });

    [Fact]
    public void Nobody_at_risk_is_asked_anything_of_the_kind() => Always(turn => !(turn.AsksResolution || turn.AsksFeedback)
        || !turn.Turn.Signals.AtRisk && turn.Ticket?.Reason != HandoffReason.AtRisk);

    [Fact]
    public void An_answer_has_one_outcome_at_most() => InEveryConversation(turns =>
    {
        var open = false;
        foreach (var happened in turns.SelectMany(turn => turn.Happened))
        {
            if (happened is ArticleTold or ProcedureEnded { Outcome: ProcedureOutcome.Solved })
                open = true;
            else if (happened is ResolutionRecorded && !open)
                return false;
            else if (happened is ResolutionRecorded)
                open = false;
        }

        return true;
    });

    [Fact]
    public void A_matter_is_confirmed_only_by_what_the_customer_says() => Always(turn =>
        turn.Happened.OfType<ResolutionRecorded>().All(known => known.Outcome != Resolution.Confirmed)
        || turn.Turn.Request is CustomerRequest.Yes or CustomerRequest.Solved or CustomerRequest.Goodbye || turn.Felt?.Primary.IsPositive() == true);

    [Fact]
    public void No_is_never_taken_for_solved() => Always(turn => !turn.Before.Episode.ResolutionWaits || turn.Turn.Request != CustomerRequest.No
        || turn.Felt?.Primary.IsPositive() == true || turn.Happened.OfType<ResolutionRecorded>().All(known => known.Outcome != Resolution.Confirmed));

    [Fact]
    public void Feedback_is_taken_only_while_it_was_asked_for() => Always(turn =>
        !turn.Happened.Any(happened => happened is FeedbackGiven) || turn.Before.FeedbackWaits != FeedbackWait.None);

    [Fact]
    public void A_question_or_a_matter_without_a_rating_is_not_filed_as_feedback() => Always(turn =>
        turn.Turn.Feedback.Rating is not null || !turn.Turn.Text.Contains('?') && turn.Turn.Match is { Sure: null } or { RefersBack: true }
        || !turn.Happened.Any(happened => happened is FeedbackGiven));

    [Fact]
    public void What_is_asked_beside_a_rating_is_answered() => Always(turn =>
        !turn.Steps.Any(step => step is TakeFeedback) || turn.Turn.Feedback.IsAll || turn.Turn.Match is { Sure: null } or { RefersBack: true } || turn.Steps.Count > 1);

    [Fact]
    public void The_question_how_it_went_waits_for_one_message() => Always(turn => turn.Ticket is not null || turn.AsksFeedback
        || turn.After.FeedbackWaits != FeedbackWait.Answer);

    [Fact]
    public void The_conversations_are_what_they_should_be()
    {
        var turns = PlayedClosings.All.SelectMany(conversation => conversation).ToList();
        Assert.True(turns.Count(turn => turn.AsksResolution) > 300, $"asked {turns.Count(turn => turn.AsksResolution)}");
        Assert.True(turns.Count(turn => turn is { AsksFeedback: true, Ticket: null }) > 100, $"asked {turns.Count(turn => turn.AsksFeedback)}");
        Assert.Contains(turns, turn => turn is { AsksFeedback: true, Ticket: not null });
        Assert.All(Enum.GetValues<Resolution>(), outcome =>
            Assert.Contains(turns.SelectMany(turn => turn.Happened).OfType<ResolutionRecorded>(), known => known.Outcome == outcome));
        Assert.Contains(turns.SelectMany(turn => turn.Happened), happened => happened is FeedbackGiven { Rating: not null });
        Assert.Contains(turns.SelectMany(turn => turn.Happened), happened => happened is FeedbackGiven { Rating: null });
        Assert.Contains(turns.SelectMany(turn => turn.Steps), step => step is OfferNextBest);
    }

    private static void Always(Func<PlayedClosing, bool> holds)
    {
        var broken = PlayedClosings.All.SelectMany(turns => turns).FirstOrDefault(turn => !holds(turn));

        Assert.True(broken is null, broken?.ToString());
    }

    private static void InEveryConversation(Func<IReadOnlyList<PlayedClosing>, bool> holds)
    {
        var broken = PlayedClosings.All.FirstOrDefault(turns => !holds(turns));

        Assert.True(broken is null, broken is null ? "" : string.Join(Environment.NewLine, broken));
    }
}
