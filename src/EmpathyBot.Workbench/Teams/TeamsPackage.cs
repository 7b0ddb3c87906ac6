using System.IO.Compression;
using System.Text;

namespace EmpathyBot.Workbench.Teams;

/// <summary>The zip that is uploaded to Teams: manifest and icons, side by side.</summary>
internal static class TeamsPackage
{
    public const string Manifest = "manifest.json";
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    // The same settings give the same bytes.
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(TeamsAppSettings app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Manifest, Encoding.UTF8.GetBytes(TeamsManifest.Of(app)));
            Add(zip, ColorIcon, Icon(ColorIcon));
            Add(zip, OutlineIcon, Icon(OutlineIcon));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <summary>Drawn by build/teams-icons.mjs.</summary>
    private static byte[] Icon(string name)
    {
        using var resource = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"EmpathyBot.Workbench.Teams.{name}")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
