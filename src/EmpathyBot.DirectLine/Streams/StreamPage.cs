using System.Text;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>A piece of a conversation as clients get it, by GET or in a frame.</summary>
/// <param name="Activities">Activities, each a complete JSON object.</param>
/// <param name="Watermark">How far a client has read with it; 0 when nothing was ever on the stream.</param>
/// <param name="HasMore">More may follow at once.</param>
internal sealed record StreamPage(IReadOnlyList<string> Activities, long Watermark, bool HasMore = false)
{
    /// <summary>The page as the protocol writes it. A watermark of nothing is left out: it must not reset the client's.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"activities\":[", 64 + Activities.Sum(activity => activity.Length + 1));
        json.AppendJoin(',', Activities).Append(']');
        if (Watermark > 0)
        {
            json.Append(",\"watermark\":\"").Append(Conversations.Watermark.Write(Watermark)).Append('"');
        }

        return json.Append('}').ToString();
    }
}
