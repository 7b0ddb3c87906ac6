using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Handoffs;

/// <summary>
/// The escalation policy as worked examples: what happened before, the message, and what follows. "now:" a person comes at
/// once, "offer:" one is offered, else nothing; behind it the reason code.
/// </summary>
public class HandoffPolicyExamples
{
    [Theory]
    // Asked for, at risk, or a matter for people: at once, whatever came before.
    [InlineData("", "wants-person", "now: asked-for-person")]
    [InlineData("", "wants-person no", "no-need")]
    [InlineData("", "wants-person leaves-queue", "no-need")]
    [InlineData("", "at-risk", "now: at-risk")]
    [InlineData("", "at-risk wants-person", "now: at-risk")]
    [InlineData("", "topic", "now: topic-needs-person")]
    [InlineData("", "topic wants-person", "now: asked-for-person")]
    [InlineData("queued", "at-risk", "now: at-risk")]
    [InlineData("offered declined", "wants-person", "now: asked-for-person")]
    // Strong anger is offered a person at once; what is short of it, or only guessed, is not.
    [InlineData("", "anger:0.6", "offer: strong-anger")]
    [InlineData("", "anger:0.59", "no-need")]
    [InlineData("", "anger:0.9 unsure", "no-need")]
    [InlineData("", "frustration:0.9", "no-need")]
    [InlineData("", "joy:1", "no-need")]
    // A trend, not a wave: it must have risen for good, and be felt clearly now.
    [InlineData("disappointment:0.2 disappointment:0.5", "disappointment:0.8", "offer: getting-worse")]
    [InlineData("disappointment:0.2 disappointment:0.3", "disappointment:0.35", "no-need")]
    [InlineData("disappointment:0.8 disappointment:0.5", "disappointment:0.2", "no-need")]
    [InlineData("disappointment:0.2 disappointment:0.2", "disappointment:0.2", "no-need")]
    // Upset again after each answer adds up: that is getting worse, though no message is stronger than the last.
    [InlineData("disappointment:0.8 disappointment:0.8", "disappointment:0.8", "offer: getting-worse")]
    // Having to come back and being upset about it.
    [InlineData("", "repeat frustration:0.5", "offer: repeated-contact")]
    [InlineData("", "repeat frustration:0.4", "no-need")]
    [InlineData("", "repeat", "no-need")]
    // Three messages around the same open problem.
    [InlineData("article:returns not-understood", "…", "offer: going-in-circles")]
    [InlineData("article:returns not-understood", "asks:refunds", "no-need")]
    [InlineData("article:returns not-understood", "gratitude:0.6", "no-need")]
    [InlineData("article:returns", "…", "no-need")]
    [InlineData("article:returns not-understood", "answers-procedure", "no-need")]
    // The bot breaks: once may happen, twice is ours.
    [InlineData("bot-failed", "…", "no-need")]
    [InlineData("bot-failed bot-failed", "…", "offer: bot-failed")]
    // Once per episode; again only when things got worse than at the offer.
    [InlineData("anger:0.6 offered declined", "anger:0.6", "offered-before")]
    [InlineData("anger:0.6 offered declined", "anger:0.85", "offer: strong-anger")]
    [InlineData("frustration:0.3 offered declined", "anger:0.6", "offer: strong-anger")]
    [InlineData("anger:0.6 offered", "anger:0.9", "offer-waits")]
    [InlineData("anger:0.6 offered declined bot-failed bot-failed", "…", "offer: bot-failed")]
    // While a person is coming nothing is offered.
    [InlineData("queued", "anger:0.9", "person-is-coming")]
    // A handoff that ended opens a new matter: what was before it triggers nothing any more.
    [InlineData("anger:0.9 queued closed", "…", "no-need")]
    [InlineData("bot-failed bot-failed queued returned", "…", "no-need")]
    [InlineData("article:returns not-understood not-understood queued closed", "…", "no-need")]
    [InlineData("anger:0.9 offered queued returned", "anger:0.9", "offer: strong-anger")]
    [InlineData("anger:0.9 offered queued timed-out", "wants-person", "now: asked-for-person")]
    public void What_happened_and_what_follows(string before, string message, string expected)
    {
        var chat = new Chat();
        foreach (var word in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Happens(chat, word);
        var words = message.Split(' ');
        chat.Says("…", words.Select(word => Felt(word, words.Contains("unsure"))).FirstOrDefault(felt => felt is not null));

        Assert.Equal(expected, Told(HandoffPolicy.Decide(chat.Conversation, Turn(chat, words))));
    }

    private static string Told(HandoffDecision decision) =>
        decision.HandOverFor is not null ? $"now: {decision.Reason}" : decision.OfferFor is not null ? $"offer: {decision.Reason}" : decision.Reason;

    private static Turn Turn(Chat chat, string[] words) => chat.Turn(new()
    {
        WantsHuman = words.Contains("wants-person"), AtRisk = words.Contains("at-risk"), Repeat = words.Contains("repeat"),
    }) with
    {
        PersonRule = words.Contains("topic") ? "legal" : null,
        AnswersProcedure = words.Contains("answers-procedure"),
        Request = words.Contains("no") ? CustomerRequest.No : words.Contains("leaves-queue") ? CustomerRequest.LeaveQueue : CustomerRequest.None,
        Match = words.FirstOrDefault(word => word.StartsWith("asks:", StringComparison.Ordinal)) is { } asks
            ? new([new(ContentKind.Article, asks[5..], asks[5..], 0.9)])
            : ContentMatch.None,
    };

    private static void Happens(Chat chat, string word)
    {
        if (Felt(word, unsure: false) is { } felt)
        {
            chat.Says("…", felt);
            return;
        }

        if (word is not ("offered" or "declined" or "queued" or "closed" or "returned" or "timed-out"))
            chat.Says("…");
        chat.Then((turn, at) => word switch
        {
            "bot-failed" => new BotFailed(turn, at, "x"),
            "not-understood" => new NotUnderstood(turn, at),
            "offered" => new PersonOffered(turn, at, HandoffReason.RisingAnger),
            "declined" => new PersonDeclined(turn, at),
            "queued" => new HandoffMoved(turn, at, "H-1", HandoffState.Queued, HandoffReason.AskedForPerson, null),
            "closed" => new HandoffMoved(turn, at, "H-1", HandoffState.Closed, HandoffReason.AskedForPerson, "Mira"),
            "returned" => new HandoffMoved(turn, at, "H-1", HandoffState.Returned, HandoffReason.AskedForPerson, "Mira"),
            "timed-out" => new HandoffMoved(turn, at, "H-1", HandoffState.TimedOut, HandoffReason.AskedForPerson, null),
            _ when word.StartsWith("article:", StringComparison.Ordinal) => new ArticleTold(turn, at, word[8..], word[8..]),
            _ => throw new ArgumentException($"\"{word}\" is nothing that happens.", nameof(word)),
        });
    }

    private static EmotionReading? Felt(string word, bool unsure) =>
        word.Split(':') is [var name, var intensity] && Enum.TryParse<Emotion>(name, ignoreCase: true, out var emotion)
            ? Chat.Felt(emotion, double.Parse(intensity, System.Globalization.CultureInfo.InvariantCulture), unsure ? 0.4 : 0.9)
            : null;
}
