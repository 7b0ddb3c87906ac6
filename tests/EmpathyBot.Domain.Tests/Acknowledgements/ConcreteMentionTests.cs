using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

public class ConcreteMentionTests
{
    [Theory]
    [InlineData("my blue jacket still hasn't come", "your blue jacket")]
    [InlineData("Where is my refund?", "your refund")]
    [InlineData("the parcel is nowhere to be seen", "the parcel")]
    [InlineData("WHERE IS MY REFUND", "your refund")]
    [InlineData("I want to return these leather boots", "the leather boots")]
    [InlineData("the shoes I got are torn", "the shoes")]
    [InlineData("parcel not here", "your parcel")]
    [InlineData("our order was cancelled", "your order")]
    [InlineData("your app keeps crashing", "our app")]
    [InlineData("your delivery never came", "the delivery")]
    [InlineData("an order never came", "the order")]
    [InlineData("i ordered a winter coat and got a hat", "the winter coat")]
    [InlineData("this was my daughter's birthday present", "the birthday present")]
    [InlineData("ordered as a christmas present", "the Christmas present")]
    [InlineData("my gift card does not work", "your gift card")]
    [InlineData("I ordered my new running shoes with order 10001", "your new running shoes")]
    [InlineData("My parcel. My parcel! Where is it?", "your parcel")]
    public void A_thing_is_named_from_our_side(string text, string thing) => Assert.Equal(thing, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Thing);

    [Theory]
    [InlineData("I want to return and order again")]
    [InlineData("watch it, or I'll ring the bank")]
    [InlineData("my order number is 10001")]
    [InlineData("the delivery driver was rude")]
    [InlineData("his phone contract")]
    [InlineData("you useless idiots")]
    [InlineData("my medication for my diabetes")]
    [InlineData("my password is hunter2 and my address is 5 High Street")]
    [InlineData("I live with my mother")]
    [InlineData("")]
    [InlineData("???")]
    public void Where_nothing_concrete_is_named_nothing_is_said_back(string text) => Assert.Null(ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Thing);

    [Theory]
    [InlineData("where is my fucking parcel", "your parcel")]
    [InlineData("this stupid app", "the app")]
    [InlineData("my bloody useless toaster", "your toaster")]
    public void Insults_around_a_thing_are_left_out(string text, string thing) => Assert.Equal(thing, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Thing);

    [Theory]
    [InlineData("I've been waiting for two weeks", "two weeks")]
    [InlineData("i have wait 3 week and nothing come", "three weeks")]
    [InlineData("on hold for 45 minutes", "45 minutes")]
    [InlineData("waiting 45min now", "45 minutes")]
    [InlineData("it has been a month", "a month")]
    [InlineData("I have been waiting for an hour", "an hour")]
    [InlineData("waited over a week", "a week")]
    [InlineData("only two weeks late", "two weeks")]
    [InlineData("a few days ago I wrote to you", "a few days")]
    [InlineData("for a couple of weeks", "a couple of weeks")]
    [InlineData("it took three whole months", "three months")]
    [InlineData("I have waited weeks", "weeks")]
    [InlineData("after two weeks still nothing", "two weeks")]
    [InlineData("It broke after two days", null)]
    [InlineData("my flight leaves in 2 hours", null)]
    [InlineData("a 30 day return policy", null)]
    [InlineData("I've been a customer for 10 years", null)]
    [InlineData("my son is 12 years old", null)]
    [InlineData("delivery takes 3 to 5 days", null)]
    [InlineData("twice a day", null)]
    [InlineData("I was told 2 days", null)]
    [InlineData("don't tell me to wait another 5 days", null)]
    [InlineData("I saved up for months", null)]
    [InlineData("one second please", null)]
    public void A_wait_is_named_as_a_length_of_time(string text, string? span) => Assert.Equal(span, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Span);

    [Theory]
    [InlineData("this is the third time I'm asking", "the third time")]
    [InlineData("for the 3rd time", "the third time")]
    [InlineData("4TH TIME NOW", "the fourth time")]
    [InlineData("this is the 12th time", "the 12th time")]
    [InlineData("for the third time, where is my parcel", "the third time")]
    [InlineData("this is the fifth time I've had to contact you", "the fifth time")]
    [InlineData("second time this happens", null)]
    [InlineData("the third time it broke", null)]
    [InlineData("the parcel was late for the third time", null)]
    [InlineData("it's my first time here", null)]
    [InlineData("next time", null)]
    [InlineData("what time do you open", null)]
    [InlineData("I told you twice", null)]
    public void A_repetition_is_named_as_a_count(string text, string? count) => Assert.Equal(count, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Count);

    [Theory]
    [InlineData("waiting since tuesday", "since Tuesday")]
    [InlineData("nothing since last week", "since last week")]
    [InlineData("since last friday nothing", "since last Friday")]
    [InlineData("since yesterday", "since yesterday")]
    [InlineData("since yesterday, so two days of waiting", "two days")]
    [InlineData("since I moved", null)]
    [InlineData("since", null)]
    [InlineData("it worked for two weeks", null)]
    public void Or_as_its_beginning(string text, string? span) => Assert.Equal(span, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Span);

    [Fact]
    public void When_a_wait_is_felt_only_what_can_be_waited_for_is_the_thing()
    {
        const string text = "your website says delivered, but my parcel is not here";

        Assert.Equal("your parcel", ConcreteMentionFinder.Find(text, ShippedWords.English.Naming, awaited: true).Thing);
        Assert.Null(ConcreteMentionFinder.Find("your website says it was sent", ShippedWords.English.Naming, awaited: true).Thing);
    }

    [Fact]
    public void For_rendering_each_stands_with_and_without_a_capital()
    {
        var variables = new ConcreteMention("the blue jacket", null, "the third time").ToVariables();

        Assert.Equal(("the blue jacket", "The blue jacket", null, "The third time"), (variables["thing"], variables["Thing"], variables["Span"], variables["Count"]));
    }

    [Fact]
    public void A_very_long_text_is_found_in_bounded_time()
    {
        var text = string.Concat(Enumerable.Repeat("my ", 50_000)) + "jacket";

        Assert.Same(ConcreteMention.Nothing, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming));
    }
}
