using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>What was read of one language, before its matcher is trained.</summary>
internal sealed record LocaleParts(
    IReadOnlyDictionary<string, Article> Articles,
    IReadOnlyDictionary<string, Procedure> Procedures,
    IReadOnlyList<AcknowledgementPhrase> Phrases,
    IReadOnlyList<AgentPhrase> AgentPhrases,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Messages,
    RequestFinder Requests,
    FeedbackFinder Feedback,
    LanguageWords Words,
    MatchingWords Matching)
{
    public LocaleContent Trained() => new(this, ContentMatcher.Train(Articles.Values, Procedures.Values, Matching));
}
