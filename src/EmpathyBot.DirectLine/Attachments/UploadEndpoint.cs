using System.Text.Json.Nodes;
using EmpathyBot.DirectLine.Conversations;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.DirectLine.Attachments;

/// <summary><c>POST /conversations/{id}/upload</c>: keeps the files, and sends the activity with their addresses in it.</summary>
internal sealed class UploadEndpoint(
    TokenCheck check, PostBudget budget, UploadReader reader, ActivityIntake intake, IAttachmentStore attachments, AttachmentLinks links)
{
    public async Task<IResult> HandleAsync(HttpContext http, string conversationId)
    {
        if (!(await check.ReadAsync(http.Request, conversationId)).Passed(out var token, out var refusal))
        {
            return refusal;
        }

        if (!budget.TrySpend(conversationId))
        {
            return Refusal.TooManyPosts;
        }

        if (!(await reader.ReadAsync(http.Request)).Passed(out var upload, out refusal))
        {
            return refusal;
        }

        foreach (var (file, attachment) in Join(upload))
        {
            var id = UnguessableId.NewAttachment();
            var name = StoredAttachment.CleanName(WireText.Of(attachment["name"]) ?? file.Name);
            var contentType = ContentType(WireText.Of(attachment["contentType"]) ?? file.ContentType);
            await attachments.SaveAsync(new StoredAttachment(id, conversationId, name, contentType, file.Content), http.RequestAborted);
            attachment["name"] = name;
            attachment["contentType"] = contentType;
            attachment["contentUrl"] = await links.CreateAsync(http.Request, conversationId, id, http.RequestAborted);
        }

        return await intake.TakeAsync(token, upload.Activity);
    }

    /// <summary>
    /// Finds the activity's attachment for each file: by name, else the first that is still without one (clients make
    /// names of files differ, not those of attachments), else a new one.
    /// </summary>
    private static List<(UploadedFile File, JsonObject Attachment)> Join(Upload upload)
    {
        if (upload.Activity["attachments"] is not JsonArray list)
        {
            upload.Activity["attachments"] = list = [];
        }

        var open = list.OfType<JsonObject>().Where(attachment => attachment["contentUrl"] is null && attachment["content"] is null).ToList();
        var joined = new List<(UploadedFile, JsonObject)>();
        foreach (var file in upload.Files.OrderByDescending(file => open.Exists(attachment => HasName(attachment, file))))
        {
            var attachment = open.Find(attachment => HasName(attachment, file)) ?? open.FirstOrDefault();
            if (attachment is null)
            {
                list.Add(attachment = new JsonObject { ["name"] = file.Name, ["contentType"] = file.ContentType });
            }

            open.Remove(attachment);
            joined.Add((file, attachment));
        }

        return joined;
    }

    private static bool HasName(JsonObject attachment, UploadedFile file) => WireText.Of(attachment["name"]) == file.Name;

    private static string ContentType(string? claimed) =>
        MediaTypeHeaderValue.TryParse(claimed, out var parsed) && parsed.MediaType.Value is { Length: <= 100 } type && !type.Contains('*', StringComparison.Ordinal)
            ? type
            : "application/octet-stream";
}
