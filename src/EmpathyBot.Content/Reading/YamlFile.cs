using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EmpathyBot.Content.Reading;

/// <summary>Reads a whole YAML text; what is broken is reported with its line.</summary>
internal static class YamlFile
{
    private const string Hint =
        "Look here and just above for a bracket or quote that is not closed, a colon in a text without quotes, or wrong indentation.";

    /// <summary>
    /// The mapping the text holds; null, with the error reported, when it is none. The offset is the number of lines that
    /// stand before this text in its file.
    /// </summary>
    public static YamlMap? Read(string file, string text, Problems problems, int offset = 0)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return new YamlMap(file, root, problems, offset);
            problems.Add(file, offset + 1, "The file must hold one list of \"key: value\" lines.");
        }
        catch (YamlException broken)
        {
            problems.Add(file, (int)broken.Start.Line + offset, $"This is not valid YAML: {Plain(broken)} {Hint}");
        }
        catch (InvalidOperationException)
        {
            // The scanner throws this, without a place, for a bracket that is never closed.
            problems.Add(file, LastGoodLine(text) + offset, $"This is not valid YAML. {Hint}");
        }

        return null;
    }

    /// <summary>The line up to which a broken text can be read.</summary>
    private static int LastGoodLine(string text)
    {
        var line = 1L;
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
                line = Math.Max(line, parser.Current?.End.Line ?? 1);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            return (int)line;
        }

        return (int)line;
    }

    private static string Plain(YamlException broken)
    {
        var message = broken.InnerException?.Message ?? broken.Message;
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return end >= 0 ? message[(end + 3)..] : message;
    }
}
