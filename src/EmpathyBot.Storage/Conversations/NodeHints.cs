using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

/// <summary>What one node tells the others in one notification: conversations in which something is new, or something passing.</summary>
internal sealed record NodeHints(string Node, IReadOnlyList<string>? Changed, string? PassingIn = null, string? Passing = null)
{
    /// <summary>A notification carries less than 8,000 bytes.</summary>
    private const int MostBytes = 7800;

    /// <summary>Notifications for these notices. What passes by and is too large for one is left out.</summary>
    public static IEnumerable<string> Write(string node, IReadOnlyCollection<FeedNotice> notices)
    {
        foreach (var ids in InPieces(notices.Where(notice => notice.PassingActivityJson is null).Select(notice => notice.ConversationId).Distinct()))
            yield return JsonSerializer.Serialize(new NodeHints(node, ids), NodeHintsJson.Default.NodeHints);
        foreach (var notice in notices.Where(notice => notice.PassingActivityJson is not null))
        {
            var written = JsonSerializer.Serialize(
                new NodeHints(node, null, notice.ConversationId, notice.PassingActivityJson), NodeHintsJson.Default.NodeHints);
            if (Encoding.UTF8.GetByteCount(written) <= MostBytes)
                yield return written;
        }
    }

    /// <summary>What a notification says, or null when it is none of ours.</summary>
    public static NodeHints? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, NodeHintsJson.Default.NodeHints);
        }
        catch (JsonException)
        {
            // Anyone who may connect may notify. A hint that cannot be read is a hint that was lost.
            return null;
        }
    }

    private static IEnumerable<List<string>> InPieces(IEnumerable<string> ids)
    {
        var (piece, bytes) = (new List<string>(), 200);
        foreach (var id in ids)
        {
            // As JSON an id takes at most six bytes a character.
            var size = (6 * id.Length) + 3;
            if (piece.Count > 0 && bytes + size > MostBytes)
            {
                yield return piece;
                (piece, bytes) = ([], 200);
            }

            piece.Add(id);
            bytes += size;
        }

        if (piece.Count > 0)
            yield return piece;
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NodeHints))]
internal sealed partial class NodeHintsJson : JsonSerializerContext;
