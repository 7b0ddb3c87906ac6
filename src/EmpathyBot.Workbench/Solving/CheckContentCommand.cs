using System.CommandLine;
using EmpathyBot.Content;

namespace EmpathyBot.Workbench.Solving;

/// <summary><c>check-content</c>: reads and checks all content as the bot does at its start, and gives advice on what that lets pass.</summary>
internal static class CheckContentCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Option<DirectoryInfo>("--content") { DefaultValueFactory = _ => new DirectoryInfo("dialogs"), Description = "The folder of the content" };
        var command = new Command("check-content", "Checks all content; a mistake is told with file, line and a plain sentence.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), output, error));
        return command;
    }

    private static int Run(DirectoryInfo folder, TextWriter output, TextWriter error)
    {
        var review = ContentLoader.Review(folder.FullName, new ContentOptions().Locale);
        if (review.Errors.Count > 0)
            error.WriteLine(new ContentException(folder.FullName, review.Errors).Message);
        foreach (var advice in review.Advice)
            output.WriteLine($"{advice.File}{(advice.Line > 0 ? $"({advice.Line})" : "")}: Advice: {advice.Sentence}");
        if (review.Errors.Count > 0)
            return 1;
        output.WriteLine($"The content is in order{(review.Advice.Count > 0 ? $", with {review.Advice.Count} pieces of advice" : "")}.");
        var first = review.Locales[0];
        foreach (var locale in review.Locales)
        {
            output.WriteLine(locale == first
                ? $"{first.Locale}: {first.Articles} articles, {first.Procedures} procedures."
                : $"{locale.Locale}: {locale.Articles} of {first.Articles} articles, {locale.Procedures} of {first.Procedures} procedures; the others are answered in {first.Locale}.");
        }

        return 0;
    }
}
