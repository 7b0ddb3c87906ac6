using EmpathyBot.Content;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>The content that ships, loaded once for all tests.</summary>
public sealed class ShippedContent
{
    public static string Folder { get; } = FindFolder();

    public IContent Content { get; } = ContentLoader.Load(Folder, "en");

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "dialogs")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The folder dialogs is not above the tests."), "dialogs");
    }
}
