namespace EmpathyBot.Content.Reading;

/// <summary>Collects errors and advice, so that an author sees all of them at once.</summary>
internal sealed class Problems
{
    private readonly List<ContentError> _errors = [];
    private readonly List<ContentError> _advice = [];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count;

    public void Add(string file, int line, string sentence) => _errors.Add(new(file, line, sentence));

    /// <summary>What should be looked at, though the bot runs with it.</summary>
    public void Advise(string file, int line, string sentence) => _advice.Add(new(file, line, sentence));

    public IReadOnlyList<ContentError> Sorted() => Sorted(_errors);

    public IReadOnlyList<ContentError> SortedAdvice() => Sorted(_advice);

    private static List<ContentError> Sorted(List<ContentError> all) =>
        [.. all.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
