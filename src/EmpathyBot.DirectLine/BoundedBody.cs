using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine;

/// <summary>Reads bodies no further than their limit.</summary>
internal static class BoundedBody
{
    /// <summary>A UTF-16 character is at most three bytes of UTF-8.</summary>
    private const int BytesPerChar = 3;

    /// <summary>The text of a body of at most so many characters.</summary>
    public static Task<Checked<string>> ReadTextAsync(HttpRequest request, int maxChars) =>
        request.ContentLength > (long)maxChars * BytesPerChar
            ? Task.FromResult<Checked<string>>(TooLong(maxChars))
            : ReadTextAsync(request.BodyReader, maxChars, request.HttpContext.RequestAborted);

    /// <inheritdoc cref="ReadTextAsync(HttpRequest, int)"/>
    public static async Task<Checked<string>> ReadTextAsync(PipeReader reader, int maxChars, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > (long)maxChars * BytesPerChar)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLong(maxChars);
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var text = Decode(read.Buffer, maxChars);
            reader.AdvanceTo(read.Buffer.End);
            return text;
        }
    }

    /// <summary>A body that is a JSON object or empty, which reads as an object without fields.</summary>
    public static async Task<Checked<JsonObject>> ReadOptionalObjectAsync(HttpRequest request, int maxChars)
    {
        var body = await ReadTextAsync(request, maxChars);
        return body.Passed(out var text, out var refusal)
            ? string.IsNullOrWhiteSpace(text) ? new JsonObject() : ParseObject(text)
            : refusal;
    }

    public static Checked<JsonObject> ParseObject(string json)
    {
        try
        {
            return JsonNode.Parse(LoneSurrogates.Repair(json), documentOptions: WireJson.Strict) is JsonObject parsed
                ? parsed
                : Refusal.BadSyntax("The body must be one JSON object.");
        }
        catch (JsonException malformed)
        {
            return Refusal.BadSyntax($"The body is not well-formed JSON (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}).");
        }
    }

    private static Checked<string> Decode(ReadOnlySequence<byte> bytes, int maxChars)
    {
        var whole = bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
        if (!Utf8.IsValid(whole))
        {
            return Refusal.BadSyntax("The body must be JSON in UTF-8.");
        }

        var text = Encoding.UTF8.GetString(whole.StartsWith(Encoding.UTF8.Preamble) ? whole[Encoding.UTF8.Preamble.Length..] : whole);
        return text.Length > maxChars ? TooLong(maxChars) : text;
    }

    private static Refusal TooLong(int maxChars) =>
        Refusal.TooBig($"This is too long: at most {maxChars} characters of JSON are taken. Send a shorter text, or the text as a file.");
}
