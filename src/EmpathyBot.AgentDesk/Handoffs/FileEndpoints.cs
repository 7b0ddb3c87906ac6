using System.Security.Cryptography;
using System.Text;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>Files: what an agent sends to a customer, and what either sent, opened at the desk.</summary>
internal static class FileEndpoints
{
    private const string Opaque = "application/octet-stream";
    private const string Website = "directline";

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapPost("/handoffs/{id}/files", SendAsync)
            .Produces<Said>()
            .Produces<DeskErrorBody>(StatusCodes.Status400BadRequest).Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .Produces<DeskErrorBody>(StatusCodes.Status409Conflict).Produces<DeskErrorBody>(StatusCodes.Status413PayloadTooLarge)
            .WithName("DeskSendFile")
            .WithSummary("Sends the body as a file to the customer; name is its name. With an Idempotency-Key header the same key is sent once.");
        desk.MapGet("/conversations/{id}/files/{fileId}", OpenAsync)
            .Produces(StatusCodes.Status200OK, contentType: Opaque).Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskFile").WithSummary("A file that was sent in a conversation. Whatever it claims to be, no browser runs it.");
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, string id, string? name, TicketActions actions, IConversationStore conversations, IAttachmentStore attachments,
        IAttachmentAddresses addresses, IOptionsMonitor<DeskOptions> options)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > TicketEndpoints.KeyCharsAtMost)
            return DeskRefusal.BadInput("key-too-long", $"The Idempotency-Key is longer than {TicketEndpoints.KeyCharsAtMost} characters.");
        var agent = DeskDoor.AgentOf(http);
        var held = await actions.CheckHeldAsync(id, agent, http.RequestAborted);
        if (held is not ActResult.Done { Ticket.ConversationId: var conversationId })
            return TicketEndpoints.Answer(held);
        if ((await conversations.FindAsync(conversationId, http.RequestAborted))?.Channel != Website)
            return DeskRefusal.BadInput("website-only", "Files can be sent to customers on the website only.");
        if (await ReadAsync(http.Request, options.CurrentValue.MaxFileBytes) is not { } bytes)
            return DeskRefusal.FileTooLarge(options.CurrentValue.MaxFileBytes);
        if (bytes.Length == 0)
            return DeskRefusal.BadInput("file-empty", "The file is empty. Choose another one.");

        var clean = StoredAttachment.CleanName(name ?? "");
        var file = new StoredAttachment(IdOf(conversationId, agent.Id, key), conversationId, clean, TypeOf(http.Request.ContentType), bytes);
        if (await attachments.FindAsync(file.Id, http.RequestAborted) is null)
            await attachments.SaveAsync(file, http.RequestAborted);
        var host = $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{http.Request.PathBase.ToUriComponent()}";
        var address = await addresses.CreateAsync(host, conversationId, file.Id, http.RequestAborted);
        var result = await actions.SayAsync(
            id, $"File: {clean}", key.Length == 0 ? null : key, agent, http.RequestAborted, new SentFile(clean, file.ContentType, address));
        return result is ActResult.Done { SaidId: { } said } ? TypedResults.Ok(new Said(said)) : TicketEndpoints.Answer(result);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, string id, string fileId, IAttachmentStore attachments)
    {
        if (await attachments.FindAsync(fileId, http.RequestAborted) is not { } file || file.ConversationId != id)
            return DeskRefusal.NoFile;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (!file.IsImage)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            headers.ContentDisposition = disposition.ToString();
        }

        return Results.Bytes(file.Content, file.IsImage ? file.ContentType : Opaque);
    }

    /// <summary>The same key gives the same file; without one every file is new.</summary>
    private static string IdOf(string conversationId, string agentId, string key) => key.Length == 0
        ? RandomNumberGenerator.GetHexString(32, lowercase: true)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{agentId}\n{key}\nfile")).AsSpan(0, 16));

    private static string TypeOf(string? claimed) =>
        MediaTypeHeaderValue.TryParse(claimed, out var parsed) && parsed.MediaType.Value is { Length: <= 100 } type && !type.Contains('*', StringComparison.Ordinal)
            ? type
            : Opaque;

    /// <summary>The whole body, or null when it is larger.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
