using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Solving;

public sealed class SeveralMattersTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly ContentCandidate Hours = Matter(ContentKind.Article, "opening-hours", MatterWeight.Information);
    private static readonly ContentCandidate Parcel = Matter(ContentKind.Procedure, "order-status", MatterWeight.Parcel);
    private static readonly ContentCandidate Charge = Matter(ContentKind.Article, "double-charge", MatterWeight.Money);

    [Fact]
    public void The_heaviest_comes_first_and_the_rest_in_the_order_of_their_weight()
    {
        var begin = Assert.IsType<BeginWith>(Decide(Begin(), Asking(Hours, Parcel, Charge)).Step);

        Assert.Equal(Charge, begin.First);
        Assert.Equal([Parcel, Hours], begin.Others);
        Assert.Equal(new TellArticle("double-charge"), begin.FirstStep);
    }

    [Fact]
    public void Of_the_same_weight_the_first_said_comes_first()
    {
        var other = Hours with { Id = "returns" };

        Assert.Equal(Hours, Assert.IsType<BeginWith>(Decide(Begin(), Asking(Hours, other)).Step).First);
    }

    [Fact]
    public void What_was_put_off_is_taken_up_when_the_first_is_told()
    {
        ConversationEvent[] happened = [new MattersPutOff("t1", Moment, [Parcel, Hours]), new ArticleTold("t1", Moment, "double-charge", "being charged twice")];
        var conversation = Begin().Apply(happened);

        var next = Decide(conversation, Asking(Charge, Parcel, Hours) with { Happened = happened });

        Assert.Equal(Parcel, Assert.IsType<TakeUp>(next.Step).Matter);
        Assert.Equal("put-off-before", next.Reason);
    }

    [Fact]
    public void While_a_procedure_waits_for_an_answer_nothing_else_is_taken_up()
    {
        ConversationEvent[] happened = [new MattersPutOff("t1", Moment, [Hours]), new ProcedureStarted("t1", Moment, "order-status", "the status of an order")];

        Assert.IsType<Done>(Decide(Begin().Apply(happened), Asking(Parcel, Hours) with { Happened = happened }).Step);
    }

    [Theory]
    [InlineData(ProcedureOutcome.Solved, true)]
    [InlineData(ProcedureOutcome.Unsolved, true)]
    [InlineData(ProcedureOutcome.Left, false)]
    [InlineData(ProcedureOutcome.NeedsPerson, false)]
    public void A_procedure_that_came_to_its_end_makes_room_for_the_rest(ProcedureOutcome outcome, bool takesUp)
    {
        var conversation = Begin().Apply([new MattersPutOff("t1", Moment, [Hours]), new ProcedureStarted("t1", Moment, "order-status", "the status of an order")]);
        ConversationEvent ended = new ProcedureEnded("t2", Moment, "order-status", "the status of an order", outcome);

        var next = Decide(conversation.Apply(ended), Asking() with { Id = "t2", Happened = [ended] });

        Assert.Equal(takesUp, next.Step is TakeUp);
    }

    [Fact]
    public void What_is_taken_up_or_told_is_no_longer_put_off()
    {
        var conversation = Begin().Apply([new MattersPutOff("t1", Moment, [Parcel, Hours, Hours])]);
        Assert.Equal([Parcel, Hours], conversation.Episode.PutOff);

        Assert.Equal([Hours], conversation.Apply(new MatterTakenUp("t1", Moment, Parcel)).Episode.PutOff);
        Assert.Equal([Parcel], conversation.Apply(new ArticleTold("t1", Moment, Hours.Id, Hours.Title)).Episode.PutOff);
        Assert.Empty(conversation.Apply([new MatterSolved("t2", Moment), new CustomerSaid("t3", Moment, "hello", null, [])]).Episode.PutOff);
    }

    [Fact]
    public void No_more_is_kept_in_mind_than_a_person_would()
    {
        var many = Enumerable.Range(0, 20).Select(at => Hours with { Id = $"a{at}" }).ToList();

        Assert.Equal(Episode.MostPutOff, Begin().Apply(new MattersPutOff("t1", Moment, many)).Episode.PutOff.Count);
    }

    [Fact]
    public void Another_of_the_same_begins_the_procedure_anew()
    {
        var another = Asking() with { Match = new([Parcel with { Score = 1 }]) { RefersBack = true, MeansAnother = true } };

        Assert.Equal(new StartProcedure("order-status", AboutAnother: true), Decide(Begin(), another).Step);
        Assert.Equal(new StartProcedure("order-status", AboutAnother: true), Decide(Begin(), another with { ProcedureWaits = true }).Step);
    }

    [Fact]
    public void A_question_back_while_a_procedure_waits_is_for_the_procedure()
    {
        var back = Asking() with { ProcedureWaits = true, Match = new([Parcel with { Score = 1 }]) { RefersBack = true } };

        Assert.IsType<ContinueProcedure>(Decide(Begin(), back).Step);
    }

    [Fact]
    public void The_matter_that_was_dealt_with_last_outlives_its_episode()
    {
        var conversation = Begin().Apply(
            [new ProcedureStarted("t1", Moment, "order-status", "the status of an order"), new MatterSolved("t1", Moment), new CustomerSaid("t2", Moment, "and for 10023?", null, [])]);

        Assert.True(Parcel.IsSameAs(conversation.LastMatter));
    }

    private static TurnDecision Decide(Conversation conversation, Turn turn) => TurnPolicy.Decide(conversation, turn);

    private static Conversation Begin() => Conversation.Begin("c1", "directline", "en");

    private static Turn Asking(params IReadOnlyList<ContentCandidate> several) =>
        new() { Id = "t1", At = Moment, Text = "where is it, and the rest?", Match = ContentMatch.None with { Several = several } };

    private static ContentCandidate Matter(ContentKind kind, string id, MatterWeight weight) => new(kind, id, $"about {id}", 0.9) { Weight = weight };
}
