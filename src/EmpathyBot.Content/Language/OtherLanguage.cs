using EmpathyBot.Content.Solving;

namespace EmpathyBot.Content.Language;

/// <summary>
/// The few words of a language that has no content: enough to say so, to offer a person and to understand the answer.
/// </summary>
/// <param name="Messages">Texts by the key of the message they stand for.</param>
/// <param name="Answers">Finds yes and no.</param>
/// <param name="AsksPerson">What a request for a person holds, in lower case; not every language has spaces to find words by.</param>
internal sealed record OtherLanguage(IReadOnlyDictionary<string, string> Messages, RequestFinder Answers, IReadOnlyList<string> AsksPerson)
{
    private const int LongestText = 2000;

    public bool IsPersonAskedFor(string text)
    {
        var lower = (text.Length > LongestText ? text[..LongestText] : text).ToLowerInvariant();
        return AsksPerson.Any(words => lower.Contains(words, StringComparison.Ordinal));
    }
}
