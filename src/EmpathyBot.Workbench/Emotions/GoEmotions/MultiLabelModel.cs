using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text;

namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>
/// A linear model of many labels over the features the bot reads with, weights in eight bits. Its file: magic, version of
/// the features, fingerprint of the word lists, labels, thresholds, biases, rows, SHA-256 of all that.
/// </summary>
internal sealed class MultiLabelModel
{
    private const uint Magic = 0x314C4D45;
    private readonly EmotionFeatures _features = new();
    private readonly LanguageLexicon _lexicon = LanguageLexicon.Open("en");
    private readonly QuantizedRows _rows;
    private readonly float[] _thresholds;
    private readonly float[] _biases;
    private readonly ulong _fingerprint;

    private MultiLabelModel(IReadOnlyList<string> labels, float[] thresholds, float[] biases, QuantizedRows rows, ulong fingerprint) =>
        (Labels, _thresholds, _biases, _rows, _fingerprint) = (labels, thresholds, biases, rows, fingerprint);

    /// <summary>The names of the labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The labels of a text: those at or above their thresholds, or the one that comes nearest to its own.</summary>
    public void Read(string text, ICollection<int> chosen)
    {
        _features.Read(new MessageToRead(text, []), _lexicon);
        var sums = new float[_rows.Width];
        _biases.CopyTo(sums, 0);
        var (rows, values) = (new int[_features.Features.Count], new float[_features.Features.Count]);
        _rows.Weigh(_features.Features, rows, values);
        _rows.Add(rows, values, sums);
        var nearest = 0;
        for (var label = 0; label < Labels.Count; label++)
        {
            if (sums[label] >= _thresholds[label])
                chosen.Add(label);
            if (sums[label] - _thresholds[label] > sums[nearest] - _thresholds[nearest])
                nearest = label;
        }

        if (chosen.Count == 0)
            chosen.Add(nearest);
    }

    /// <summary>Brings trained weights to eight bits.</summary>
    public static MultiLabelModel Quantize(string[] labels, uint[] keys, float[] factors, float[][] weights, float[] thresholds, ulong fingerprint)
    {
        var width = (labels.Length + QuantizedRows.Block - 1) / QuantizedRows.Block * QuantizedRows.Block;
        var (cells, scales) = (new sbyte[keys.Length * width], new Half[keys.Length]);
        for (var row = 0; row < keys.Length; row++)
        {
            var scale = weights.Max(own => MathF.Abs(own[row])) / 127;
            scales[row] = (Half)scale;
            for (var label = 0; label < labels.Length && scale > 0; label++)
                cells[row * width + label] = (sbyte)MathF.Round(weights[label][row] / scale);
        }

        return new(labels, thresholds, [.. weights.Select(own => own[^1])], new(keys, scales, [.. factors.Select(factor => (Half)factor)], cells, width), fingerprint);
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(EmotionFeatures.Version);
        writer.Write(_fingerprint);
        writer.Write(string.Join(' ', Labels));
        writer.Write(MemoryMarshal.AsBytes<float>(_thresholds));
        writer.Write(MemoryMarshal.AsBytes<float>(_biases));
        writer.Write(_rows.Width);
        writer.Write(_rows.Count);
        writer.Write(MemoryMarshal.AsBytes(_rows.Keys));
        writer.Write(MemoryMarshal.AsBytes(_rows.Scales));
        writer.Write(MemoryMarshal.AsBytes(_rows.Factors));
        writer.Write(MemoryMarshal.AsBytes(_rows.Cells));
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is damaged, or of another version.</exception>
    public static MultiLabelModel Open(FileInfo file)
    {
        if (!file.Exists)
            throw new InputException($"There is no file {file}.");
        var bytes = File.ReadAllBytes(file.FullName);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 16 || BitConverter.ToUInt32(bytes) != Magic)
            throw new InputException($"The file {file.Name} is no model of many labels; make one with 'train --labels goemotions'.");
        if (!SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
            throw new InputException($"The model {file.Name} is damaged or cut short: its checksum does not fit. Make it anew with 'train --labels goemotions'.");
        using var reader = new BinaryReader(new MemoryStream(bytes, 4, length - 4), Encoding.UTF8);
        var (version, fingerprint) = (reader.ReadInt32(), reader.ReadUInt64());
        if (version != EmotionFeatures.Version || fingerprint != LanguageLexicon.Open("en").Fingerprint)
            throw new InputException($"The model {file.Name} was trained with other features or word lists. Make it anew with 'train --labels goemotions'.");
        var labels = reader.ReadString().Split(' ');
        var (thresholds, biases) = (ModelFile.ReadMany<float>(reader, labels.Length), ModelFile.ReadMany<float>(reader, labels.Length));
        var (width, count) = (reader.ReadInt32(), reader.ReadInt32());
        return new(labels, thresholds, biases, new(ModelFile.ReadMany<uint>(reader, count), ModelFile.ReadMany<Half>(reader, count), ModelFile.ReadMany<Half>(reader, count), ModelFile.ReadMany<sbyte>(reader, count * width), width), fingerprint);
    }
}
