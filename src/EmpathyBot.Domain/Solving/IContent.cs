using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Solving;

/// <summary>All words and flows of one moment, checked and immutable. A turn takes one and keeps it to its end.</summary>
public interface IContent
{
    /// <summary>Languages that have acknowledgements, in order of preference; the first is the one fallen back on.</summary>
    IReadOnlyList<string> Locales { get; }

    /// <summary>The language a customer with this locale is answered in: their own, or the one fallen back on.</summary>
    string LanguageOf(string locale);

    /// <summary>True for a language that has no content but the words to say so, to offer a person and to understand the answer.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    bool CanSayNotSpoken(string language);

    /// <summary>What is known of the language of this locale, or of the one fallen back on.</summary>
    LanguageWords Words(string locale);

    /// <summary>The article, in this locale or the fallback; null when there is none.</summary>
    Article? FindArticle(string id, string locale);

    /// <summary>The procedure, in this locale or the fallback; null when there is none.</summary>
    Procedure? FindProcedure(string id, string locale);

    /// <summary>What a message asks for. Bounded in time, never throws for what a message contains.</summary>
    /// <param name="text">The message.</param>
    /// <param name="locale">Its language.</param>
    /// <param name="before">The matter last dealt with, for messages that refer back to it; null when there is none.</param>
    ContentMatch Match(string text, string locale, ContentCandidate? before = null);

    /// <summary>What a message asks of the conversation itself ("stop", "why did you say that?"), if it is such a request.</summary>
    CustomerRequest FindRequest(string text, string locale);

    /// <summary>What a message says of how the conversation went: for a message that may answer the question for it.</summary>
    FeedbackHeard FindFeedback(string text, string locale);

    /// <summary>True for a request for a person in a language that has no content; in the others the reading of signals tells.</summary>
    bool AsksForPerson(string text, string locale);

    /// <summary>The id of the rule of <c>handoffs/rules.yaml</c> by which this message always goes to a person; null when none holds.</summary>
    string? FindPersonRule(string text, string locale, ContentMatch match);

    /// <summary>The ways to say acknowledgements in this locale.</summary>
    IReadOnlyList<AcknowledgementPhrase> Phrases(string locale);

    /// <summary>Sentences that agents find ready, by what the customer feels, in this language or the one fallen back on.</summary>
    IReadOnlyList<AgentPhrase> AgentPhrases(string locale);

    /// <summary>A message of <c>dialogs/handoffs/</c> or <c>dialogs/solving/messages/</c>, rendered.</summary>
    /// <exception cref="KeyNotFoundException">There is no such message: a bug, since loading checks that all are there.</exception>
    string Message(string key, string locale, IReadOnlyDictionary<string, object?>? variables = null);

    /// <summary>Renders a template of the content.</summary>
    string Render(string template, IReadOnlyDictionary<string, object?> variables);
}

/// <summary>Gives the content in force. A broken file never replaces good content that is running.</summary>
public interface IContentSource
{
    /// <summary>The newest content that passed all checks.</summary>
    IContent Current { get; }
}
