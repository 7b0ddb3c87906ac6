using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>Content whose messages say their own key and the agent.</summary>
internal sealed class SayingContent : IContentSource, IContent
{
    public IContent Current => this;

    public IReadOnlyList<string> Locales => ["en"];

    public string LanguageOf(string locale) => "en";

    public bool CanSayNotSpoken(string language) => false;

    public LanguageWords Words(string locale) => LanguageWords.None;

    public Article? FindArticle(string id, string locale) => null;

    public Procedure? FindProcedure(string id, string locale) => null;

    public ContentMatch Match(string text, string locale, ContentCandidate? before = null) => ContentMatch.None;

    public CustomerRequest FindRequest(string text, string locale) => CustomerRequest.None;

    public bool AsksForPerson(string text, string locale) => false;

    public string? FindPersonRule(string text, string locale, ContentMatch match) => null;

    public FeedbackHeard FindFeedback(string text, string locale) => FeedbackHeard.Nothing;

    public IReadOnlyList<AgentPhrase> AgentPhrases(string locale) =>
        [new("calm-1", Emotion.Anger, "One thing at a time."), new("thanks-1", Emotion.Gratitude, "Gladly.")];

    public IReadOnlyList<AcknowledgementPhrase> Phrases(string locale) => [];

    public string Message(string key, string locale, IReadOnlyDictionary<string, object?>? variables = null) => 
        $"{key}: {variables?["agent"]}{(variables?.GetValueOrDefault("word") is string word ? $" ({word})" : "")}";

    public string Render(string template, IReadOnlyDictionary<string, object?> variables) => template;
}
