namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>One comment with its labels, as indexes into the list of labels.</summary>
internal sealed record Comment(string Text, IReadOnlyList<int> Labels);

/// <summary>Reads GoEmotions as its authors give it out: <c>text, label ids, comment id</c> parted by tabs, packed or not.</summary>
internal static class GoEmotionsFiles
{
    /// <summary>The names of the labels.</summary>
    public static IReadOnlyList<string> Labels(string folder) =>
        [.. TextLines.Read(new(Path.Combine(folder, "labels.txt"))).Select(line => line.Line.Trim())];

    /// <summary>The comments of one part.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or a line has other columns.</exception>
    public static IReadOnlyList<Comment> Read(string folder, string part, int labels)
    {
        var file = new[] { $"{part}.tsv.gz", $"{part}.tsv" }.Select(name => new FileInfo(Path.Combine(folder, name))).FirstOrDefault(file => file.Exists)
            ?? throw new InputException($"There is no {part}.tsv or {part}.tsv.gz in {folder}.");
        return Read(file, labels);
    }

    /// <summary>The comments of one file.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or a line has other columns.</exception>
    public static IReadOnlyList<Comment> Read(FileInfo file, int labels) =>
        [.. TextLines.Read(file).Select(line => Parse(line.Line, file, line.Number, labels))];

    private static Comment Parse(string line, FileInfo file, int number, int labels)
    {
        var columns = line.Split('\t');
        if (columns.Length < 2)
            throw new InputException($"{file.Name}:{number}: A line has a text and label numbers, parted by a tab.");
        var own = columns[1].Split(',').Select(label => int.TryParse(label, out var id) && id >= 0 && id < labels
            ? id : throw new InputException($"{file.Name}:{number}: '{label}' is no label number from 0 to {labels - 1}.")).ToList();
        return new(columns[0], own);
    }
}
