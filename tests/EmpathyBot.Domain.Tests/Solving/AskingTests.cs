using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Solving;

public sealed class AskingTests
{
    [Theory]
    [InlineData("The blue jacket just arrived and it is gorgeous, thank you so much!", false)]
    [InlineData("Thank you, my parcel came today!", false)]
    [InlineData("You made my day, the refund is there", false)]
    [InlineData("Thank you, I will wait here", false)]
    [InlineData("Thank you! Please cancel my order", true)]
    [InlineData("Lovely jacket, but the button is loose", true)]
    [InlineData("Great, and where is my refund", true)]
    [InlineData("Gracias, \u00bfcu\u00e1nto cuesta?", true)]
    [InlineData("It's great that it doesn't fit", true)]
    public void What_asks_for_nothing_is_told_from_what_may_ask(string text, bool asks) => Assert.Equal(asks, Asking.May(text, ShippedWords.English.Asking));

    [Fact]
    public void A_joy_that_asks_for_nothing_is_not_answered_with_a_procedure()
    {
        var turn = new Turn
        {
            Id = "t1",
            At = DateTimeOffset.UnixEpoch,
            Words = ShippedWords.English,
            Text = "Thank you, my parcel came today!",
            Reading = new EmotionReading(Emotion.Gratitude, null, 0.6, 0, 0.8, EmotionTarget.Unknown, [], "test"),
            Match = new ContentMatch([new(ContentKind.Procedure, "order-status", "the status of an order", 0.98)]),
        };
        Assert.IsType<CloseMatter>(SolvingPolicy.Decide(Conversation.Begin("c", "directline", "en"), turn).Step);
    }
}
