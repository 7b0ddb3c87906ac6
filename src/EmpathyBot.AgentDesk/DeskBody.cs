using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk;

/// <summary>Reads the small JSON bodies of the desk's API, with a sentence when one cannot be read.</summary>
internal static class DeskBody
{
    /// <summary>Far more than the longest message needs, however it is escaped.</summary>
    private const int BytesAtMost = 256 * 1024;

    /// <summary>The body, or the refusal to answer with. No body at all counts as an object without fields.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        if (request.ContentLength > BytesAtMost)
            return (null, DeskRefusal.TooLarge);

        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > BytesAtMost)
                return (null, DeskRefusal.TooLarge);
            bytes.Write(buffer, 0, read);
        }

        try
        {
            var json = bytes.Length == 0 ? "{}"u8 : bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
            return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) is { } body
                ? (body, null)
                : (null, DeskRefusal.BadInput("bad-json", "The body must be a JSON object, not null."));
        }
        catch (JsonException malformed)
        {
            var where = malformed.Path is { Length: > 1 } path ? $" (at {path})" : "";
            return (null, DeskRefusal.BadInput("bad-json", $"The body is not the JSON that is expected here{where}."));
        }
    }
}
