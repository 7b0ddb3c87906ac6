using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EmpathyBot.Text;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>
/// One-way marks of the word runs of evaluation sets, so that anyone can check that the corpus copies nothing from them
/// without having their texts. A mark is the first 40 bits of a salted SHA-256: enough to meet by chance hardly ever, too few
/// to tell a guessed text from any other with the same mark.
/// </summary>
internal sealed partial class Fingerprints
{
    /// <summary>The words of a run; shorter texts are marked whole.</summary>
    public const int RunWords = 8;

    /// <summary>The fewest words of a text that is marked: what is shorter, everybody says.</summary>
    public const int ShortestText = 4;

    private const int MarkBytes = 5;
    private const string Salt = "service-dialogues/1:";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly HashSet<ulong> _marks;

    private Fingerprints(HashSet<ulong> marks) => _marks = marks;

    /// <summary>How many marks there are.</summary>
    public int Count => _marks.Count;

    /// <summary>The file of some sources: a line of JSON that names them, then the sorted marks. The same sources give the same bytes.</summary>
    public static byte[] File(IReadOnlyList<FingerprintSource> sources, IEnumerable<string> texts)
    {
        var marks = texts.SelectMany(Marks).ToHashSet().Order().ToList();
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(1, RunWords, ShortestText, MarkBytes * 8, marks.Count, sources), Options);
        var file = new byte[head.Length + 1 + marks.Count * MarkBytes];
        head.CopyTo(file, 0);
        file[head.Length] = (byte)'\n';
        Span<byte> eight = stackalloc byte[8];
        for (var at = 0; at < marks.Count; at++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(eight, marks[at]);
            eight[(8 - MarkBytes)..].CopyTo(file.AsSpan(head.Length + 1 + at * MarkBytes));
        }

        return file;
    }

    /// <summary>Reads such a file.</summary>
    /// <exception cref="InputException">It is not there, is damaged or of another version.</exception>
    public static Fingerprints Read(FileInfo file)
    {
        if (!System.IO.File.Exists(file.FullName))
            throw new InputException($"There is no file {file}: write it with 'corpus fingerprints'.");
        var bytes = System.IO.File.ReadAllBytes(file.FullName);
        var end = Array.IndexOf(bytes, (byte)'\n');
        var head = end < 0 ? null : HeadOf(bytes.AsSpan(0, end));
        if (head is not { Version: 1, Words: RunWords, Shortest: ShortestText, Bits: MarkBytes * 8 } || bytes.Length - end - 1 != head.Count * MarkBytes)
            throw new InputException($"The file {file} is damaged or of another version: write it again with 'corpus fingerprints'.");
        HashSet<ulong> marks = [];
        for (var at = end + 1; at < bytes.Length; at += MarkBytes)
            marks.Add(MarkOf(bytes.AsSpan(at)));
        return new(marks);
    }

    /// <summary>The runs of a text that an evaluation set holds too; a text of fewer than eight words counts as one run.</summary>
    public IEnumerable<string> Hits(string text) => Runs(text).Where(run => _marks.Contains(Mark(run)));

    /// <summary>Whether a text is long enough to leave a mark.</summary>
    public static bool IsMarked(string text) => Runs(text).Any();

    private static IEnumerable<ulong> Marks(string text) => Runs(text).Select(Mark);

    private static IEnumerable<string> Runs(string text)
    {
        var words = TextFolding.FoldWords(NamesAndLinks().Replace(text, " ")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is >= ShortestText and < RunWords)
            yield return string.Join(' ', words);
        for (var at = 0; at + RunWords <= words.Length; at++)
            yield return string.Join(' ', words.AsSpan(at, RunWords)!);
    }

    /// <summary>Whom a message is for and what it links to is not its wording.</summary>
    [GeneratedRegex(@"@\w+|https?://\S+")]
    private static partial Regex NamesAndLinks();

    private static ulong Mark(string run) => MarkOf(SHA256.HashData(Encoding.UTF8.GetBytes(Salt + run)));

    private static ulong MarkOf(ReadOnlySpan<byte> bytes)
    {
        ulong mark = 0;
        foreach (var part in bytes[..MarkBytes])
            mark = mark << 8 | part;
        return mark;
    }

    private static Head? HeadOf(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<Head>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Head(int Version, int Words, int Shortest, int Bits, int Count, IReadOnlyList<FingerprintSource> Sources);
}

/// <summary>An evaluation file that was marked.</summary>
/// <param name="File">Its folder and name.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="Texts">How many texts of it left a mark.</param>
internal sealed record FingerprintSource(string File, string Sha256, int Texts);
