namespace EmpathyBot.Domain.Solving;

/// <summary>An answer the bot can give, from <c>dialogs/solving/articles/</c>.</summary>
/// <param name="Id">File name without ending; the same in every locale.</param>
/// <param name="Locale">ISO 639-1 code of its language.</param>
/// <param name="Title">What it is about, as a noun phrase: "returns".</param>
/// <param name="Body">The answer, Markdown.</param>
/// <param name="Examples">Utterances that ask for it.</param>
/// <param name="Tags">Free words for authors and search.</param>
public sealed record Article(
    string Id, string Locale, string Title, string Body, IReadOnlyList<string> Examples, IReadOnlyList<string> Tags)
{
    /// <summary>How much it weighs beside other matters.</summary>
    public MatterWeight Weight { get; init; }
}
