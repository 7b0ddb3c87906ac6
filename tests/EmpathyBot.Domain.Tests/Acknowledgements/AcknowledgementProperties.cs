using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using static EmpathyBot.Domain.Acknowledgements.AcknowledgementAct;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>What holds in every conversation, whatever is said in it: checked over thousands made by chance.</summary>
public class AcknowledgementProperties
{
    private static readonly AcknowledgementAct[] RestOnSignals = [Safety, OwnFailure];

    [Fact]
    public void Neutral_unsure_or_unread_messages_are_answered_straight() => Always(turn =>
        turn.Felt is { Primary: not Emotion.Neutral } || !turn.Speaks || RestOnSignals.Contains(turn.Said.Act));

    [Fact]
    public void A_customer_who_switched_reading_off_is_answered_straight() => Always(turn =>
        !turn.Before.ReadingOff || !turn.Speaks || RestOnSignals.Contains(turn.Said.Act));

    [Fact]
    public void An_acknowledgement_has_at_most_25_words() => Always(turn =>
        turn.Said.Text is null || turn.Said.Text.Split(' ').Length <= AcknowledgementChooser.MostWords || turn.Said.Act == Safety);

    [Fact]
    public void It_is_never_alone_while_something_feels_bad() => Always(turn =>
        !turn.Speaks || turn.Felt is not { } felt || !felt.Primary.IsNegative() || turn.Said.Act == Safety || turn.Step is not (CloseMatter or Done));

    [Fact]
    public void An_incident_is_apologised_for_once() => InEveryConversation(turns =>
        turns.Where(turn => turn.Said.Act == Apologise).GroupBy(turn => turn.Plan.Incident).All(same => same.Count() == 1));

    [Fact]
    public void An_apology_without_a_product_named_stands_once_for_its_kind() => InEveryConversation(turns =>
        turns.Where(turn => turn.Said.Act == Apologise).GroupBy(turn => string.Join(':', turn.Plan.Incident!.Split(':').Take(2)))
            .All(kind => kind.Count() == 1 || kind.All(turn => turn.Plan.Incident != kind.Key)));

    [Fact]
    public void Apology_only_where_the_company_is_at_fault() => Always(turn =>
        turn.Said.Act != Apologise || turn.Felt is { Target: EmotionTarget.Wait or EmotionTarget.Product or EmotionTarget.Staff });

    [Fact]
    public void No_phrase_is_said_twice() => InEveryConversation(turns =>
        turns.Where(turn => turn.Said.PhraseId is not null && turn.Said.Act != Safety).GroupBy(turn => turn.Said.PhraseId).All(same => same.Count() == 1));

    [Fact]
    public void No_opening_comes_twice_in_a_row() => InEveryConversation(turns =>
    {
        var spoken = turns.Where(turn => turn.Speaks).ToList();
        return spoken.Zip(spoken.Skip(1)).All(pair => pair.Second.Said.Act == Safety
            || AcknowledgementHistory.Opening(pair.First.Said.Text!) != AcknowledgementHistory.Opening(pair.Second.Said.Text!));
    });

    [Fact]
    public void When_no_unused_phrase_fits_nothing_is_said_and_it_is_recorded_so() => Always(turn =>
        turn.Speaks == (turn.Said.PhraseId is not null) && (turn.Speaks || turn.Plan.Act == None || turn.Said.Reason == "no-unused-phrase"));

    [Fact]
    public void It_names_something_concrete_while_a_phrase_for_it_is_left() => Always(turn =>
        !turn.Speaks || turn.Said.Act == Safety || turn.Phrase!.Names.Count > 0 || !GeneratedConversations.NamingLeft(turn).Any());

    [Fact]
    public void What_it_names_stands_in_this_message_or_an_earlier_one_of_the_matter() => InEveryConversation(turns => turns.Select((turn, at) => (turn, at)).All(now =>
        now.turn.Plan.Mention.Thing is not { } thing || turns.Take(now.at + 1).Where(turn => turn.Before.Episode.Number == now.turn.Before.Episode.Number)
            .Any(turn => turn.Turn.Text.Contains(thing.Split(' ')[^1], StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void What_this_message_names_goes_before_what_an_earlier_one_named() => Always(turn =>
        turn.Plan.Mention.Thing is not { } thing || turn.Said.Act == Safety
        || ConcreteMentionFinder.Find(turn.Turn.Text, ShippedWords.English.Naming, turn.Turn.Reading?.Target == EmotionTarget.Wait).Thing is not { } own || own == thing);

    [Fact]
    public void An_insult_is_never_said_back() => Always(turn =>
        turn.Said.Text is null || !turn.Said.Text.Contains("idiot", StringComparison.Ordinal) && !turn.Said.Text.Contains("bloody", StringComparison.Ordinal));

    [Fact]
    public void Anger_and_frustration_get_no_exclamation_mark_and_no_emoji() => Always(turn =>
        turn.Said.Text is null || turn.Said.Act == Safety || turn.Turn.Reading is not { Primary: Emotion.Anger or Emotion.Frustration }
        || !turn.Said.Text.Contains('!', StringComparison.Ordinal) && !turn.Said.Text.Contains("🙂", StringComparison.Ordinal));

    [Fact]
    public void Strong_anger_is_calmed_or_met_with_less() => Always(turn =>
        turn.Felt is not { Primary: Emotion.Anger, Intensity: >= 0.6 } || turn.Said.Act is None or DeEscalate or OwnFailure or Safety);

    [Fact]
    public void The_wish_for_no_sympathy_is_obeyed_from_then_on() => Always(turn =>
        !turn.Before.SkipSympathy && turn.Turn.Request != CustomerRequest.SkipSympathy || !turn.Speaks || RestOnSignals.Contains(turn.Said.Act));

    [Fact]
    public void A_correction_is_taken_without_another_guess() => Always(turn =>
        turn.Turn.Request != CustomerRequest.CorrectReading || !turn.Speaks || RestOnSignals.Contains(turn.Said.Act));

    [Fact]
    public void At_risk_words_always_get_the_safety_act_unless_a_person_is_there() => Always(turn =>
        !turn.Turn.Signals.AtRisk || turn.Before.Handoff.IsHeldByPerson || turn.Step is LeaveToPerson || turn.Said.Act == Safety);

    [Fact]
    public void And_nothing_else_does() => Always(turn => turn.Said.Act != Safety || turn.Turn.Signals.AtRisk);

    [Fact]
    public void A_person_is_not_talked_over() => Always(turn => !turn.Before.Handoff.IsHeldByPerson || !turn.Speaks);

    [Fact]
    public void The_bots_own_failure_is_owned_once_a_matter() => InEveryConversation(turns =>
        turns.Where(turn => turn.Said.Act == OwnFailure).GroupBy(turn => turn.Plan.Incident).All(same => same.Key is not null && same.Count() == 1));

    [Fact]
    public void A_person_asked_for_comes_whatever_is_switched_off() => Always(turn =>
        !turn.Turn.Signals.WantsHuman || turn.Turn.Request is CustomerRequest.No or CustomerRequest.LeaveQueue || turn.Before.Handoff.IsHeldByPerson
        || TurnPolicy.Decide(turn.Before, turn.Turn).Step is HandOver or SayWaiting or AskContact or TakeCallback or DeclineCallback);

    [Fact]
    public void At_risk_words_bring_a_person_at_once_and_never_a_procedure() => Always(turn =>
        !turn.Turn.Signals.AtRisk || turn.Before.Handoff.IsHeldByPerson
        || TurnPolicy.Decide(turn.Before, turn.Turn) is { Step: HandOver { Reason: HandoffReason.AtRisk } or SayWaiting, Acknowledgement.Act: Safety });

    [Fact]
    public void An_acknowledgement_of_the_turn_policy_comes_with_a_step_that_moves() => Always(turn =>
        turn.Felt is not { } felt || !felt.Primary.IsNegative() || TurnPolicy.Decide(turn.Before, turn.Turn) is not { Acknowledgement.Act: not (None or Safety) } decided
        || decided.Step is not (CloseMatter or Done));

    [Fact]
    public void The_wish_for_no_sympathy_is_remembered() => InEveryConversation(turns => turns.Zip(turns.Skip(1)).All(pair =>
        !pair.First.After.SkipSympathy || pair.Second.Before.SkipSympathy));

    [Fact]
    public void A_corrected_reading_is_gone() => Always(turn =>
        turn.Step is not TakeCorrection || turn.LastBefore is not { } wrong
        || turn.After.Last is null && turn.After.Journey.Points.All(point => point.Emotion != wrong.Reading.Primary
            || point.TurnId != wrong.TurnId && point.TurnId != turn.Turn.Id));

    [Fact]
    public void What_was_decided_stands_in_the_conversation() => Always(turn => !turn.Speaks
        || turn.After.Acknowledgements.PhraseIds.Contains(turn.Said.PhraseId!) && turn.After.Acknowledgements.LastAct == turn.Said.Act
            && (turn.Said.Act != Apologise || turn.After.Acknowledgements.ApologisedFor.Contains(turn.Plan.Incident!))
            && (turn.After.Last is not { } last || last.TurnId != turn.Turn.Id
                || last.Acknowledged is { } recorded && (recorded.Act, recorded.Reason, recorded.PhraseId) == (turn.Said.Act, turn.Said.Reason, turn.Said.PhraseId)));

    [Fact]
    public void Every_decision_has_a_reason() => Always(turn => turn.Said.Reason.Length > 0 && turn.Plan.Reason.Length > 0);

    [Fact]
    public void The_same_turn_is_decided_the_same_again() => Always(turn =>
        AcknowledgementPolicy.Decide(turn.Before, turn.Turn, turn.Step) == turn.Plan);

    [Fact]
    public void The_budgets_stay_small_however_long_it_goes() => Always(turn =>
        turn.Before.Acknowledgements is { PhraseIds.Count: <= 12, ApologisedFor.Count: <= 12, OwnedUpFor.Count: <= 12 });

    [Fact]
    public void Enough_happens_in_the_generated_conversations_to_mean_something()
    {
        var turns = GeneratedConversations.All.SelectMany(conversation => conversation).ToList();

        Assert.All(Enum.GetValues<AcknowledgementAct>(), act => Assert.True(turns.Count(turn => turn.Said.Act == act) > 100, $"{act} is too rare"));
        Assert.All(
            new[] { "held-by-person", "second-own-failure", "reading-off", "no-sympathy-wanted", "apology-spent", "said-already", "calming-down", "no-unused-phrase" },
            reason => Assert.True(turns.Exists(turn => turn.Said.Reason == reason), $"{reason} never happens"));
    }

    private static void Always(Func<Played, bool> holds) => InEveryConversation(turns => turns.All(holds));

    private static void InEveryConversation(Func<IReadOnlyList<Played>, bool> holds)
    {
        var shortest = GeneratedConversations.All.Where(turns => !holds(turns)).MinBy(turns => turns.Count);

        Assert.True(shortest is null, shortest is null ? "" : string.Join(Environment.NewLine, shortest));
    }
}
