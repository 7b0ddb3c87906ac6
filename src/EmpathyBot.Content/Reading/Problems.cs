namespace EmpathyBot.Content.Reading;

/// <summary>Collects errors and advice, so that an author sees all of them at once.</summary>
/// <param name="takesAdvice">False leaves advice out: some of it takes long to find, and a start tells it to nobody.</param>
internal sealed class Problems(bool takesAdvice = true)
{
    private readonly List<ContentError> _errors = [];
    private readonly List<ContentError> _advice = [];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count;

    /// <summary>False when advice is not worth looking for.</summary>
    public bool TakesAdvice { get; } = takesAdvice;

    public void Add(string file, int line, string sentence) => _errors.Add(new(file, line, sentence));

    /// <summary>What should be looked at, though the bot runs with it.</summary>
    public void Advise(string file, int line, string sentence) => _advice.Add(new(file, line, sentence));

    /// <summary>Takes over all that another has, after what is here.</summary>
    public void Add(Problems others)
    {
        _errors.AddRange(others._errors);
        _advice.AddRange(others._advice);
    }

    public IReadOnlyList<ContentError> Sorted() => Sorted(_errors);

    public IReadOnlyList<ContentError> SortedAdvice() => Sorted(_advice);

    private static List<ContentError> Sorted(List<ContentError> all) =>
        [.. all.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
