using EmpathyBot.Content.Acknowledgements;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Tests;

/// <summary>The words of the languages that ship.</summary>
internal static class ShippedWords
{
    public static LanguageWords English { get; } = Read("en");

    public static LanguageWords Spanish { get; } = Read("es");

    /// <summary>The repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmpathyBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
    }

    private static LanguageWords Read(string locale)
    {
        var path = Path.Combine(Root(), "dialogs");
        var problems = new Problems();
        var naming = new NamingReader(problems).Read(ContentFile.Find(path, $"acknowledgements/naming/{locale}.yaml"));
        var language = new LanguageReader(problems).Read(ContentFile.Find(path, $"language/{locale}.yaml"));
        Assert.Empty(problems.Sorted());
        return new(locale, naming, language.Asking, language.Address);
    }
}
