using System.Text.Json;
using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>A file that was sent in a conversation, as agents see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What it claims to be.</param>
/// <param name="Url">Where it opens for who is signed in.</param>
internal sealed partial record DeskFile(string Name, string ContentType, string Url)
{
    private const int ReadAtOnce = 1000;

    /// <summary>The turns with the files that were sent in them. What files there are stands on the customer's stream.</summary>
    public static async Task<IReadOnlyList<DeskTurn>> IntoAsync(
        IReadOnlyList<DeskTurn> turns, string conversationId, IConversationStore conversations, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, IReadOnlyList<DeskFile>>(StringComparer.Ordinal);
        IReadOnlyList<StoredActivity> page;
        long after = 0;
        do
        {
            page = await conversations.ReadStreamAsync(conversationId, after, ReadAtOnce, cancellationToken);
            foreach (var activity in page.Where(activity => activity.Json.Contains("/attachments/", StringComparison.Ordinal)))
                Read(activity.Json, conversationId, files);
            after = page.Count > 0 ? page[^1].Sequence : after;
        }
        while (page.Count == ReadAtOnce);
        return files.Count == 0 ? turns : [.. turns.Select(turn => files.TryGetValue(turn.Id, out var sent) ? turn with { Files = sent } : turn)];
    }

    private static void Read(string json, string conversationId, Dictionary<string, IReadOnlyList<DeskFile>> files)
    {
        using var document = JsonDocument.Parse(json);
        var activity = document.RootElement;
        if (Text(activity, "id") is not { } id || !activity.TryGetProperty("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Array)
            return;
        var sent = attachments.EnumerateArray().Select(attachment => Of(attachment, conversationId)).OfType<DeskFile>().ToList();
        if (sent.Count > 0)
            files[id] = sent;
    }

    private static DeskFile? Of(JsonElement attachment, string conversationId) =>
        attachment.ValueKind == JsonValueKind.Object && Text(attachment, "contentUrl") is { } url && Ours().Match(url) is { Success: true } match
            ? new(
                Text(attachment, "name") ?? "file", Text(attachment, "contentType") ?? "application/octet-stream",
                $"/api/desk/conversations/{Uri.EscapeDataString(conversationId)}/files/{match.Groups["id"].Value}")
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"/attachments/(?<id>[0-9a-f]{32})\?", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
