using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

/// <summary>Briefs of conversations of which nothing but the words is on record.</summary>
public class SpokenBriefTest
{
    [Fact]
    public void The_request_of_now_counts_and_not_the_one_given_up()
    {
        var brief = new Chat().Says("My stoneware bowls came broken").Answers("Would you like a replacement or a refund?").Says("Replacement please!")
            .Answers("I tried to send new ones, but the bowls are sold out.").Says("Then just refund me for the two broken bowls.").Brief(HandoffReason.AskedForPerson);

        Assert.StartsWith("Says their stoneware bowls came broken and asks us to refund them for the two broken bowls – ", brief.Headline.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asks for a replacement", brief.Summary[0].Text, StringComparison.Ordinal);
        Assert.Contains("sold out", brief.Headline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_problems_are_named()
    {
        var brief = new Chat().Says("You charged me twice for order 10022 and I also want to end my Loom Refresh subscription.").Brief(HandoffReason.AskedForPerson);

        Assert.Equal("The customer says we charged them twice for order 10022 and wants to end their Loom Refresh subscription.", brief.Summary[0].Text);
    }

    [Fact]
    public void Numbers_in_the_words_stand_in_the_headline_and_are_not_asked_again()
    {
        var brief = new Chat().Says("Where is my parcel?").Answers("What is the order number, and your postcode?").Says("10064 and 10115, kim@example.org").Brief(HandoffReason.AskedForPerson);

        Assert.Contains("(order 10064)", brief.Headline.Text, StringComparison.Ordinal);
        Assert.Equal([new("order", "10064", "t2"), new("postcode", "10115", "t2"), new("e-mail", "kim@example.org", "t2")], brief.DoNotAskAgain);
    }

    [Theory]
    [InlineData("Which e-mail is it under?", "10115", "number: 10115")]
    [InlineData("What is your account number?", "Since 2017 I have had it", "")]
    [InlineData("Which account is it?", "My account was opened in 2017, number 880-41-226", "number: 880-41-226")]
    [InlineData("Which card was it?", "You charged my card 200 for nothing", "")]
    [InlineData("Which card was it?", "The card ending 4444", "card: 4444")]
    [InlineData("How can I help?", "Order WP-3380, 120 cards", "order: WP-3380")]
    [InlineData("What does it say?", "The meter says 418", "")]
    [InlineData("How can I help?", "Orders 10022 and 10023 came twice", "order: 10022, order: 10023")]
    [InlineData("How can I help?", "Parcel JD 0049 2216 is lost", "parcel: JD 0049 2216")]
    public void A_number_is_filed_as_what_it_is(string asked, string said, string facts)
    {
        var brief = new Chat().Says("Hello, it is about my things").Answers(asked).Says(said).Brief(HandoffReason.AskedForPerson);

        Assert.Equal(facts, string.Join(", ", brief.DoNotAskAgain.Select(fact => $"{fact.Name}: {fact.Value}")));
    }

    [Theory]
    [InlineData("My name is Alfred Penhale, I live in Frome.", "Alfred Penhale")]
    [InlineData("name's Halloran.", "Halloran")]
    [InlineData("This is Marie de Vries speaking", "Marie de Vries")]
    [InlineData("This is Unacceptable and you know it", null)]
    [InlineData("my name is on the parcel", null)]
    public void Who_gives_a_name_is_called_by_it(string said, string? name)
    {
        var brief = new Chat().Says("My lamp came broken.").Says(said).Brief(HandoffReason.AskedForPerson);

        Assert.Equal(name, brief.Customer.Name);
        Assert.StartsWith(name is null ? "The customer " : $"{name} says their lamp came broken", brief.Summary[0].Text, StringComparison.Ordinal);
        Assert.Contains("t2", name is null ? ["t2"] : brief.Summary[0].TurnIds);
    }

    [Fact]
    public void A_question_for_a_person_is_no_open_question()
    {
        var brief = new Chat().Says("Which depot has my boxes?").Says("Can I talk to someone please?").Brief(HandoffReason.AskedForPerson);

        Assert.Equal("“Which depot has my boxes?”", brief.OpenQuestion?.Text);
    }

    [Theory]
    [InlineData("That's what Mr Adeyemi offered me on the phone.", "They say that's what Mr Adeyemi offered them on the phone.")]
    [InlineData("You were supposed to collect it on Monday.", "They say we were supposed to collect it on Monday.")]
    [InlineData("Your colleague said I'd get a photo by noon.", "They say our colleague said they would get a photo by noon.")]
    public void What_they_were_promised_stands_among_the_promises(string said, string told)
    {
        var brief = new Chat().Says("My sofa is still here and nobody comes.").Says(said).Brief(HandoffReason.AskedForPerson);

        Assert.Equal(told, Assert.Single(brief.Promised).Text);
        Assert.DoesNotContain(brief.Details, detail => detail.TurnIds is ["t2"]);
    }

    [Fact]
    public void Two_wishes_of_one_message_are_both_told()
    {
        var brief = new Chat().Says("My new card goes to Larch Road, and I have moved.").Says("Block it and send another one to Weir Court. Do NOT block my old card.").Brief(HandoffReason.AskedForPerson);

        Assert.Contains("not to block their old card", brief.Headline.Text + brief.Summary[0].Text, StringComparison.Ordinal);
        Assert.Contains("send another one to Weir Court", brief.Summary[0].Text + string.Join(' ', brief.Details.Select(detail => detail.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_joke_is_no_request_and_no_detail()
    {
        var brief = new Chat().Says("The final of Harbour Lights stops at minute 38 every time. Was it the butler?").Answers("Please reinstall the app.").Says("did it. still 38. im dying here haha")
            .Brief(HandoffReason.AcceptedOffer);

        Assert.StartsWith("Says the final of Harbour Lights stops at minute 38", brief.Headline.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(brief.Details, detail => detail.Text.Contains("dying", StringComparison.Ordinal));
        Assert.Contains(brief.Tried, tried => tried.Text == "They did it, still 38.");
    }

    [Fact]
    public void A_name_at_the_beginning_keeps_its_capital()
    {
        var brief = new Chat().Says("I can't find my Tracks set.").Answers("Which one?").Says("It is the Tracks one").Answers("Tracks needs a battery pack that is sold apart.").Brief(HandoffReason.AskedForPerson);

        Assert.Contains("Tracks needs a battery pack", brief.Summary[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_on_record_is_not_listed_twice()
    {
        var brief = new Chat().Says("Order 10064 please").Then((turn, at) => new FactCollected(turn, at, "order_number", "10064")).Brief(HandoffReason.AskedForPerson);

        Assert.Equal([new BriefFact("order number", "10064", "t1")], brief.DoNotAskAgain);
    }

    [Fact]
    public void Promises_in_words_are_kept_and_a_handover_is_none()
    {
        var brief = new Chat().Says("My bag is lost.").Answers("Our baggage team promised an update by 24 November. I'll pass you on to a colleague now.")
            .Says("You told me that last Monday as well.").Brief(HandoffReason.AskedForPerson);

        Assert.Equal(["Our baggage team promised an update by 24 November.", "They say we told them that last Monday as well."], brief.Promised.Select(promise => promise.Text));
    }

    [Fact]
    public void What_the_summary_has_no_room_for_is_told_in_lines_of_their_own()
    {
        var chat = new Chat().Says("My flight BX204 to Oslo is delayed by 5 hours and I am stuck at gate C14 with nobody of the crew around at all.").Says("My tablets are in the hold bag.").Says("I'm diabetic and I feel shaky.")
            .Says("I need my bag or some help at gate C14 right now, and the claim form rejects my booking PLN8KD each time I try it.");

        var brief = chat.Brief(HandoffReason.AskedForPerson);

        Assert.Contains(brief.Details, detail => detail.Text == "Their tablets are in the hold bag." && detail.TurnIds is ["t2"]);
        Assert.True(BriefBudget.Count(brief) <= BriefBudget.Words);
    }

    [Fact]
    public void Steps_the_customer_took_are_steps_too()
    {
        var brief = new Chat().Says("The app keeps crashing.").Says("I have reinstalled it twice.").Answers("I have reset your account.").Brief(HandoffReason.AskedForPerson);

        Assert.Contains(brief.Tried, tried => tried.Text == "They have reinstalled it twice.");
        Assert.Contains(brief.Tried, tried => tried.Text == "Reset their account.");
    }

    [Fact]
    public void Who_of_the_company_did_something_is_named()
    {
        var brief = new Chat().Says("Where is my refund of 59.90?").Answers("I have asked the payments team.").Then((turn, at) => new AgentSaid(turn, at, "a1", "Mira", "I have refunded 59.90 just now."))
            .Brief(HandoffReason.AskedForPerson);

        Assert.Equal("The assistant asked the payments team; Mira refunded 59.90 just now.", brief.Summary[1].Text);
    }

    [Fact]
    public void Another_language_is_quoted_and_not_reworded()
    {
        var chat = new Chat().Happens(new CustomerSaid("t1", Chat.Start, "Hola. Mi pedido 10023 no ha llegado y quiero que me devuelvan el dinero.", null, []) { Language = "es" });

        var brief = chat.Brief(HandoffReason.AskedForPerson);

        Assert.Equal("The customer writes “Mi pedido 10023 no ha llegado y quiero que me devuelvan el dinero.”.", brief.Summary[0].Text);
        Assert.Equal(["t1"], brief.Summary[0].TurnIds);
    }

    [Theory]
    [InlineData("the card is LL100009 pin 7009", "7009")]
    [InlineData("here: kim@example.org / Hunter22!", "Hunter22")]
    [InlineData("my password hunter22 fails", "hunter22")]
    [InlineData("it asks for my PIN and never takes it (7009) at the till", "7009")]
    [InlineData("the number (7009) is the pin I was given", "7009")]
    public void Secrets_told_in_passing_are_masked(string said, string secret)
    {
        Assert.DoesNotContain(secret, SecretMask.Mask(said).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order 10023 / 2 pieces")]
    [InlineData("I pinned 7009 of them")]
    [InlineData("my PIN works. The lamp (7009) does not")]
    [InlineData("kim@example.org: hello there")]
    public void What_only_looks_like_one_stays(string said)
    {
        Assert.Equal(said, SecretMask.Mask(said).Text);
    }
}
