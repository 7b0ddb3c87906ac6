using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Writes JSON as text in memory that each thread keeps: what a turn writes is small, and written many times a second.</summary>
internal static class JsonText
{
    /// <summary>A larger one is not kept.</summary>
    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _kept;

    public static string Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        // Taken out while in use: what is written may itself be made of text written here.
        var (bytes, json) = _kept ?? New();
        _kept = null;
        write(json, value);
        json.Flush();
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        if (bytes.Capacity <= MostKept)
        {
            bytes.ResetWrittenCount();
            json.Reset();
            _kept = (bytes, json);
        }

        return text;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        return (bytes, new Utf8JsonWriter(bytes));
    }
}
