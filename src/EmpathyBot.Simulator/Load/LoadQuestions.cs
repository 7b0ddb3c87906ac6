namespace EmpathyBot.Simulator.Load;

/// <summary>What customers of a shop write: mostly questions, some of them cross, some with two lines of story.</summary>
internal static class LoadQuestions
{
    private static readonly string[] All =
    [
        "what does shipping to Germany cost?",
        "how do I return something?",
        "what are your opening hours?",
        "Hello, which payment methods can I use in your shop?",
        "do you also sell gift cards?",
        "how long does delivery to Spain take?",
        "the jumper I got last week shrank in the first wash, how am I supposed to wash it?",
        "I'm really disappointed, the blanket looks nothing like the photo. How do I send it back?",
        "can I pay with Klarna?",
        "what are the levels of your membership and what do I get for them?",
        "do you ship to Switzerland, and do I have to pay customs there?",
        "thank you, that helps! One more thing: where are your clothes made?",
        "how do I find my size?",
        "I'm worried the present won't be here in time for the holidays. What is the last day to order?",
        "is there a warranty on lamps?",
        "how do I get an invoice for my company?",
        "the website says my promo code is not valid for this item, why?",
        "can I pick my parcel up somewhere instead of having it delivered?",
        "how do I get rid of a red wine stain on a linen tablecloth?",
        "how do I unsubscribe from the newsletter?",
    ];

    /// <summary>An endless row of them, each once before any comes again.</summary>
    public static IEnumerable<string> Row(Random random)
    {
        while (true)
        {
            var shuffled = (string[])All.Clone();
            random.Shuffle(shuffled);
            foreach (var question in shuffled)
                yield return question;
        }
    }
}
