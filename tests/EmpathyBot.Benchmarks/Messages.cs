using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Benchmarks;

/// <summary>How long a message is.</summary>
public enum MessageLength { Brief, Typical, Lengthy }

/// <summary>Messages to read, written for this: eight of each kind, so that none is read twice in a row.</summary>
internal static class Messages
{
    private static readonly string[] Brief =
    [
        "ok thanks", "still nothing", "the blue one", "seriously??", "10482", "no it didn't", "how long then", "brilliant 🙄",
    ];

    private static readonly string[] Typical =
    [
        "Hi, I ordered two chairs on the 4th and only one of them came today, the tracking says both were delivered",
        "this is the third time I'm writing about the same refund and every time somebody says it takes five more days",
        "Thank you so much Priya, the replacement arrived this morning and it works perfectly, my daughter is over the moon with it",
        "could you tell me please if the large one fits in a normal car or do I have to pay for the van",
        "i have wait 3 week and nothing come, you say tomorrow and tomorrow but never the man is here, why nobody answer",
        "I'm a bit worried because the card was charged twice last night and rent goes out of that account on Friday morning",
        "Great, so the app logs me out, the code never arrives and your help page tells me to use the app. Lovely.",
        "sorry I don't follow, which of the two forms is it that I need to sign before the engineer can come round?",
    ];

    private static readonly string Story = """
        Good evening. On 3 March I booked a double room for four nights and paid the full amount of 436.50 in advance, because your
        site said the price was only valid with prepayment. A week later I had a mail that the hotel is being renovated and that we
        were moved to another house, which is fine in itself, but it is nine kilometres from the sea and has no lift, and my mother
        uses a walking frame. I rang the number in the mail (22 minutes of music), a friendly man promised to look into it and to call
        me back before the weekend. That was twelve days ago. I have since written twice through the form and got the same automatic
        answer both times. We leave in ten days. I don't want to shout at anyone and I know that these things happen, but I really
        need to know now whether there is a room on the ground floor or whether I get my money back so that I can book elsewhere.
        """.ReplaceLineEndings(" ");

    private static readonly EarlierTurn[] Conversation =
    [
        new("customer", "Hello, my order 10482 was supposed to be here on Tuesday and there is no sign of it"),
        new("bot", "I'm sorry your order is late. It left our warehouse on Monday and is with the courier now."),
        new("customer", "yes I know that much, the same line has been on the page for three days"),
        new("bot", "Would you like me to ask the courier where it is?"),
        new("customer", "please, and tell me what happens if it's lost"),
        new("bot", "I have asked. If it is not found within two working days you can choose a refund or a new one."),
    ];

    /// <summary>Eight messages of one kind.</summary>
    public static MessageToRead[] Of(MessageLength length, bool context)
    {
        string[] texts = length switch
        {
            MessageLength.Brief => Brief,
            MessageLength.Typical => Typical,
            _ => [.. Enumerable.Range(0, 8).Select(at => $"{at + 1}. {Story}")],
        };
        return [.. texts.Select(text => new MessageToRead(text, context ? Conversation : []))];
    }
}
