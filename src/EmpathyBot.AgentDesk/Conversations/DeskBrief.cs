using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>What a customer felt at one moment.</summary>
internal sealed record DeskFelt(string Emotion, double Intensity, string Quote, string TurnId);

/// <summary>The brief as the desk's API writes it.</summary>
internal sealed record DeskBrief(
    DateTimeOffset WrittenAt,
    BriefSentence Headline,
    IReadOnlyList<BriefSentence> Summary,
    IReadOnlyList<BriefSentence> Details,
    BriefCustomer Customer,
    IReadOnlyList<BriefSentence> Earlier,
    DeskFelt? EmotionNow,
    DeskFelt? EmotionPeak,
    string Trend,
    IReadOnlyList<BriefSentence> Tried,
    IReadOnlyList<BriefFact> DoNotAskAgain,
    IReadOnlyList<BriefSentence> Acknowledged,
    IReadOnlyList<BriefSentence> Promised,
    BriefSentence? OpenQuestion,
    string Reason,
    string SuggestedReply,
    string Tone,
    IReadOnlyList<string> Masked)
{
    public static DeskBrief Of(HandoffBrief brief) => new(
        brief.WrittenAt, brief.Headline, brief.Summary, brief.Details, brief.Customer, brief.Earlier, Felt(brief.EmotionNow), Felt(brief.EmotionPeak),
        brief.Trend.ToDeskCode(), brief.Tried, brief.DoNotAskAgain, brief.Acknowledged, brief.Promised, brief.OpenQuestion,
        brief.Reason.ToCode(), brief.SuggestedReply, brief.Tone, brief.Masked);

    private static DeskFelt? Felt(BriefEmotion? felt) =>
        felt is null ? null : new(felt.Emotion.ToDeskCode(), felt.Intensity, felt.Quote, felt.TurnId);
}
