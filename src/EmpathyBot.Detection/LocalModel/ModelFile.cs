using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// Writes and reads model files. In order: magic, format, feature version, locale, names of the outputs, fingerprint of
/// the word lists, numbers that turn scores into readings, rows, and the SHA-256 of all that. Whole numbers are
/// little-endian; the same model always gives the same bytes.
/// </summary>
internal static class ModelFile
{
    private const uint Magic = 0x314D4545;
    private const ushort Format = 2;
    private const int MostRows = 1_000_000;
    private const int MostFloats = 1_024;
    private const int HeadLength = sizeof(uint) + 2 * sizeof(ushort);
    private const int HashLength = SHA256.HashSizeInBytes;

    public static byte[] Write(EmotionModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write((ushort)EmotionFeatures.Version);
        writer.Write(model.Locale);
        writer.Write(string.Join(' ', EmotionHeads.Names));
        writer.Write(model.LexiconFingerprint);
        writer.Write(model.SecondFrom);
        writer.Write(model.UrgentFrom);
        WriteFloats(writer, model.SignalsFrom);
        WriteFloats(writer, model.Calibration);
        WriteFloats(writer, model.Biases);
        writer.Write(model.Rows.Width);
        writer.Write(model.Rows.Count);
        writer.Write(MemoryMarshal.AsBytes(model.Rows.Keys));
        writer.Write(MemoryMarshal.AsBytes(model.Rows.Scales));
        writer.Write(MemoryMarshal.AsBytes(model.Rows.Factors));
        writer.Write(MemoryMarshal.AsBytes(model.Rows.Cells));
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The language of a model.</summary>
    /// <exception cref="ModelFileException">It is damaged, cut short, of another version, or no model at all.</exception>
    public static string LocaleOf(byte[] bytes, string name)
    {
        Check(bytes, name);
        using var reader = new BinaryReader(new MemoryStream(bytes, HeadLength, bytes.Length - HeadLength - HashLength), Encoding.UTF8);
        return reader.ReadString();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What it is called, for the message when it cannot be used.</param>
    /// <param name="locale">The language it must be of.</param>
    /// <param name="lexicon">The word lists it must have been trained with.</param>
    /// <exception cref="ModelFileException">It is damaged, cut short, of another version, or no model at all.</exception>
    public static EmotionModel Read(byte[] bytes, string name, string locale, LanguageLexicon lexicon)
    {
        Check(bytes, name);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, HeadLength, bytes.Length - HeadLength - HashLength), Encoding.UTF8);
            return Read(reader, name, locale, lexicon);
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or FormatException)
        {
            throw new ModelFileException(name, "is damaged: its parts do not fit together");
        }
    }

    private static void Check(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < HeadLength + HashLength || BitConverter.ToUInt32(bytes) != Magic)
            throw new ModelFileException(name, bytes.Length == 0 ? "is empty" : "is no emotion model");
        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashLength)))
            throw new ModelFileException(name, "is damaged or cut short: its checksum does not fit");
        if (BitConverter.ToUInt16(bytes, sizeof(uint)) is var format and not Format)
            throw new ModelFileException(name, $"has format {format}, and this version reads format {Format}");
        if (BitConverter.ToUInt16(bytes, sizeof(uint) + sizeof(ushort)) is var version and not EmotionFeatures.Version)
            throw new ModelFileException(name, $"was trained with version {version} of the features, and this is version {EmotionFeatures.Version}");
    }

    private static EmotionModel Read(BinaryReader reader, string name, string locale, LanguageLexicon lexicon)
    {
        if (reader.ReadString() is var own && own != locale)
            throw new ModelFileException(name, $"reads '{own}', and one for '{locale}' is needed");
        if (reader.ReadString() != string.Join(' ', EmotionHeads.Names))
            throw new ModelFileException(name, "has other labels than this version");
        var fingerprint = reader.ReadUInt64();
        if (fingerprint != lexicon.Fingerprint)
            throw new ModelFileException(name, $"was trained with other word lists than those in Lexicon/{locale}");

        var (second, urgent) = (reader.ReadSingle(), reader.ReadSingle());
        var (signals, calibration) = (ReadFloats(reader, EmotionHeads.SignalCount), ReadFloats(reader, null));
        var biases = ReadFloats(reader, EmotionHeads.Count);
        var (width, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (width != EmotionHeads.Count || count is < 0 or > MostRows || calibration.Length < 2)
            throw new FormatException();
        return new()
        {
            Locale = own,
            LexiconFingerprint = fingerprint,
            SecondFrom = second,
            UrgentFrom = urgent,
            SignalsFrom = signals,
            Calibration = calibration,
            Biases = biases,
            Rows = new(ReadMany<uint>(reader, count), ReadMany<Half>(reader, count), ReadMany<Half>(reader, count), ReadMany<sbyte>(reader, count * width), width),
        };
    }

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<float>(values));
    }

    private static float[] ReadFloats(BinaryReader reader, int? count)
    {
        var length = reader.ReadInt32();
        if (length < 0 || length > MostFloats || count is { } needed && length != needed)
            throw new FormatException();
        return ReadMany<float>(reader, length);
    }

    /// <summary>Reads so many numbers.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal static T[] ReadMany<T>(BinaryReader reader, int count) where T : struct
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
