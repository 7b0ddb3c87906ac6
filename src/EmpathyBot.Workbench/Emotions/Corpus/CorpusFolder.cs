namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>The corpus on disk: <c>&lt;locale&gt;/&lt;trade&gt;/&lt;author&gt;-NN.txt</c>.</summary>
internal static class CorpusFolder
{
    private const int MistakesTold = 50;

    /// <summary>Reads all dialogues, ordered by locale and file name so that every machine sees the same order.</summary>
    /// <param name="root">The folder that holds the locales.</param>
    /// <param name="locale">Only this language; null for all.</param>
    /// <exception cref="InputException">Nothing is there, or a line cannot be read: each with file and line.</exception>
    public static IReadOnlyList<CorpusDialogue> Read(string root, string? locale = null)
    {
        if (!Directory.Exists(root))
            throw new InputException($"There is no folder {root}.");
        List<string> mistakes = [];
        List<CorpusDialogue> dialogues = [];
        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileName(folder);
            if (locale is not null && language != locale)
                continue;
            foreach (var file in Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(root, file).Replace('\\', '/');
                dialogues.AddRange(AuthoringFormat.Read(File.ReadLines(file), name, language, mistakes));
            }
        }

        foreach (var twice in dialogues.GroupBy(dialogue => dialogue.Id).Where(same => same.Count() > 1))
            mistakes.Add($"The id {twice.Key} is given to {twice.Count()} dialogues.");
        if (mistakes.Count > 0)
            throw new InputException(Told(mistakes));
        if (dialogues.Count == 0)
            throw new InputException($"There is no dialogue{(locale is null ? "" : $" in '{locale}'")} below {root}.");
        return dialogues;
    }

    private static string Told(List<string> mistakes) => string.Join('\n', mistakes.Take(MistakesTold))
        + (mistakes.Count > MistakesTold ? $"\n… and {mistakes.Count - MistakesTold} more." : "");
}
