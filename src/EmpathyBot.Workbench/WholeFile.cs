using System.Text;

namespace EmpathyBot.Workbench;

/// <summary>Writes a file so that it is there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes text as UTF-8 without a mark, with the line ends it has.</summary>
    public static void Write(FileInfo file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    public static void Write(FileInfo file, byte[] content)
    {
        Directory.CreateDirectory(file.DirectoryName!);
        // Beside the target, since a move is only atomic within one file system.
        var beside = file.FullName + ".writing";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
