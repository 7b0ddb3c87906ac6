namespace EmpathyBot.Content.Reading;

/// <summary>Collects errors, so that an author sees all of them at once.</summary>
internal sealed class Problems
{
    private readonly List<ContentError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string file, int line, string sentence) => _errors.Add(new(file, line, sentence));

    public IReadOnlyList<ContentError> Sorted() =>
        [.. _errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
