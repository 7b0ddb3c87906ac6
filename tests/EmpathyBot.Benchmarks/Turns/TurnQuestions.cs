namespace EmpathyBot.Benchmarks.Turns;

/// <summary>What the measured customer writes, again and again: questions, and thanks, so that no matter stays open for ever.</summary>
internal static class TurnQuestions
{
    private static readonly string[] All =
    [
        "what does shipping to Germany cost?", "how do I return something?", "thanks, that helps", "do you also sell gift cards?",
        "the jumper I got last week shrank in the first wash, how am I supposed to wash it?", "great, thank you", "what are your opening hours?",
        "I'm really disappointed, the blanket looks nothing like the photo. How do I send it back?", "thank you", "can I pay with Klarna?",
    ];

    /// <summary>How many messages a conversation has before another is begun.</summary>
    public static int Count => All.Length;

    public static string At(int turn) => All[turn % All.Length];
}
