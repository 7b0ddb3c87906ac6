using System.Text.RegularExpressions;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using FsCheck;
using FsCheck.Fluent;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffBriefWriterTest
{
    [Fact]
    public void A_refund_that_nobody_can_find()
    {
        var brief = Refund().Brief(HandoffReason.BackOfficeDown);

        Assert.Equal("Asks where their refund is (order 10023) – the shop's system gave no answer.", brief.Headline.Text);
        Assert.Equal(["t1", "t2", "t3"], brief.Headline.TurnIds);
        Assert.Equal(
            ["The customer says this is the third time they are asking and asks where their refund is.", "The assistant got no answer from the shop's system."],
            brief.Summary.Select(sentence => sentence.Text));
        Assert.Equal([new BriefFact("order number", "10023", "t2"), new BriefFact("email", "kim@example.org", "t3")], brief.DoNotAskAgain);
        Assert.Equal("“Where is my refund?”", brief.OpenQuestion?.Text);
        Assert.Equal(
            "I’ve read everything here, so you needn’t repeat it – I’m looking at order 10023 now.",
            brief.SuggestedReply);
        Assert.Equal("Apologised: “Three times is too often – I'm sorry.”", Assert.Single(brief.Acknowledged).Text);
        Assert.Equal("Plain and quick; a concrete step first; an apology was made already.", brief.Tone);
        Assert.Equal(new BriefEmotion(Emotion.Frustration, 0.6, "Hi. This is the third time I'm asking…", "t1"), brief.EmotionPeak);
        Assert.Equal(Chat.Start.AddMinutes(3), brief.WrittenAt);
    }

    [Fact]
    public void Someone_who_only_wants_a_person()
    {
        var brief = new Chat().Says("Can I talk to a human?").Brief(HandoffReason.AskedForPerson);

        Assert.Equal("Asks whether they can talk to a human – they want a person.", brief.Headline.Text);
        Assert.Equal(["The customer asks whether they can talk to a human.", "Nothing has been tried yet."], brief.Summary.Select(sentence => sentence.Text));
        Assert.Empty(brief.Tried);
        Assert.Null(brief.EmotionNow);
        Assert.Equal("Friendly and to the point.", brief.Tone);
    }

    [Fact]
    public void A_person_asked_for_after_a_real_matter_is_handed_the_matter()
    {
        var brief = new Chat().Says("Hello").Says("My blue jacket arrived with a broken zip").Then((turn, at) => new ArticleTold(turn, at, "returns", "returns"))
            .Says("I want to speak to an agent").Brief(HandoffReason.AskedForPerson);

        Assert.Equal("Says their blue jacket arrived with a broken zip – they want a person.", brief.Headline.Text);
        Assert.Equal("The customer says their blue jacket arrived with a broken zip.", brief.Summary[0].Text);
        Assert.Equal("The assistant told them about returns.", brief.Summary[1].Text);
        Assert.Equal(["t2"], brief.Summary[1].TurnIds);
    }

    [Fact]
    public void An_answer_that_did_not_help_is_not_taken_for_the_matter()
    {
        var brief = new Chat().Says("The code does nothing in the basket").Then((turn, at) => new ArticleTold(turn, at, "gift-cards", "gift cards"))
            .Says("no, that's not it").Then((turn, at) => new NotUnderstood(turn, at)).Brief(HandoffReason.NotUnderstood);

        Assert.Equal("Says the code does nothing in the basket – what the assistant told them did not settle it.", brief.Headline.Text);
        Assert.Equal(["Told them about gift cards.", "Could not make sense of a message."], brief.Tried.Select(sentence => sentence.Text));
    }

    [Fact]
    public void An_accepted_offer_says_what_it_was_offered_for()
    {
        var brief = new Chat().Says("Where is my parcel!!", Emotion.Anger, 0.9).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger))
            .Says("yes").Brief(HandoffReason.AcceptedOffer);

        Assert.Equal(HandoffReason.AcceptedOffer, brief.Reason);
        Assert.EndsWith("they are getting more upset.", brief.Headline.Text, StringComparison.Ordinal);
        Assert.Equal("Short and calm; solution first, no cheer.", brief.Tone);
    }

    [Fact]
    public void At_risk_the_first_words_ask_about_safety_and_nothing_else()
    {
        var brief = new Chat().Says("Where is my order, I can't go on like this, I want to end it").Brief(HandoffReason.AtRisk);

        Assert.Equal("I’m here with you now, and I have read what you wrote. Are you safe at this moment?", brief.SuggestedReply);
        Assert.Contains("safety", brief.Tone, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_done_and_promised_is_told_once_with_its_turns()
    {
        var brief = new Chat().Says("Where is my parcel?")
            .Then((turn, at) => new BackOfficeCalled(turn, at, "find_order", BackOfficeOutcome.NotFound)).Then((turn, at) => new OwnershipRefused(turn, at))
            .Says("10024").Then((turn, at) => new BackOfficeCalled(turn, at, "find_order", BackOfficeOutcome.NotFound))
            .Then((turn, at) => new PromiseMade(turn, at, "We write to you by Friday."))
            .Then((turn, at) => new ProcedureEnded(turn, at, "order-status", "the status of an order", ProcedureOutcome.NeedsPerson))
            .Brief(HandoffReason.ProcedureNeedsPerson);

        Assert.Equal(
            ["System call “find order”: nothing matched.", "The proof they gave did not fit the order.", "Went through the status of an order: needs a person."],
            brief.Tried.Select(sentence => sentence.Text));
        Assert.Equal(["t1", "t2"], brief.Tried[0].TurnIds);
        Assert.EndsWith("no order matched what they gave.", brief.Headline.Text, StringComparison.Ordinal);
        Assert.Equal("We write to you by Friday.", Assert.Single(brief.Promised).Text);
    }

    [Fact]
    public void A_fact_given_again_stands_once_as_given_last()
    {
        var brief = new Chat().Says("10023").Then((turn, at) => new FactCollected(turn, at, "order_number", "10023"))
            .Says("sorry, 10024").Then((turn, at) => new FactCollected(turn, at, "order_number", "10024")).Brief(HandoffReason.AskedForPerson);

        Assert.Equal([new BriefFact("order number", "10024", "t2")], brief.DoNotAskAgain);
    }

    [Fact]
    public void Only_the_matter_of_now_is_told()
    {
        var brief = new Chat().Says("Do you ship to Norway?").Then((turn, at) => new ArticleTold(turn, at, "shipping", "shipping countries"))
            .Then((turn, at) => new MatterSolved(turn, at)).Says("My invoice has the wrong address").Brief(HandoffReason.NotUnderstood);

        Assert.DoesNotContain("Norway", Everything(brief), StringComparison.Ordinal);
        Assert.DoesNotContain("shipping", Everything(brief), StringComparison.Ordinal);
        Assert.Contains("invoice", brief.Headline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_masked_everywhere_and_named()
    {
        var brief = new Chat().Says("My card 4111 1111 1111 1111 was charged twice, my password is hunter2", Emotion.Anger, 0.9)
            .Then((turn, at) => new FactCollected(turn, at, "note", "card 4111 1111 1111 1111")).Brief(HandoffReason.RisingAnger);

        Assert.DoesNotContain("4111", Everything(brief), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Everything(brief), StringComparison.Ordinal);
        Assert.Equal(["password", "card number"], brief.Masked);
    }

    [Fact]
    public void With_reading_off_there_is_no_mood_anywhere()
    {
        var chat = new Chat().Says("Where is it?!", Emotion.Anger, 0.9).Then((turn, at) => new PersonOffered(turn, at, HandoffReason.RisingAnger))
            .Then((turn, at) => new ReadingSwitched(turn, at, false)).Says("and stop reading my mood");

        foreach (var reason in Enum.GetValues<HandoffReason>().Except([HandoffReason.AtRisk]))
        {
            var brief = chat.Brief(reason);

            Assert.Null(brief.EmotionNow);
            Assert.Null(brief.EmotionPeak);
            Assert.Equal(EmotionTrend.Steady, brief.Trend);
            Assert.NotEqual(HandoffReason.RisingAnger, brief.Reason);
            Assert.Equal("Friendly and to the point.", brief.Tone);
            Assert.DoesNotContain("upset", Everything(brief), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Asked_for_no_sympathy_the_agent_knows()
    {
        var brief = new Chat().Says("skip the sympathy").Then((turn, at) => new SympathySkipped(turn, at)).Brief(HandoffReason.AskedForPerson);

        Assert.Equal("Friendly and to the point; they asked for no sympathy.", brief.Tone);
    }

    [Fact]
    public void An_empty_conversation_has_a_brief_too()
    {
        var brief = new Chat().Brief(HandoffReason.BotFailed);

        Assert.Equal("A matter they have not named yet – the assistant broke down on it.", brief.Headline.Text);
        Assert.Equal(["c1"], brief.Headline.TurnIds);
        Assert.Equal(2, brief.Summary.Count);
    }

    [Fact]
    public void Whatever_happened_the_brief_is_short_grounded_and_invents_no_number()
    {
        Prop.ForAll(Histories, Reasons, (chat, reason) =>
        {
            var brief = chat.Brief(reason);
            var said = chat.Events.GroupBy(happened => happened.TurnId)
                .ToDictionary(turn => turn.Key, turn => string.Join(' ', turn.Select(happened => happened.ToString())));

            Assert.Equal(2, brief.Summary.Count);
            Assert.InRange(BriefBudget.Count(brief), 10, BriefBudget.Words);
            IEnumerable<BriefSentence> sentences =
                [brief.Headline, .. brief.Summary, .. brief.Tried, .. brief.Acknowledged, .. brief.Promised, .. new[] { brief.OpenQuestion }.OfType<BriefSentence>()];
            foreach (var sentence in sentences)
            {
                Assert.NotEmpty(sentence.TurnIds);
                Assert.All(sentence.TurnIds, turn => Assert.True(said.ContainsKey(turn) || chat.Events.Count == 0, turn));
                var cited = string.Join(' ', sentence.TurnIds.Select(turn => said.GetValueOrDefault(turn, "")));
                Assert.All(Regex.Matches(sentence.Text, "[0-9]+"), number => Assert.Contains(number.Value, cited, StringComparison.Ordinal));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(30));
    }

    private static readonly Arbitrary<HandoffReason> Reasons = Gen.Elements(Enum.GetValues<HandoffReason>()).ToArbitrary();

    /// <summary>Random conversations made of ordinary and of odd messages and of everything that may happen in them.</summary>
    private static readonly Arbitrary<Chat> Histories = Gen.Choose(0, 19).ArrayOf()
        .Select(acts => acts.Aggregate(new Chat(), Add)).ToArbitrary();

    private static Chat Add(Chat chat, int act) => act switch
    {
        0 => chat.Says("Hi, my order 10077 never arrived and I've been waiting 12 days. Where is it?", Emotion.Frustration, 0.7),
        1 => chat.Says("10042"),
        2 => chat.Says("😡😡😡", Emotion.Anger, 1),
        3 => chat.Says(new string('x', 5000)),
        4 => chat.Says("I paid 59.90 on 3 May with 4111 1111 1111 1111!"),
        5 => chat.Says(""),
        6 => chat.Says("你好,我的包裹在哪里?"),
        7 => chat.Says("\"quoted\" “text” … ?! ."),
        8 => chat.Answers("I have found 3 orders. Which one do you mean?"),
        9 => chat.Then((turn, at) => new ArticleTold(turn, at, "a", "returns within 30 days")),
        10 => chat.Then((turn, at) => new ProcedureStarted(turn, at, "p", "the status of an order")),
        11 => chat.Then((turn, at) => new ProcedureEnded(turn, at, "p", "the status of an order", ProcedureOutcome.Unsolved)),
        12 => chat.Then((turn, at) => new BackOfficeCalled(turn, at, "find_order", BackOfficeOutcome.NotFound)),
        13 => chat.Then((turn, at) => new FactCollected(turn, at, "order_number", "10042")),
        14 => chat.Then((turn, at) => new PromiseMade(turn, at, "A person answers within 2 hours, " + string.Join(' ', Enumerable.Repeat("really", 30)))),
        15 => chat.Then((turn, at) => new Acknowledged(turn, at, AcknowledgementAct.Reflect, "r", "p", "12 days is a long wait.", null)),
        16 => chat.Then((turn, at) => new NotUnderstood(turn, at)),
        17 => chat.Then((turn, at) => new ClarificationAsked(turn, at, [new(ContentKind.Article, "a", "returns", 0.4), new(ContentKind.Article, "b", "refunds", 0.4)])),
        18 => chat.Then((turn, at) => new MatterSolved(turn, at)),
        _ => chat.Then((turn, at) => new AgentSaid(turn, at, "a1", "Mira", "I have refunded 59.90 just now.")),
    };

    private static string Everything(HandoffBrief brief) => string.Join(
        ' ',
        [
            brief.ToString(), .. brief.Summary.Select(sentence => sentence.Text), .. brief.Tried.Select(sentence => sentence.Text),
            .. brief.DoNotAskAgain.Select(fact => fact.ToString()), .. brief.Acknowledged.Select(sentence => sentence.Text),
        ]);

    private static Chat Refund() => new Chat()
        .Says("Hi. This is the third time I'm asking. Where is my refund?", Emotion.Frustration, 0.6)
        .Apologises("Three times is too often – I'm sorry.")
        .Then((turn, at) => new ProcedureStarted(turn, at, "refund-status", "the status of a refund"))
        .Answers("What is the order number?")
        .Says("10023").Then((turn, at) => new FactCollected(turn, at, "order_number", "10023")).Answers("And the e-mail?")
        .Says("kim@example.org").Then((turn, at) => new FactCollected(turn, at, "email", "kim@example.org"))
        .Then((turn, at) => new BackOfficeCalled(turn, at, "find_refund", BackOfficeOutcome.Unavailable));
}
