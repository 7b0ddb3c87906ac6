using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.DirectLine.Attachments;

/// <summary><c>GET /attachments/{id}?exp=&amp;sig=</c>: a file that a customer or agent sent. Whatever it claims to be, no browser runs it.</summary>
internal sealed class AttachmentEndpoint(IAttachmentStore attachments, AttachmentLinks links)
{
    private const string Opaque = "application/octet-stream";

    private static readonly Refusal BadLink = new(
        403, "BadLink", "This address of a file is not valid, or not any more. Open the conversation again to get a new one.");

    public async Task<IResult> HandleAsync(HttpContext http, string attachmentId)
    {
        // The same answer for what does not exist: an address says nothing to those who were not given it.
        if (await attachments.FindAsync(attachmentId, http.RequestAborted) is not { } attachment
            || !await links.IsGoodAsync(attachment, http.Request.Query["exp"].ToString(), http.Request.Query["sig"].ToString(), http.RequestAborted))
        {
            return BadLink;
        }

        var isImage = attachment.IsImage;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=3600";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!isImage)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(attachment.Name);
            headers.ContentDisposition = disposition.ToString();
        }

        return Results.Bytes(attachment.Content, isImage ? attachment.ContentType : Opaque);
    }
}
