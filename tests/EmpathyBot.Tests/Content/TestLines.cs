namespace EmpathyBot.Tests.Content;

/// <summary>Tables of the tests: one line each, label, tab, text.</summary>
internal static class TestLines
{
    public static IReadOnlyList<(string Label, string Text)> Read(string file)
    {
        var path = Path.Combine(ShippedContent.Folder, "..", "tests", "EmpathyBot.Tests", "Content", file);
        return [.. File.ReadLines(path).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];
    }
}
