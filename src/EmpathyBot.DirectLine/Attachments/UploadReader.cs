using System.IO.Pipelines;
using System.Text.Json.Nodes;
using EmpathyBot.DirectLine.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.DirectLine.Attachments;

/// <summary>
/// Reads both forms of an upload: multipart, with the activity as a part that looks like a file, and a single file as
/// the body itself.
/// </summary>
internal sealed class UploadReader(IOptions<DirectLineOptions> options)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MaxBoundaryChars = 200;

    /// <summary>Headers, boundaries and the activity come on top of the files.</summary>
    private const int Wrapping = 64 * 1024;

    private static readonly Refusal Malformed = Refusal.BadSyntax(
        "The upload is not well-formed multipart/form-data. Send a part named \"activity\" and one part named \"file\" for each file.");

    private Refusal TooBig => Refusal.TooBig(
        $"The files are too big: at most {options.Value.MaxUploadBytes / 1024} KB in one message. Send a smaller file.");

    private Refusal TooMany => Refusal.TooBig($"Too many files: at most {options.Value.MaxUploadFiles} in one message. Send the rest in another.");

    public async Task<Checked<Upload>> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > options.Value.MaxUploadBytes + (3L * options.Value.MaxActivityChars) + Wrapping)
        {
            return TooBig;
        }

        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase)
                ? await ReadPartsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
                : await ReadSingleAsync(request);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Malformed;
        }
    }

    private async Task<Checked<Upload>> ReadPartsAsync(HttpRequest request, string? boundary)
    {
        if (boundary is not { Length: > 0 and <= MaxBoundaryChars })
        {
            return Malformed;
        }

        var aborted = request.HttpContext.RequestAborted;
        var parts = new MultipartReader(boundary, request.Body);
        var files = new List<UploadedFile>();
        JsonObject? activity = null;
        var room = options.Value.MaxUploadBytes;
        while (await parts.ReadNextSectionAsync(aborted) is { } part)
        {
            var disposition = part.GetContentDispositionHeader();
            if (Named(disposition, "activity") || part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
            {
                if (!(await ReadActivityAsync(part.Body, aborted)).Passed(out activity, out var refusal))
                {
                    return refusal;
                }

                continue;
            }

            if (disposition is null || !(disposition.IsFileDisposition() || Named(disposition, "file")))
            {
                continue;
            }

            if (files.Count == options.Value.MaxUploadFiles)
            {
                return TooMany;
            }

            if (await ReadBytesAsync(part.Body, room, aborted) is not { } bytes)
            {
                return TooBig;
            }

            room -= bytes.Length;
            files.Add(new UploadedFile(FileName(disposition), part.ContentType, bytes));
        }

        return activity is null && files.Count == 0 ? Malformed : new Upload(activity ?? Message(), files);
    }

    private async Task<Checked<Upload>> ReadSingleAsync(HttpRequest request)
    {
        if (await ReadBytesAsync(request.Body, options.Value.MaxUploadBytes, request.HttpContext.RequestAborted) is not { } bytes)
        {
            return TooBig;
        }

        return bytes.Length == 0
            ? Refusal.BadArgument("The upload is empty. Send the file as the body, or several as multipart/form-data.")
            : new Upload(Message(), [new UploadedFile(SingleName(request), request.ContentType, bytes)]);
    }

    /// <summary>The protocol's own samples leave out the disposition's type: <c>name="file"; filename="x.jpg"</c>.</summary>
    private static string SingleName(HttpRequest request)
    {
        var header = request.Headers.ContentDisposition.ToString();
        var parsed = ContentDispositionHeaderValue.TryParse(header, out var disposition)
            || ContentDispositionHeaderValue.TryParse($"attachment; {header}", out disposition);
        return parsed ? FileName(disposition!) : "";
    }

    private static bool Named(ContentDispositionHeaderValue? disposition, string name) =>
        HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Equals(name, StringComparison.Ordinal);

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";

    private static JsonObject Message() => new() { ["type"] = "message" };

    private async Task<Checked<JsonObject>> ReadActivityAsync(Stream content, CancellationToken cancellationToken) =>
        (await BoundedBody.ReadTextAsync(PipeReader.Create(content), options.Value.MaxActivityChars, cancellationToken))
            .Passed(out var json, out var refusal)
                ? ActivityShape.Check(json)
                : refusal;

    /// <summary>All bytes, or null when there are more than there is room for.</summary>
    private static async Task<byte[]?> ReadBytesAsync(Stream content, int room, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > room)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
