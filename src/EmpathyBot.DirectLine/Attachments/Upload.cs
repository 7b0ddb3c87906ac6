using System.Text.Json.Nodes;

namespace EmpathyBot.DirectLine.Attachments;

/// <summary>What an upload brought: an activity to send, and its files in order.</summary>
internal sealed record Upload(JsonObject Activity, IReadOnlyList<UploadedFile> Files);

/// <summary>A file as it came.</summary>
/// <param name="Name">As the client wrote it, by which it is found among the activity's attachments.</param>
/// <param name="ContentType">As the client claims; null when it claims none.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record UploadedFile(string Name, string? ContentType, ReadOnlyMemory<byte> Content);
