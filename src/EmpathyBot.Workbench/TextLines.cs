using System.IO.Compression;
using System.Text;

namespace EmpathyBot.Workbench;

/// <summary>The lines of a text file, packed (<c>.gz</c>) or not.</summary>
internal static class TextLines
{
    /// <summary>Reads all lines that are not blank, with their numbers from 1.</summary>
    /// <exception cref="InputException">The file is not there, is damaged or holds no line.</exception>
    public static IReadOnlyList<(int Number, string Line)> Read(FileInfo file)
    {
        if (!File.Exists(file.FullName))
            throw new InputException($"There is no file {file}.");
        List<(int, string)> lines = [];
        try
        {
            using var stored = file.OpenRead();
            using Stream plain = file.Extension == ".gz" ? new GZipStream(stored, CompressionMode.Decompress) : stored;
            using var reader = new StreamReader(plain, new UTF8Encoding(false, throwOnInvalidBytes: true));
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                    lines.Add((number, line));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or DecoderFallbackException or EndOfStreamException)
        {
            throw new InputException($"The file {file} is damaged: {broken.Message}", broken);
        }

        return lines.Count > 0 ? lines : throw new InputException($"The file {file} is empty.");
    }
}
