using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>Reports as JSON: numbers with four places, an interval as a pair, the same bytes on every machine.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FourPlaces(), new Pair() },
    };

    public static string Of<T>(T report) => JsonSerializer.Serialize(report, Options) + "\n";

    private sealed class FourPlaces : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 4));
    }

    private sealed class Pair : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [var low, var high] ? new(low, high) : throw new JsonException("An interval is a pair.");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(value.Low, 4));
            writer.WriteNumberValue(Math.Round(value.High, 4));
            writer.WriteEndArray();
        }
    }
}
