namespace EmpathyBot.Content;

/// <summary>What was found in a content folder.</summary>
/// <param name="Errors">What must be mended before the bot takes the content.</param>
/// <param name="Advice">What should be looked at, though the bot runs with it.</param>
/// <param name="Locales">How much there is in each language, the first one first.</param>
public sealed record ContentReview(IReadOnlyList<ContentError> Errors, IReadOnlyList<ContentError> Advice, IReadOnlyList<LocaleSize> Locales);

/// <summary>How much there is in one language.</summary>
/// <param name="Locale">ISO 639-1 code.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="Procedures">Procedures in it.</param>
public sealed record LocaleSize(string Locale, int Articles, int Procedures);
