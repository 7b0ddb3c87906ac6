using System.Security.Cryptography;

namespace EmpathyBot.Workbench;

/// <summary>Names the bytes of a file.</summary>
internal static class FileHash
{
    /// <summary>The SHA-256 of the file in lower-case hexadecimal digits.</summary>
    public static string Of(FileInfo file)
    {
        using var bytes = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
