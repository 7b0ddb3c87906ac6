using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>How far a client has read. Opaque to clients; a sequence number to us.</summary>
internal static class Watermark
{
    /// <summary>Names the beginning where an address must name something.</summary>
    public const string Beginning = "-";

    /// <summary>False for what we never gave out. None, empty and "-" are the beginning, as clients send them first.</summary>
    public static bool TryRead(HttpRequest request, out long after)
    {
        var given = request.Query["watermark"].ToString();
        after = 0;
        return given.Length == 0 || given == Beginning || long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    public static string Write(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
