using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Customers;

public class CustomerMemoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(180);

    [Fact]
    public void A_contact_is_kept_with_what_it_was_about_and_how_it_ended()
    {
        var memory = Remembering(Says(), new ArticleTold("t", Start, "returns", "returns"), new MatterSolved("t", Start));

        var contact = Assert.Single(memory.Contacts);
        Assert.Equal(("c1", Start, ContactEnding.Solved), (contact.ConversationId, contact.LastAt, contact.Ending));
        Assert.Equal(new RememberedMatter(ContentKind.Article, "returns", "returns"), contact.Matter);
    }

    [Theory]
    [InlineData(HandoffState.Queued, ContactEnding.WithPerson, 1)]
    [InlineData(HandoffState.Accepted, ContactEnding.WithPerson, 1)]
    [InlineData(HandoffState.Closed, ContactEnding.ClosedByPerson, 0)]
    [InlineData(HandoffState.Abandoned, ContactEnding.Open, 0)]
    public void A_ticket_is_an_open_case_until_it_ends(HandoffState state, ContactEnding ending, int open)
    {
        var memory = Remembering(Says(), Told("returns"), Moved(HandoffState.Queued), Moved(state));

        Assert.Equal(open, memory.Cases.Count);
        Assert.Equal(ending, memory.Contacts[0].Ending);
        Assert.All(memory.Cases, known => Assert.Equal(("H-1", "returns"), (known.Reference, known.Matter?.Id)));
    }

    [Fact]
    public void A_promise_stays_for_two_weeks()
    {
        var memory = Remembering(Says(), new PromiseMade("t", Start, "An answer by 15 November."));

        Assert.Single(memory.AsOf(Start.AddDays(13), HalfAYear).Cases);
        Assert.Empty(memory.AsOf(Start.AddDays(14), HalfAYear).Cases);
    }

    [Fact]
    public void After_the_time_of_keeping_nothing_is_left_not_even_preferences()
    {
        var memory = Remembering(Says(), new ReadingSwitched("t", Start, false));

        Assert.Same(memory, memory.AsOf(Start.AddDays(179), HalfAYear));
        Assert.Same(CustomerMemory.Empty, memory.AsOf(Start.AddDays(180), HalfAYear));
    }

    [Fact]
    public void Six_hours_without_a_word_begin_a_new_contact_in_the_same_conversation()
    {
        var memory = Remembering(Says(), Says(Start.AddHours(5)), Says(Start.AddHours(10)), Says(Start.AddHours(16)));

        Assert.Equal([Start, Start.AddHours(16)], memory.Contacts.Select(contact => contact.BeganAt));
        Assert.Equal(Start.AddHours(10), Assert.Single(memory.Before("c1", Start.AddHours(17)).Contacts).LastAt);
        Assert.Equal(2, memory.Before("c2", Start.AddHours(17)).Contacts.Count);
    }

    [Fact]
    public void Waiting_for_a_person_over_night_is_one_contact()
    {
        var memory = Remembering(Says(), Moved(HandoffState.Queued), Says(Start.AddHours(14)));

        Assert.Single(memory.Contacts);
        Assert.True(memory.Before("c1", Start.AddHours(15)) is { Contacts.Count: 0, Cases.Count: 0 });
    }

    [Fact]
    public void Who_switches_reading_off_has_no_mood_kept_anywhere_and_none_is_added()
    {
        var angry = Says(Start, Emotion.Anger);
        var memory = Remembering(angry, Acknowledged());
        Assert.Equal(Emotion.Anger, memory.Contacts[0].Mood);

        var off = memory.After(Conversation.Begin("c2", "directline", "en"), [new ReadingSwitched("t", Start, false)])
            .After(Conversation.Begin("c1", "directline", "en"), [angry, Acknowledged()]);

        Assert.True(off.Preferences.ReadingOff);
        Assert.All(off.Contacts, contact => Assert.True(contact is { Mood: null, PhraseIds.Count: 0, ApologisedFor.Count: 0 }));
    }

    [Fact]
    public void An_unsure_mood_is_not_kept_and_a_corrected_one_goes()
    {
        var unsure = Remembering(new CustomerSaid("t", Start, "…", Felt(Emotion.Anger) with { Confidence = 0.3 }, []));
        var corrected = Remembering(Says(Start, Emotion.Anger), new ReadingCorrected("t", Start, Emotion.Anger));

        Assert.Null(unsure.Contacts[0].Mood);
        Assert.Null(corrected.Contacts[0].Mood);
    }

    [Fact]
    public void Preferences_are_kept_as_they_were_shown()
    {
        var spanish = Conversation.Begin("c1", "directline", "en").Apply(new CustomerSaid("t", Start, "¿Dónde está mi pedido, por favor?", null, []) { Language = "es", Formal = true });
        var memory = CustomerMemory.Empty.After(spanish,
        [
            new CustomerSaid("t", Start, "…", null, []) { Language = "es", Formal = true }, new SympathySkipped("t", Start),
            new FactCollected("t", Start, "customer_name", "Ada"),
        ]);

        Assert.Equal(new CustomerPreferences(false, true, "es", true, "Ada"), memory.Preferences);
    }

    [Fact]
    public void Forgetting_leaves_nothing()
    {
        var memory = Remembering(Says(), Moved(HandoffState.Queued), new SympathySkipped("t", Start), new CustomerForgotten("t", Start));

        Assert.True(memory.IsEmpty);
    }

    [Fact]
    public void What_nothing_follows_from_changes_nothing()
    {
        var memory = Remembering(Says());

        Assert.Same(memory, memory.After(Conversation.Begin("c1", "directline", "en"), [new BotSaid("t", Start, "Hello."), new Decided("t", Start, "x", "y")]));
        Assert.Same(CustomerMemory.Empty, CustomerMemory.Empty.After(Conversation.Begin("c1", "directline", "en"), [new Greeted("t", Start)]));
    }

    [Fact]
    public void However_much_happens_it_stays_small_and_folds_the_same_in_one_go_or_many()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var events = Enumerable.Range(0, 120).Select(number => Any(random, Start.AddHours(number * random.Next(1, 4)))).ToList();
            var conversation = Conversation.Begin($"c{seed}", "directline", "en");
            var atOnce = CustomerMemory.Empty.After(conversation, events);
            var oneByOne = events.Aggregate(CustomerMemory.Empty, (memory, happened) => memory.After(conversation, [happened]));

            Assert.Equivalent(atOnce, oneByOne, strict: true);
            Assert.InRange(atOnce.Contacts.Count, 0, CustomerMemory.ContactsKept);
            Assert.InRange(atOnce.Cases.Count, 0, CustomerMemory.CasesKept);
            Assert.All(atOnce.Contacts, contact => Assert.True(contact.Matters.Count <= 5 && contact.PhraseIds.Count <= 20 && contact.ApologisedFor.Count <= 20));
            Assert.True(!atOnce.Preferences.ReadingOff || atOnce.Contacts.TrueForAll(contact => contact.Mood is null && contact.PhraseIds.IsEmpty));
            Assert.Equal(atOnce.Contacts.OrderBy(contact => contact.BeganAt), atOnce.Contacts);
        }
    }

    private static ConversationEvent Any(Random random, DateTimeOffset at) => random.Next(12) switch
    {
        0 or 1 or 2 => Says(at, (Emotion)random.Next(10)),
        3 => new ArticleTold("t", at, $"a{random.Next(9)}", "title"),
        4 => new ProcedureStarted("t", at, $"p{random.Next(9)}", "title"),
        5 => new ProcedureEnded("t", at, "p1", "title", (ProcedureOutcome)random.Next(4)),
        6 => new HandoffMoved("t", at, $"H-{random.Next(30)}", (HandoffState)random.Next(9), HandoffReason.AskedForPerson, null),
        7 => new PromiseMade("t", at, $"promise {random.Next(40)}"),
        8 => new Acknowledged("t", at, AcknowledgementAct.Apologise, "why", $"phrase-{random.Next(60)}", "Sorry.", $"1:product:{random.Next(60)}"),
        9 => new MatterSolved("t", at),
        10 => new ReadingSwitched("t", at, random.Next(2) == 0),
        _ => new SympathySkipped("t", at),
    };

    private static CustomerMemory Remembering(params ConversationEvent[] events) =>
        CustomerMemory.Empty.After(Conversation.Begin("c1", "directline", "en"), events);

    private static CustomerSaid Says(DateTimeOffset? at = null, Emotion emotion = Emotion.Neutral) =>
        new("t", at ?? Start, "words", Felt(emotion), []);

    private static ArticleTold Told(string id) => new("t", Start, id, id);

    private static Acknowledged Acknowledged() => new("t", Start, AcknowledgementAct.Apologise, "why", "sorry-1", "Sorry.", "1:wait");

    private static HandoffMoved Moved(HandoffState state) => new("t", Start, "H-1", state, HandoffReason.AskedForPerson, null);

    private static EmotionReading Felt(Emotion emotion) => new(emotion, null, 0.8, 0, 0.9, EmotionTarget.Wait, [], "lexicon");
}
