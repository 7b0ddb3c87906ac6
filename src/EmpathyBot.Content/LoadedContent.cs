using EmpathyBot.Content.Handoffs;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>All content of one language.</summary>
internal sealed record LocaleContent(LocaleParts Parts, ContentMatcher Matcher);

/// <summary>One load of the content: checked, immutable, safe for several threads.</summary>
internal sealed class LoadedContent(
    IReadOnlyList<string> locales, IReadOnlyDictionary<string, LocaleContent> byLocale, IReadOnlyDictionary<string, OtherLanguage> others,
    PersonRules people) : IContent
{
    private readonly TemplateSet _templates = new();

    public IReadOnlyList<string> Locales { get; } = locales;

    public string LanguageOf(string locale)
    {
        var language = ConversationLanguage.CodeOf(locale ?? "");
        return byLocale.ContainsKey(language) ? language : Locales[0];
    }

    public bool CanSayNotSpoken(string language) => Other(language) is not null;

    public LanguageWords Words(string locale) => Of(locale).Parts.Words;

    public Article? FindArticle(string id, string locale) =>
        Of(locale).Parts.Articles.GetValueOrDefault(id) ?? Fallback.Parts.Articles.GetValueOrDefault(id);

    public Procedure? FindProcedure(string id, string locale) =>
        Of(locale).Parts.Procedures.GetValueOrDefault(id) ?? Fallback.Parts.Procedures.GetValueOrDefault(id);

    public ContentMatch Match(string text, string locale, ContentCandidate? before = null) => Of(locale).Matcher.Match(text, before);

    /// <summary>How many things can be asked for in a language, and how many examples of them there are.</summary>
    public (int Targets, int Examples) Size(string locale)
    {
        var own = Of(locale);
        var examples = own.Parts.Articles.Values.Select(article => article.Examples).Concat(own.Parts.Procedures.Values.Select(procedure => procedure.Examples)).ToList();
        return (examples.Count, examples.Sum(texts => texts.Count));
    }

    public CustomerRequest FindRequest(string text, string locale) => Other(locale)?.Answers.Find(text) is { } answer and not CustomerRequest.None
        ? answer
        : Of(locale).Parts.Requests.Find(text);

    public FeedbackHeard FindFeedback(string text, string locale)
    {
        var language = Of(locale).Parts;
        // What a button says counts as the rating it stands for, however it is worded.
        var pressed = ContentMessages.Ratings.ToList().FindIndex(key => language.Messages[key].Contains(text, StringComparer.OrdinalIgnoreCase));
        return pressed >= 0 ? new(FeedbackHeard.Worst + pressed, IsAll: true, Appraises: false) : language.Feedback.Find(text);
    }

    public bool AsksForPerson(string text, string locale) => Other(locale)?.IsPersonAskedFor(text) == true;

    public string? FindPersonRule(string text, string locale, ContentMatch match) => people.Find(text, LanguageOf(locale), match);

    public IReadOnlyList<AcknowledgementPhrase> Phrases(string locale) => Of(locale).Parts.Phrases;

    public IReadOnlyList<AgentPhrase> AgentPhrases(string locale) => Of(locale).Parts.AgentPhrases;

    public string Message(string key, string locale, IReadOnlyDictionary<string, object?>? variables = null)
    {
        if (Other(locale)?.Messages.GetValueOrDefault(key) is { } own)
            return _templates.Render(own, variables ?? NoVariables);
        if (!Of(locale).Parts.Messages.TryGetValue(key, out var variants))
            throw new KeyNotFoundException($"There is no message \"{key}\".");
        var seed = variables?.GetValueOrDefault(ContentMessages.Seed);
        return _templates.Render(variants[(int)(Seed(seed) % (uint)variants.Count)], variables ?? NoVariables);
    }

    public string Render(string template, IReadOnlyDictionary<string, object?> variables) => _templates.Render(template, variables);

    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <summary>A number from the seed: the same in every process, so not its hash code.</summary>
    private static uint Seed(object? seed) => seed switch
    {
        null => 0,
        int number => (uint)number,
        _ => seed.ToString()!.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619),
    };

    private LocaleContent Fallback => byLocale[Locales[0]];

    /// <summary>The few words of a language that has no content, or null.</summary>
    private OtherLanguage? Other(string locale)
    {
        var language = ConversationLanguage.CodeOf(locale ?? "");
        return byLocale.ContainsKey(language) ? null : others.GetValueOrDefault(language);
    }

    private LocaleContent Of(string locale) => byLocale[LanguageOf(locale)];
}
