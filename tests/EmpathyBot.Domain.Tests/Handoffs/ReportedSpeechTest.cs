using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class ReportedSpeechTest
{
    [Theory]
    [InlineData("My parcel has not arrived.", "says their parcel has not arrived")]
    [InlineData("I also want a refund", "wants a refund")]
    [InlineData("Don't cancel it, move it to the new flat", "asks us not to cancel it, move it to the new flat")]
    [InlineData("I want a refund for order 10023", "wants a refund for order 10023")]
    [InlineData("I'd like to return the blue jacket.", "would like to return the blue jacket")]
    [InlineData("We need two more of them please", "needs two more of them")]
    [InlineData("Please cancel my order", "asks us to cancel their order")]
    [InlineData("Could you send it to my office instead?", "asks us to send it to their office instead")]
    [InlineData("Can I get a replacement?", "asks for a replacement")]
    [InlineData("Replacement please!", "asks for a replacement")]
    [InlineData("Let me talk to a human being please.", "asks to talk to a human being")]
    [InlineData("Where is my refund?!", "asks where their refund is")]
    [InlineData("Do you ship to Norway?", "asks whether we ship to Norway")]
    [InlineData("does it cost extra", "asks whether it costs extra")]
    [InlineData("Did you get my mail?", "asks whether we got their mail")]
    [InlineData("How do I change my address?", "asks how to change their address")]
    [InlineData("Who did it?", "asks who did it")]
    [InlineData("Is my blue jacket available?", "asks whether their blue jacket is available")]
    [InlineData("The subscription?", "asks about the subscription")]
    [InlineData("You charged me twice", "says we charged them twice")]
    [InlineData("Tried to pay six times", "says they tried to pay six times")]
    [InlineData("They told me it was sent", "says they told the customer it was sent")]
    [InlineData("I thank you for what you did for us", "says they thank us for what we did for them")]
    [InlineData("I was told that I am late", "says they were told that they are late")]
    [InlineData("i dont know what u want from me", "says they do not know what we want from them")]
    [InlineData("I'd rather not a third time", "says they would rather not a third time")]
    [InlineData("Can an engineer come before Friday?", "asks whether an engineer can come before Friday")]
    [InlineData("Can a real person check and book the 12?", "asks whether a real person can check and book the 12")]
    [InlineData("The new bill please with 418", "asks for the new bill with 418")]
    [InlineData("From Monday please", "gives from Monday please")]
    [InlineData("ur the best", "says we are the best")]
    [InlineData("Used by whom, there is nobody else here", "writes “Used by whom, there is nobody else here”")]
    [InlineData("Final of Harbour Lights stops at minute 38", "says final of Harbour Lights stops at minute 38")]
    [InlineData("Did it on the laptop, same error", "says they did it on the laptop, same error")]
    public void What_a_customer_says_is_told_of_them(string said, string told)
    {
        Assert.Equal(told, ReportedSpeech.OfCustomer(said).Text);
    }

    [Theory]
    [InlineData("I have rebooked you on TP1339 on Thursday.", "rebooked them on TP1339 on Thursday")]
    [InlineData("I have changed Maragret to Margaret.", "changed Maragret to Margaret")]
    [InlineData("We have given you a refund.", "gave them a refund")]
    [InlineData("I cannot start either one while a trace is open.", "could not start either one while a trace is open")]
    [InlineData("I can see two charges of 64.50.", "found two charges of 64.50")]
    [InlineData("I tried to end it and got an error.", "tried to end it and got an error")]
    [InlineData("What is your order number?", "asked for their order number")]
    [InlineData("May I ask for the booking reference?", "asked for the booking reference")]
    [InlineData("Please don't send the full card number.", "asked them not to send the full card number")]
    [InlineData("Please call our accounts team.", "asked them to call our accounts team")]
    [InlineData("Would you like a replacement or a refund?", "asked whether they would like a replacement or a refund")]
    [InlineData("Shall I ask a colleague to look?", "offered to ask a colleague to look")]
    [InlineData("I can offer you a voucher.", "offered a voucher")]
    [InlineData("Your return arrived on 23 October.", "said their return arrived on 23 October")]
    [InlineData("Have you tried restarting both devices?", "asked whether they have tried restarting both devices")]
    [InlineData("Let us know which version you use.", "asked which version they use")]
    [InlineData("Found it, Deniz: order 10064, delivered 3 days ago.", "found order 10064, delivered 3 days ago")]
    [InlineData("We'll send you a new one by Friday.", "said we will send them a new one by Friday")]
    public void What_the_company_says_is_told_as_what_it_did(string said, string told)
    {
        Assert.Equal(told, ReportedSpeech.OfCompany(said).Text);
    }

    [Fact]
    public void What_cannot_be_taken_apart_is_quoted()
    {
        Assert.Equal("asks “Why isn't my invoice right?”", ReportedSpeech.OfCustomer("Why isn't my invoice right?").Text);
    }

    [Theory]
    [InlineData("@LoomHelp hi there!! where is it https://x.example/1", "Where is it")]
    [InlineData("SOMEONE IS SPENDING MY MONEY", "Someone is spending my money")]
    [InlineData("Hi Sam. We are on it. ^AB", "We are on it.")]
    [InlineData("I paid twice, and I want my money back", "I paid twice.|I want my money back")]
    [InlineData("So the bowls came 😢 two are broken", "The bowls came.|Two are broken")]
    [InlineData("Thank you, Eva. Order 10005 is late.", "Order 10005 is late.")]
    [InlineData("I did the form. Twice. It says thank you.", "I did the form, twice.|It says thank you.")]
    [InlineData("send an engineer tomorrow. and 4 days off the bill", "Send an engineer tomorrow and 4 days off the bill.")]
    [InlineData("Make it a pick-up point instead? The one at the station.", "Make it a pick-up point instead, the one at the station?")]
    [InlineData("The lamp is for P. Nakamura in the next town", "The lamp is for P. Nakamura in the next town")]
    [InlineData("I handed in my project for Data Basics 3 on time, and today the page says that nothing is there", "I handed in my project for Data Basics 3 on time.|Today the page says that nothing is there")]
    [InlineData("If I upload it again it counts as late and I lose 20 percent of all my points", "If I upload it again it counts as late and I lose 20 percent of all my points")]
    [InlineData("it's broken haha, by the way.", "It's broken.")]
    [InlineData("I said all this to your colleague", "I said all this to your colleague")]
    [InlineData("Good morning", "")]
    [InlineData("", "")]
    [InlineData("😡😡 !!! ...", "")]
    public void Greetings_handles_links_and_shouting_are_left_away(string said, string left)
    {
        Assert.Equal(left, string.Join('|', PlainSpeech.Sentences(said)));
    }
}
