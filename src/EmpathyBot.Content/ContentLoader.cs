using EmpathyBot.Content.Acknowledgements;
using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>Reads a folder of content, checks all of it, and gives it whole or not at all.</summary>
public static class ContentLoader
{
    /// <summary>Loads.</summary>
    /// <param name="path">The content folder.</param>
    /// <param name="fallback">The language that must be complete; others that have acknowledgements must be complete too.</param>
    /// <exception cref="ContentException">Something must be mended; all of it is listed.</exception>
    public static IContent Load(string path, string fallback)
    {
        var problems = new Problems();
        var operations = Operations.Read(ContentFile.ReadAll(path, "solving", "operations.yaml").SingleOrDefault(), problems);
        var locales = FindLocales(path, fallback, problems);
        var parts = locales.ToDictionary(locale => locale, locale => ReadLocale(path, locale, operations, problems));
        if (problems.Any)
            throw new ContentException(path, problems.Sorted());

        // Training takes longest and needs all else to be right.
        return new LoadedContent(locales, parts.ToDictionary(part => part.Key, part => part.Value()));
    }

    private static List<string> FindLocales(string path, string fallback, Problems problems)
    {
        var found = ContentFile.ReadAll(path, "acknowledgements", ".yaml").Select(file => file.Id).ToList();
        if (!found.Contains(fallback))
            problems.Add($"acknowledgements/{fallback}.yaml", 0, $"The file is missing. \"{fallback}\" is the language that is fallen back on and must be there.");
        return [fallback, .. found.Where(locale => locale != fallback)];
    }

    private static Func<LocaleContent> ReadLocale(
        string path, string locale, IReadOnlyDictionary<string, Operation> operations, Problems problems)
    {
        var blocks = ContentFile.ReadAll(path, $"solving/blocks/{locale}", ".yaml").ToDictionary(file => file.Id);
        var procedures = ContentFile.ReadAll(path, $"solving/procedures/{locale}", ".yaml")
            .Select(file => new ProcedureReader(problems, operations).Read(file, locale, blocks)).OfType<Procedure>()
            .ToDictionary(procedure => procedure.Id);
        var articles = ContentFile.ReadAll(path, $"solving/articles/{locale}", ".md")
            .Select(file => new ArticleReader(problems).Read(file, locale)).OfType<Article>()
            .ToDictionary(article => article.Id);
        var phrases = ContentFile.ReadAll(path, "acknowledgements", $"{locale}.yaml").SelectMany(new PhraseReader(problems).Read).ToList();
        IReadOnlyList<ContentFile> messageFiles =
            [.. ContentFile.ReadAll(path, "solving/messages", $"{locale}.yaml"), .. ContentFile.ReadAll(path, "handoffs", $"{locale}.yaml")];
        var messages = new MessageReader(problems).Read(messageFiles, locale);
        var requestFile = ContentFile.ReadAll(path, "solving/requests", $"{locale}.yaml").SingleOrDefault();
        if (requestFile is null)
            problems.Add($"solving/requests/{locale}.yaml", 0, "The file is missing.");
        var requests = new RequestReader(problems).Read(requestFile);
        var words = MatchingWords.Read(ContentFile.ReadAll(path, "solving/matching", $"{locale}.yaml").SingleOrDefault(), problems);
        return () => new(articles, procedures, phrases, messages, requests, ContentMatcher.Train(articles.Values, procedures.Values, words));
    }
}
