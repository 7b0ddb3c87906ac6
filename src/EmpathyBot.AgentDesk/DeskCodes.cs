using System.Text.Json;

namespace EmpathyBot.AgentDesk;

/// <summary>Domain words as the desk's API writes them: lower case with dashes.</summary>
internal static class DeskCodes
{
    public static string ToDeskCode<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
