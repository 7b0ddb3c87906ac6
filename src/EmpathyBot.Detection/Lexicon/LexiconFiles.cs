namespace EmpathyBot.Detection.Lexicon;

/// <summary>The text files beside this one, built into the assembly.</summary>
internal static class LexiconFiles
{
    /// <summary>The lines of a file without empty ones and comments; none when there is no such file.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(LexiconFiles).Assembly.GetManifestResourceStream($"Lexicon/{file}");
        if (stream is null)
            yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#')
                yield return trimmed;
        }
    }
}
