using System.Collections.Immutable;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Domain.Tests.Handoffs;

namespace EmpathyBot.Domain.Tests.Customers;

/// <summary>What earlier contacts change in a turn, and what they must not.</summary>
public class ReturningCustomerTests
{
    private static readonly string[] Spoken = ["en", "es"];
    private static readonly ContentMatch Returns = new([new(ContentKind.Article, "returns", "returns", 0.9)]);

    [Theory]
    [InlineData(6, ContactEnding.Answered, "returns", "same-matter-within-week")]
    [InlineData(6, ContactEnding.ClosedByPerson, "returns", "same-matter-within-week")]
    [InlineData(8, ContactEnding.Answered, "returns", "no-need")]
    [InlineData(6, ContactEnding.Solved, "returns", "no-need")]
    [InlineData(6, ContactEnding.Answered, "shipping", "no-need")]
    public void Back_about_the_same_within_a_week_and_upset_is_a_repeated_contact(int days, ContactEnding ending, string matter, string code)
    {
        var chat = new Chat().Says("where is it", Emotion.Frustration, 0.6);
        var decision = HandoffPolicy.Decide(chat.Conversation, Back(chat, Contact(chat.At.AddDays(-days), matter) with { Ending = ending }));

        Assert.Equal(code, decision.Reason);
        Assert.Equal(code == "no-need" ? default(HandoffReason?) : HandoffReason.RepeatedContact, decision.OfferFor);
    }

    [Theory]
    // Worked examples, all of them calm: the days ago and the end of each earlier contact about the same, and what follows.
    [InlineData("1:Answered", "no-need")]
    [InlineData("1:ClosedByPerson", "back-after-a-person")]
    [InlineData("8:ClosedByPerson", "no-need")]
    [InlineData("5:Answered 1:Answered", "third-time-within-week")]
    [InlineData("5:Open 1:Answered", "third-time-within-week")]
    [InlineData("9:Answered 1:Answered", "no-need")]
    [InlineData("5:Solved 1:Answered", "no-need")]
    [InlineData("5:Answered 3:Answered 1:Solved", "third-time-within-week")]
    [InlineData("5:Answered 3:Open 1:WithPerson", "no-need")]
    [InlineData("5:ClosedByPerson 1:Answered", "back-after-a-person")]
    public void Back_again_and_again_or_after_a_person_is_offered_one_however_calm(string before, string code)
    {
        var chat = new Chat().Says("about my return");
        RememberedContact[] contacts =
        [
            .. before.Split(' ').Select(word => word.Split(':'))
                .Select(word => Contact(chat.At.AddDays(-int.Parse(word[0], System.Globalization.CultureInfo.InvariantCulture)), "returns") with { Ending = Enum.Parse<ContactEnding>(word[1]) }),
        ];

        Assert.Equal(code, HandoffPolicy.Decide(chat.Conversation, Back(chat, contacts)).Reason);
    }

    [Fact]
    public void Who_comes_back_with_thanks_is_offered_nobody()
    {
        var chat = new Chat().Says("it worked, thank you!", Emotion.Gratitude, 0.7);

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, Back(chat, Contact(chat.At.AddDays(-1), "returns") with { Ending = ContactEnding.ClosedByPerson })));
    }

    [Fact]
    public void Back_about_the_same_and_calm_is_no_reason_for_a_person()
    {
        var chat = new Chat().Says("where is it");

        Assert.Equal(HandoffDecision.Nothing, HandoffPolicy.Decide(chat.Conversation, Back(chat, Contact(chat.At.AddDays(-1), "returns"))));
    }

    [Theory]
    [InlineData(Emotion.Neutral, 0.0, true)]
    [InlineData(Emotion.Anxiety, 0.9, true)]
    [InlineData(Emotion.Frustration, 0.4, true)]
    [InlineData(Emotion.Frustration, 0.7, false)]
    [InlineData(Emotion.Anger, 0.2, false)]
    public void An_open_case_is_mentioned_unless_it_would_sound_like_surveillance(Emotion emotion, double intensity, bool mentioned)
    {
        var chat = new Chat().Says("my return?", emotion, intensity);

        Assert.Equal(mentioned, Mentioned(chat, new TellArticle("returns")) is not null);
    }

    [Fact]
    public void An_open_case_is_mentioned_once_and_only_beside_the_same_matter()
    {
        var chat = new Chat().Says("my return?");

        Assert.NotNull(Mentioned(chat, new TellArticle("returns")));
        Assert.Null(Mentioned(chat, new TellArticle("shipping")));
        Assert.Null(Mentioned(chat, new AskToRephrase()));
        Assert.Null(Mentioned(chat.Then((turn, at) => new CaseMentioned(turn, at)), new TellArticle("returns")));
    }

    [Fact]
    public void Nobody_who_waits_for_a_person_is_told_of_another_case()
    {
        var chat = new Chat().Says("my return?").Then((turn, at) => new HandoffMoved(turn, at, "H-2", HandoffState.Queued, HandoffReason.AskedForPerson, null));

        Assert.Null(Mentioned(chat, new TellArticle("returns")));
    }

    [Fact]
    public void Phrases_of_the_last_contact_and_of_the_same_matter_are_left_alone()
    {
        var chat = new Chat().Says("my return?");
        var turn = Back(
            chat, Contact(chat.At.AddDays(-30), "returns", "same-matter"), Contact(chat.At.AddDays(-9), "shipping", "other"), Contact(chat.At.AddDays(-2), "shipping", "last"));

        Assert.Equal(["last", "same-matter"], ReturningCustomer.PhrasesHeard(chat.Conversation, turn).Order());
    }

    [Fact]
    public void A_phrase_of_an_earlier_conversation_is_taken_only_when_no_other_fits()
    {
        var plan = new AcknowledgementPlan(AcknowledgementAct.Validate, "why", null, ConcreteMention.Nothing);
        AcknowledgementPhrase[] phrases = [Phrase("a", "First words."), Phrase("b", "Other words.")];
        var heard = ImmutableHashSet.Create("a");

        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal("b", Chosen(phrases, AcknowledgementHistory.Empty, seed)));
        Assert.Equal("a", Chosen(phrases, AcknowledgementHistory.Empty with { PhraseIds = ["b"] }, 0));
        Assert.Null(Chosen(phrases, AcknowledgementHistory.Empty with { PhraseIds = ["a", "b"] }, 0));

        string? Chosen(AcknowledgementPhrase[] among, AcknowledgementHistory history, int seed) =>
            AcknowledgementChooser.Choose(plan, Chat.Felt(Emotion.Frustration, 0.6), among, history, text => text, seed, heard).PhraseId;
    }

    [Theory]
    [InlineData("wait", "apology-spent-before")]
    [InlineData("staff", "frustration-at-wait")]
    public void What_was_apologised_for_last_time_is_not_apologised_for_again(string apologised, string reason)
    {
        var chat = new Chat().Says("still waiting, two weeks", Chat.Felt(Emotion.Frustration, 0.6) with { Cues = [new(0, 5, "still")] });
        var turn = Back(chat, Contact(chat.At.AddDays(-2), "returns") with { ApologisedFor = [apologised] });

        Assert.Equal(reason, AcknowledgementPolicy.Decide(chat.Conversation, turn, new TellArticle("returns")).Reason);
    }

    [Fact]
    public void Preferences_hold_from_the_first_turn_and_are_applied_once()
    {
        var wanted = CustomerMemory.Empty with { Preferences = new(true, true, "es", true, null) };
        var begun = Conversation.Begin("c2", "directline", "en-GB");
        var recognised = ReturningCustomer.Recognise(begun, wanted, Spoken, "t1", Chat.Start);
        var followed = begun.Apply(Assert.IsType<CustomerRecognised>(recognised));

        Assert.True(followed is { ReadingOff: true, SkipSympathy: true, Locale: "es", Formal: true });
        Assert.Null(ReturningCustomer.Recognise(followed, wanted, Spoken, "t2", Chat.Start));
    }

    [Fact]
    public void A_language_of_earlier_takes_no_region_away_and_does_not_interrupt_a_conversation()
    {
        var wanted = CustomerMemory.Empty with { Preferences = CustomerPreferences.None with { Locale = "es", Formal = true } };
        var running = new Chat().Says("hello").Conversation;

        Assert.Null(ReturningCustomer.Recognise(running, wanted, Spoken, "t2", Chat.Start));
        Assert.Null(ReturningCustomer.Recognise(Conversation.Begin("c2", "directline", "es-MX"), wanted, Spoken, "t1", Chat.Start)?.Locale);
        Assert.Null(ReturningCustomer.Recognise(Conversation.Begin("c2", "directline", "en"), wanted, ["en"], "t1", Chat.Start)?.Locale);
    }

    [Fact]
    public void Reading_switched_off_elsewhere_takes_the_mood_out_of_a_running_conversation()
    {
        var chat = new Chat().Says("AGAIN", Emotion.Anger, 0.9);
        var off = CustomerMemory.Empty with { Preferences = CustomerPreferences.None with { ReadingOff = true } };

        var after = chat.Conversation.Apply(ReturningCustomer.Recognise(chat.Conversation, off, Spoken, "t2", chat.At)!);

        Assert.True(after is { ReadingOff: true, Journey.Points.Count: 0, Last: null });
    }

    [Fact]
    public void The_brief_counts_earlier_contacts_and_cites_the_last_two_without_a_mood()
    {
        var chat = new Chat().Says("my return, please");
        var memory = CustomerMemory.Empty with
        {
            Contacts =
            [
                Contact(chat.At.AddDays(-30), "shipping"), Contact(chat.At.AddDays(-9), "returns") with { Ending = ContactEnding.WithPerson, Mood = Emotion.Anger },
                Contact(chat.At.AddDays(-2), "returns"), new RememberedContact(chat.Conversation.Id, chat.At, chat.At),
            ],
        };

        var brief = HandoffBriefWriter.Write(chat.Conversation, chat.Events, HandoffReason.AskedForPerson, chat.At, memory);

        Assert.Equal(3, brief.Customer.EarlierConversations);
        Assert.Equal(["19 November: returns – answered by the assistant.", "12 November: returns – handed to a colleague."], brief.Earlier.Select(line => line.Text));
        Assert.All(brief.Earlier, line => Assert.Equal(["earlier"], line.TurnIds));
    }

    private static OpenCase? Mentioned(Chat chat, Step step) =>
        ReturningCustomer.CaseToMention(chat.Conversation, Back(chat, Contact(chat.At.AddDays(-9), "returns")), step);

    private static Turn Back(Chat chat, params RememberedContact[] contacts) => chat.Turn() with
    {
        Match = Returns,
        Memory = CustomerMemory.Empty with
        {
            Contacts = [.. contacts],
            Cases = [new OpenCase("earlier", contacts[0].LastAt, contacts[0].Matter, "H-1", null)],
        },
    };

    private static RememberedContact Contact(DateTimeOffset at, string matter, params string[] phrases) => new("earlier", at, at)
    {
        Matters = [new(ContentKind.Article, matter, matter)], Ending = ContactEnding.Answered, PhraseIds = [.. phrases],
    };

    private static AcknowledgementPhrase Phrase(string id, string text) => new(id, AcknowledgementAct.Validate, [], [], 0, 1, [], text);
}
