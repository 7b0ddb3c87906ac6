using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>What stands above the table, and what the budgets take away from it.</summary>
public class PolicyGateTests
{
    private static readonly Step Answer = new TellArticle("a");
    private static readonly EmotionReading LateParcel = Some.Reading(Emotion.Frustration, 0.67, EmotionTarget.Wait);

    [Fact]
    public void A_person_who_holds_the_conversation_is_not_talked_over()
    {
        var held = Some.Conversation().Apply(
            new HandoffMoved("t0", Some.Time, "k", HandoffState.Accepted, HandoffReason.AskedForPerson, "Ann"));

        Assert.Equal("held-by-person", Decide(held, Some.Turn(reading: LateParcel), new LeaveToPerson()).Reason);
    }

    [Fact]
    public void At_risk_words_get_the_safety_act_whatever_is_switched_off()
    {
        var turn = Some.Turn("I don't want to live any more", signals: new() { AtRisk = true });
        var off = Some.Conversation().Apply([new ReadingSwitched("t0", Some.Time, false), new SympathySkipped("t0", Some.Time)]);

        Assert.Equal(AcknowledgementAct.Safety, Decide(off, turn, new HandOver(HandoffReason.AtRisk)).Act);
    }

    [Fact]
    public void Nothing_is_said_to_a_customer_who_switched_reading_off()
    {
        var off = Some.Conversation().Apply(new ReadingSwitched("t0", Some.Time, false));

        Assert.Equal("reading-off", Decide(off, Some.Turn(reading: LateParcel), Answer).Reason);
    }

    [Fact]
    public void Just_fix_it_is_obeyed_at_once_and_from_then_on()
    {
        var at_once = Some.Turn(reading: LateParcel) with { Request = CustomerRequest.SkipSympathy };
        var later = Some.Conversation().Apply(new SympathySkipped("t0", Some.Time));

        Assert.Equal("no-sympathy-wanted", Decide(Some.Conversation(), at_once, Answer).Reason);
        Assert.Equal("no-sympathy-wanted", Decide(later, Some.Turn(reading: LateParcel), Answer).Reason);
    }

    [Fact]
    public void A_correction_is_taken_without_another_guess()
    {
        var turn = Some.Turn("I'm not angry, just in a hurry, where is it", LateParcel) with { Request = CustomerRequest.CorrectReading };

        Assert.Equal("corrected", Decide(Some.Conversation(), turn, Answer).Reason);
    }

    [Fact]
    public void An_unsure_reading_is_not_acted_upon() =>
        Assert.Equal("unsure", Decide(Some.Conversation(), Some.Turn(reading: LateParcel with { Confidence = 0.49 }), Answer).Reason);

    [Fact]
    public void No_reading_gives_no_acknowledgement() =>
        Assert.Equal("not-read", Decide(Some.Conversation(), Some.Turn(), Answer).Reason);

    [Theory]
    [InlineData(typeof(ExplainReading))]
    [InlineData(typeof(TakeCorrection))]
    [InlineData(typeof(DropSympathy))]
    [InlineData(typeof(LeaveQueue))]
    [InlineData(typeof(AcceptRefusal))]
    [InlineData(typeof(LeaveProcedure))]
    [InlineData(typeof(SayCannotRead))]
    [InlineData(typeof(AdmitNotSolved))]
    [InlineData(typeof(Done))]
    public void Steps_that_are_an_answer_in_themselves_get_none(Type step) =>
        Assert.Equal("step-says-it", Decide(Some.Conversation(), Some.Turn(reading: LateParcel), (Step)Activator.CreateInstance(step)!).Reason);

    [Fact]
    public void The_same_wait_is_apologised_for_once()
    {
        var (conversation, first) = Heard("my parcel is two weeks late");
        var (_, second) = Heard("still no parcel after 3 weeks", conversation);

        Assert.Equal(AcknowledgementAct.Apologise, first.Act);
        Assert.Equal((AcknowledgementAct.Validate, "apology-spent"), (second.Act, second.Reason));
    }

    [Fact]
    public void Something_new_that_went_wrong_is_apologised_for_again()
    {
        var (conversation, _) = Heard("my parcel is two weeks late");
        var (_, second) = Heard("and now the jacket is torn", conversation, EmotionTarget.Product);

        Assert.Equal((AcknowledgementAct.Apologise, "1:product:jacket"), (second.Act, second.Incident));
    }

    [Fact]
    public void One_product_under_two_names_is_one_incident()
    {
        var (conversation, _) = Heard("the jacket is torn", target: EmotionTarget.Product);
        var (_, second) = Heard("the item is torn, I said", conversation, EmotionTarget.Product);
        var (_, other) = Heard("and the boots are too", conversation, EmotionTarget.Product);

        Assert.Equal("apology-spent", second.Reason);
        Assert.Equal(AcknowledgementAct.Apologise, other.Act);
    }

    [Fact]
    public void A_new_matter_may_be_apologised_for_again()
    {
        var (conversation, _) = Heard("my parcel is two weeks late");
        conversation = conversation.Apply(new MatterSolved("t9", Some.Time));
        var (_, second) = Heard("another parcel is late", conversation);

        Assert.Equal((AcknowledgementAct.Apologise, "2:wait"), (second.Act, second.Incident));
    }

    [Fact]
    public void An_apology_needs_a_failure_that_is_named()
    {
        var turn = Some.Turn("meh", LateParcel with { Cues = [] });

        Assert.Equal((AcknowledgementAct.Validate, "no-failure-named"), Brief(Decide(Some.Conversation(), turn, Answer)));
    }

    [Fact]
    public void The_same_act_twice_with_nothing_new_would_be_a_formula()
    {
        var worry = Some.Reading(Emotion.Anxiety);
        var first = Some.Turn("I'm worried", worry);
        var conversation = Some.Conversation().Hearing(first);
        conversation = conversation.Saying(first, AcknowledgementPolicy.Decide(conversation, first, Answer));

        Assert.Equal("said-already", Decide(conversation, Some.Turn("still worried", worry), Answer).Reason);
        Assert.Equal(AcknowledgementAct.Reassure, Decide(conversation, Some.Turn("worried about my card", worry), Answer).Act);
    }

    [Fact]
    public void A_mood_that_calms_by_itself_is_not_stirred_up()
    {
        var (conversation, _) = Heard("my parcel is two weeks late");
        conversation = conversation.Hearing(Some.Turn("ok", Some.Reading(Emotion.Gratitude)));

        var plan = Decide(conversation, Some.Turn("bit slow though", Some.Reading(Emotion.Frustration, 0.3, EmotionTarget.Wait)), Answer);

        Assert.Equal("calming-down", plan.Reason);
    }

    [Theory]
    [InlineData(HandoffReason.NotUnderstood)]
    [InlineData(HandoffReason.BotFailed)]
    public void The_bots_own_failure_is_owned_once_and_then_only_helped(HandoffReason reason)
    {
        var turn = Some.Turn(reading: LateParcel);
        var step = new OfferPerson(reason);
        var conversation = Some.Conversation().Hearing(turn);
        var first = AcknowledgementPolicy.Decide(conversation, turn, step);
        var second = AcknowledgementPolicy.Decide(conversation.Saying(turn, first), turn, step);

        Assert.Equal((AcknowledgementAct.OwnFailure, "own-failure"), Brief(first));
        Assert.Equal((AcknowledgementAct.None, "second-own-failure"), Brief(second));
    }

    [Fact]
    public void Anger_at_the_bot_that_has_answered_is_its_own_failure_and_no_feelings()
    {
        var conversation = Some.Conversation().Apply(new ArticleTold("t0", Some.Time, "a", "returns"));

        Assert.Equal(AcknowledgementAct.OwnFailure, Decide(conversation, Some.Turn("useless bot", Some.Reading(Emotion.Anger, 0.8, EmotionTarget.Bot)), Answer).Act);
    }

    [Fact]
    public void Own_failure_is_owned_even_when_reading_is_off()
    {
        var off = Some.Conversation().Apply(new ReadingSwitched("t0", Some.Time, false));

        Assert.Equal(AcknowledgementAct.OwnFailure, Decide(off, Some.Turn(), new OfferPerson(HandoffReason.NotUnderstood)).Act);
    }

    [Fact]
    public void In_another_language_nothing_is_named_from_english_words()
    {
        var turn = Some.Turn("my blue jacket", LateParcel, new() { Language = "de" });

        Assert.Same(ConcreteMention.Nothing, Decide(Some.Conversation(), turn, Answer).Mention);
    }

    [Fact]
    public void Beside_a_loss_no_parcel_is_named()
    {
        var turn = Some.Turn("my mother died and her parcel came", Some.Reading(Emotion.Sadness, 1, EmotionTarget.OwnLoss));

        Assert.Equal(ConcreteMention.Nothing with { Loss = true }, Decide(Some.Conversation(), turn, Answer).Mention);
    }

    [Theory]
    [InlineData(Emotion.Sadness, EmotionTarget.Product, AcknowledgementAct.Reflect)]
    [InlineData(Emotion.Anxiety, EmotionTarget.Unknown, AcknowledgementAct.Reflect)]
    [InlineData(Emotion.Disappointment, EmotionTarget.Wait, AcknowledgementAct.Reflect)]
    [InlineData(Emotion.Joy, EmotionTarget.Product, AcknowledgementAct.Celebrate)]
    [InlineData(Emotion.Anger, EmotionTarget.Wait, AcknowledgementAct.DeEscalate)]
    public void Beside_a_loss_nobody_apologises_for_a_coat(Emotion felt, EmotionTarget about, AcknowledgementAct act)
    {
        var turn = Some.Turn("my mother died and the coat I bought her has to go back", Some.Reading(felt, 0.7, about));

        Assert.Equal(act, Decide(Some.Conversation(), turn, Answer).Act);
    }

    [Theory]
    [InlineData(Emotion.Confusion)]
    [InlineData(Emotion.Anxiety)]
    public void What_has_no_answer_is_not_announced(Emotion felt)
    {
        var plan = Decide(Some.Conversation(), Some.Turn("how do I do this", Some.Reading(felt)), new AskToRephrase());

        Assert.Equal((AcknowledgementAct.None, "no-answer"), (plan.Act, plan.Reason));
    }

    private static AcknowledgementPlan Decide(Conversation conversation, Turn turn, Step step) =>
        AcknowledgementPolicy.Decide(conversation.Hearing(turn), turn, step);

    private static (AcknowledgementAct Act, string Reason) Brief(AcknowledgementPlan plan) => (plan.Act, plan.Reason);

    private static (Conversation After, AcknowledgementPlan Plan) Heard(
        string text, Conversation? conversation = null, EmotionTarget target = EmotionTarget.Wait)
    {
        var turn = Some.Turn(text, Some.Reading(Emotion.Frustration, 0.67, target));
        var heard = (conversation ?? Some.Conversation()).Hearing(turn);
        var plan = AcknowledgementPolicy.Decide(heard, turn, Answer);
        return (heard.Saying(turn, plan), plan);
    }
}
