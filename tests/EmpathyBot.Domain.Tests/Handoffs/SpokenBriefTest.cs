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
    public void Secrets_told_in_passing_are_masked(string said, string secret)
    {
        Assert.DoesNotContain(secret, SecretMask.Mask(said).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order 10023 / 2 pieces")]
    [InlineData("I pinned 7009 of them")]
    [InlineData("kim@example.org: hello there")]
    public void What_only_looks_like_one_stays(string said)
    {
        Assert.Equal(said, SecretMask.Mask(said).Text);
    }
}
