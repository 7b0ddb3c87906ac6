using System.Security.Cryptography;
using System.Text;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>Ids that nobody can guess and that need no escaping in an address.</summary>
internal static class UnguessableId
{
    /// <summary>128 random bits.</summary>
    public static string NewConversation() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>160 random bits, with the prefix that tells clients they cannot choose it.</summary>
    public static string NewUser() => ConversationToken.UserPrefix + RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>128 random bits.</summary>
    public static string NewAttachment() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>256 random bits.</summary>
    public static string NewResume() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>What is stored of a resume value.</summary>
    public static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
