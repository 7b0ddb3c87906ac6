using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine;

/// <summary>JSON as this channel writes it, whatever the host has set for its own.</summary>
internal static class WireJson
{
    /// <summary>Other scripts stay as they are: escaped they would be six times as long.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Strict about what nobody means to send: a name twice says two things.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false, MaxDepth = 48 };

    public static IResult Answer<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, Options, statusCode: status);
}
