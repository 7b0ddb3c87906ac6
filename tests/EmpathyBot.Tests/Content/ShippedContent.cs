using EmpathyBot.Content;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>The content that ships, loaded once for all tests.</summary>
public sealed class ShippedContent
{
    public static string Folder { get; } = FindFolder();

    public IContent Content { get; } = ContentLoader.Load(Folder, "en");

    internal static Wording WordingOf(string locale) => new LanguageReader(new Problems()).Read(ContentFile.Find(Folder, $"language/{locale}.yaml")).Wording;

    internal static AnswerWords AnswersOf(string locale) => new LanguageReader(new Problems()).Read(ContentFile.Find(Folder, $"language/{locale}.yaml")).Answers;

    // The host copies dialogs/ beside the binaries; the tests mean the one of the repository.
    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmpathyBot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The repository is not above the tests."), "dialogs");
    }
}
