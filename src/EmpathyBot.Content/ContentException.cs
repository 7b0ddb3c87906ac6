namespace EmpathyBot.Content;

/// <summary>Something an author must mend.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">Line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Sentence">What is wrong and what to do, for someone who does not program.</param>
public sealed record ContentError(string File, int Line, string Sentence)
{
    /// <summary><c>solving/articles/en/returns.md(3): The title is missing.</c></summary>
    public override string ToString() => Line > 0 ? $"{File}({Line}): {Sentence}" : $"{File}: {Sentence}";
}

/// <summary>The content has errors and was not taken. Its message lists all of them, one a line.</summary>
public sealed class ContentException : Exception
{
    /// <summary>Content with these errors.</summary>
    public ContentException(string path, IReadOnlyList<ContentError> errors)
        : base($"The content in \"{path}\" has {Count(errors)}:{Environment.NewLine}{string.Join(Environment.NewLine, errors ?? [])}")
    {
        Errors = errors ?? [];
    }

    /// <summary>What must be mended, in the order of files and lines.</summary>
    public IReadOnlyList<ContentError> Errors { get; }

    private static string Count(IReadOnlyList<ContentError>? errors) =>
        errors is { Count: 1 } ? "an error" : $"{errors?.Count ?? 0} errors";
}
