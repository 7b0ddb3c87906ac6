using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Domain.Tests.Handoffs;

namespace EmpathyBot.Domain.Tests.Solving;

/// <summary>When the bot asks whether it is solved and how it went, and what it makes of the answer: worked examples.</summary>
public class ClosingExamples
{
    private static readonly ContentCandidate GiftReturns = new(ContentKind.Article, "gift-returns", "returning a gift", 0.3);

    public static TheoryData<string, string> Asking => new()
    {
        { "a plain question is told", "plain-question" },
        { "frustrated and told", "answered" },
        { "told twice", "answered" },
        { "a procedure is done", "answered" },
        { "a procedure is done with a promise", "promise-open" },
        { "a procedure asks", "nothing-answered" },
        { "told while a procedure waits", "another-question" },
        { "told and a person offered", "another-question" },
        { "furious and told", "strong-anger" },
        { "upset and told after a failure", "upset-after-failure" },
        { "told to someone who said thanks", "said-already" },
        { "told while a person is awaited", "person-has-it" },
        { "asked before in this matter", "asked-before" },
    };

    [Theory]
    [MemberData(nameof(Asking))]
    public void Whether_the_reply_ends_with_the_question(string what, string reason)
    {
        var chat = new Chat();
        chat = what switch
        {
            "a plain question is told" => Told(chat.Says("how do I return this?")),
            "frustrated and told" => Told(chat.Says("this is my second broken lamp", Emotion.Frustration, 0.5)),
            "told twice" => Told(Told(chat.Says("how do I return this?")).Says("and how fast is delivery?"), "delivery"),
            "a procedure is done" => Done(chat.Says("where is my order")),
            "a procedure is done with a promise" => Done(chat.Says("where is my order").Then((turn, at) => new PromiseMade(turn, at, "an answer by Monday"))),
            "a procedure asks" => chat.Says("where is my order").Then((turn, at) => new ProcedureStarted(turn, at, "p", "the order")),
            "told while a procedure waits" => Told(chat.Says("where is my order", Emotion.Frustration, 0.5).Then((turn, at) => new ProcedureStarted(turn, at, "p", "the order"))),
            "told and a person offered" => Told(chat.Says("this is wrong", Emotion.Frustration, 0.5)).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger)),
            "furious and told" => Told(chat.Says("what the hell", Emotion.Anger, 0.8)),
            "upset and told after a failure" => Told(chat.Says("hm").Then((turn, at) => new BotFailed(turn, at, "x")).Says("this is annoying", Emotion.Frustration, 0.5)),
            "told to someone who said thanks" => Told(chat.Says("thanks, and my lamp?", Emotion.Gratitude, 0.7)),
            "told while a person is awaited" => Told(chat.Says("a person").Then(Queued).Says("my lamp is broken", Emotion.Frustration, 0.5)),
            _ => Told(Told(chat.Says("broken lamp", Emotion.Frustration, 0.5)).Then(AskedFor()).Says("and the other one", Emotion.Frustration, 0.5), "delivery"),
        };

        Assert.Equal(new QuestionDecision(reason == "answered", reason), ResolutionPolicy.Ask(chat.Conversation, Ended(chat)));
    }

    [Theory]
    [InlineData(CustomerRequest.Yes, "CloseMatter", Resolution.Confirmed, "said-yes")]
    [InlineData(CustomerRequest.Solved, "CloseMatter", Resolution.Confirmed, "said-solved")]
    [InlineData(CustomerRequest.Goodbye, "CloseMatter", Resolution.Confirmed, "said-yes")]
    [InlineData(CustomerRequest.No, "OfferPerson", Resolution.Failed, "said-no")]
    [InlineData(CustomerRequest.NotSolved, "OfferPerson", Resolution.Failed, "said-no")]
    public void What_an_answer_to_the_question_does(CustomerRequest request, string step, Resolution outcome, string reason)
    {
        var chat = Told(new Chat().Says("broken lamp", Emotion.Frustration, 0.5)).Then(AskedFor()).Says("…");
        var turn = chat.Turn() with { Request = request };

        var decided = TurnPolicy.Decide(chat.Conversation, turn);

        Assert.Equal(step, decided.Step.Name);
        Assert.Equal(new(outcome, reason), ResolutionPolicy.OutcomeOf(chat.Conversation, turn, decided.Step));
    }

    [Fact]
    public void The_next_best_answer_comes_before_a_person()
    {
        var chat = Told(new Chat().Says("return", Emotion.Frustration, 0.5)).Then(AskedFor(GiftReturns)).Says("no");

        var decided = TurnPolicy.Decide(chat.Conversation, chat.Turn() with { Request = CustomerRequest.No });

        Assert.Equal((new OfferNextBest(GiftReturns), "next-best-answer"), (decided.Step, decided.Reason));
    }

    [Fact]
    public void Who_refused_a_person_before_is_asked_what_is_missing()
    {
        var chat = Told(new Chat().Says("broken lamp").Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger))
            .Says("no").Then((turn, at) => new PersonDeclined(turn, at))).Then(AskedFor()).Says("no");

        Assert.IsType<AdmitNotSolved>(TurnPolicy.Decide(chat.Conversation, chat.Turn() with { Request = CustomerRequest.No }).Step);
    }

    [Fact]
    public void An_answer_that_failed_counts_as_a_failure_of_ours()
    {
        var chat = Told(new Chat().Says("return")).Then((turn, at) => new ResolutionRecorded(turn, at, Resolution.Failed, "said-no", "returns"));

        Assert.Equal(1, chat.Conversation.Episode.BotFailures);
    }

    [Theory]
    [InlineData("delivery", Resolution.Assumed)]
    [InlineData("returns", null)]
    public void Who_goes_on_to_something_else_is_taken_to_be_helped(string next, Resolution? outcome)
    {
        var chat = Told(new Chat().Says("how do I return this?")).Says("next");

        Assert.Equal(outcome, ResolutionPolicy.OutcomeOf(chat.Conversation, chat.Turn(), new TellArticle(next))?.Outcome);
    }

    [Theory]
    [InlineData(Emotion.Gratitude, CustomerRequest.None, Resolution.Confirmed)]
    [InlineData(Emotion.Neutral, CustomerRequest.Goodbye, Resolution.Assumed)]
    [InlineData(Emotion.Neutral, CustomerRequest.No, Resolution.Assumed)]
    public void Unasked_thanks_confirm_and_a_mere_goodbye_lets_assume(Emotion felt, CustomerRequest request, Resolution outcome)
    {
        var chat = Told(new Chat().Says("how do I return this?")).Says("…", felt, 0.6);
        var turn = chat.Turn() with { Request = request };

        Assert.Equal(outcome, ResolutionPolicy.OutcomeOf(chat.Conversation, turn, new CloseMatter())?.Outcome);
    }

    [Fact]
    public void Asking_for_a_person_after_an_answer_is_a_failed_answer()
    {
        var chat = Told(new Chat().Says("how do I return this?")).Says("let me talk to someone");

        Assert.Equal(new(Resolution.Failed, "went-to-a-person"), ResolutionPolicy.OutcomeOf(chat.Conversation, chat.Turn(), new HandOver(HandoffReason.AskedForPerson)));
    }

    [Theory]
    [InlineData(HandoffOutcome.Solved, HandoffReason.AskedForPerson, "handoff-closed")]
    [InlineData(HandoffOutcome.Partly, HandoffReason.RisingAnger, "handoff-closed")]
    [InlineData(HandoffOutcome.Unsolved, HandoffReason.AskedForPerson, "matter-open")]
    [InlineData(HandoffOutcome.Callback, HandoffReason.AskedForPerson, "matter-open")]
    [InlineData(HandoffOutcome.Solved, HandoffReason.AtRisk, "at-risk")]
    public void After_a_person_only_what_is_closed_as_solved_is_asked_about(HandoffOutcome outcome, HandoffReason reason, string because)
    {
        var chat = new Chat().Says("a person").Then(Queued);
        var ticket = new HandoffTicket("k", "c1", HandoffState.Closed, reason, 0.5, Chat.Start, Chat.Start, "ann", "Ann", chat.Brief(reason), outcome);
        chat.Then((turn, at) => new HandoffMoved(turn, at, "k", HandoffState.Closed, reason, "Ann"));

        Assert.Equal(because, FeedbackPolicy.AskAfter(chat.Conversation, ticket).Reason);
        Assert.Equal("not-closed", FeedbackPolicy.AskAfter(chat.Conversation, ticket with { State = HandoffState.Returned }).Reason);
    }

    [Fact]
    public void Who_wants_only_the_solution_is_not_asked_how_it_went()
    {
        var chat = Told(new Chat().Says("just fix it").Then((turn, at) => new SympathySkipped(turn, at))).Says("works")
            .Then((turn, at) => new ResolutionRecorded(turn, at, Resolution.Confirmed, "said-solved", null));

        Assert.Equal("no-sympathy-wanted", FeedbackPolicy.Ask(chat.Conversation, Ended(chat)).Reason);
    }

    public static TheoryData<string, FeedbackHeard, CustomerRequest, bool, string?> Answers => new()
    {
        { "4", new(4, true, false), CustomerRequest.None, false, "TakeFeedback { Name = TakeFeedback, Rating = 4, WithWords = False }" },
        { "4, but it took long", new(4, false, false), CustomerRequest.None, false, "TakeFeedback { Name = TakeFeedback, Rating = 4, WithWords = True }" },
        { "5 stars. How do I return it?", new(5, false, false), CustomerRequest.None, true, "TakeFeedback { Name = TakeFeedback, Rating = 5, WithWords = False }" },
        { "quick and clear", new(null, false, true), CustomerRequest.None, false, "TakeFeedback { Name = TakeFeedback, Rating = , WithWords = True }" },
        { "the search bar on the site hides", FeedbackHeard.Nothing, CustomerRequest.None, false, "TakeFeedback { Name = TakeFeedback, Rating = , WithWords = True }" },
        { "no thanks", FeedbackHeard.Nothing, CustomerRequest.No, false, "EndFeedback { Name = EndFeedback }" },
        { "bye", FeedbackHeard.Nothing, CustomerRequest.Goodbye, false, "CloseMatter { Name = CloseMatter }" },
        { "how do I return it?", FeedbackHeard.Nothing, CustomerRequest.None, true, null },
        { "was that quick?", new(null, false, true), CustomerRequest.None, false, null },
        { "I need my money", FeedbackHeard.Nothing, CustomerRequest.None, false, null },
        { "that did not help", new(null, false, true), CustomerRequest.NotSolved, false, null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_is_taken_as_feedback_and_what_is_not(string text, FeedbackHeard heard, CustomerRequest request, bool matched, string? step)
    {
        var chat = new Chat().Says("thanks").Then((turn, at) => new MatterSolved(turn, at)).Then((turn, at) => new FeedbackAsked(turn, at)).Says(text);
        var turn = chat.Turn() with
        {
            Feedback = heard,
            Request = request,
            Match = matched ? new([new(ContentKind.Article, "returns", "returns", 0.9)]) : ContentMatch.None,
            Words = ShippedWords.English,
        };

        Assert.Equal(step, FeedbackPolicy.Hear(chat.Conversation, turn)?.Step.ToString());
    }

    [Fact]
    public void Feedback_opens_no_matter_of_its_own()
    {
        var chat = new Chat().Says("thanks").Then((turn, at) => new MatterSolved(turn, at)).Then((turn, at) => new FeedbackAsked(turn, at))
            .Says("4").Then((turn, at) => new FeedbackGiven(turn, at, 4, null));

        Assert.True(chat.Conversation.Episode.Ended);
        Assert.Equal(FeedbackWait.Words, chat.Conversation.FeedbackWaits);
    }

    private static Chat Told(Chat chat, string article = "returns") => chat.Then((turn, at) => new ArticleTold(turn, at, article, article));

    private static Chat Done(Chat chat) => chat.Then((turn, at) => new ProcedureEnded(turn, at, "p", "the order", ProcedureOutcome.Solved));

    private static Func<string, DateTimeOffset, ConversationEvent> AskedFor(ContentCandidate? next = null) => (turn, at) => new ResolutionAsked(turn, at, next);

    private static HandoffMoved Queued(string turn, DateTimeOffset at) => new(turn, at, "k", HandoffState.Queued, HandoffReason.AskedForPerson, null);

    private static Turn Ended(Chat chat) => chat.Turn() with { Happened = [.. chat.Events.Where(happened => happened.TurnId == chat.TurnId)] };
}
