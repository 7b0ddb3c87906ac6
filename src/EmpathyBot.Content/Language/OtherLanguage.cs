using EmpathyBot.Content.Solving;

namespace EmpathyBot.Content.Language;

/// <summary>
/// The few words of a language that has no content: enough to say so, to offer a person and to understand the answer.
/// </summary>
/// <param name="Messages">Texts by the key of the message they stand for.</param>
/// <param name="Answers">Finds yes and no.</param>
internal sealed record OtherLanguage(IReadOnlyDictionary<string, string> Messages, RequestFinder Answers);
