using System.Text;
using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Workbench.Privacy;

/// <summary>A labelled line: <c>en&lt;tab&gt;call me on {phone|07911 482 665}</c>.</summary>
/// <param name="Number">Its line in the file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">What a customer would write, without the marks.</param>
/// <param name="Labels">What must be masked, and as what; all the rest must stay.</param>
internal sealed record MaskedLine(int Number, string Language, string Text, IReadOnlyList<MaskedSpan> Labels)
{
    /// <exception cref="InputException">A line has no language or a mark is not closed.</exception>
    public static IReadOnlyList<MaskedLine> ReadAll(FileInfo file) =>
        [.. TextLines.Read(file).Select(line => Read(file, line.Number, line.Line))];

    private static MaskedLine Read(FileInfo file, int number, string line)
    {
        if (line.Split('\t') is not [{ Length: > 0 } language, var marked])
            throw new InputException($"{file.Name} line {number}: give a language, a tab and the text.");
        var text = new StringBuilder(marked.Length);
        var labels = new List<MaskedSpan>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '{')
            {
                text.Append(marked[at]);
                continue;
            }

            var (bar, end) = (marked.IndexOf('|', at), marked.IndexOf('}', at));
            if (bar < 0 || end < bar + 2)
                throw new InputException($"{file.Name} line {number}: a mark is {{kind|text}}.");
            labels.Add(new(text.Length, end - bar - 1, marked[(at + 1)..bar]));
            text.Append(marked, bar + 1, end - bar - 1);
            at = end;
        }

        return new(number, language, text.ToString(), labels);
    }
}
