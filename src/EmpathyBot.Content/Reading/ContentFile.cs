namespace EmpathyBot.Content.Reading;

/// <summary>A file of the content, read.</summary>
/// <param name="Name">Path below the content folder, with forward slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record ContentFile(string Name, string Text)
{
    /// <summary>File name without ending.</summary>
    public string Id => Path.GetFileNameWithoutExtension(Name);

    public static ContentFile Read(string root, string path) =>
        new(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <summary>One file below the root, or null when it is not there.</summary>
    public static ContentFile? Find(string root, string name)
    {
        var path = Path.Combine(root, name);
        return File.Exists(path) ? Read(root, path) : null;
    }

    /// <summary>Files in a folder below the root by ending, in a stable order; none when the folder is not there.</summary>
    public static IReadOnlyList<ContentFile> ReadAll(string root, string folder, string ending)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*" + ending)
                // Editors leave their own files beside the author's.
                .Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).Select(file => Read(root, file))]
            : [];
    }
}
